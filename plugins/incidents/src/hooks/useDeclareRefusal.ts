import { usePermission } from '@backstage/plugin-permission-react';
import { incidentCreatePermission } from '@ghostlight/plugin-incidents-common';
import { useIncidentsText } from '../translation';

/**
 * Who may declare an incident, in words, when the reader may not; undefined when they may. While it
 * is not known, or cannot be asked, the reader may try: the server decides in any case.
 */
export function useDeclareRefusal(): string | undefined {
  const t = useIncidentsText();
  const { loading, allowed, error } = usePermission({
    permission: incidentCreatePermission,
  });
  if (loading || allowed || error) return undefined;
  return t('declare.whoMay', { permission: incidentCreatePermission.name });
}
