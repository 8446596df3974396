import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import type { IncidentsText } from '../translation';

/** Who may change it, in words, when the reader may not; undefined when they may. */
export function refusalOf(
  incident: Pick<IncidentDetail, 'may'>,
  t: IncidentsText,
): string | undefined {
  const { update, who } = incident.may;
  if (update) return undefined;
  return who ? t('act.whoMay', { who }) : t('act.whoMayUnknown');
}
