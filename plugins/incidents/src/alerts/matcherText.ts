import type {
  Alert,
  Matcher,
  Silence,
} from '@ghostlight/plugin-incidents-common';
import { nameOf } from '@ghostlight/reliability-react';
import type { IncidentsText } from '../translation';

const SIGNS = { equals: '=', prefix: '^=', glob: '~' } as const;

/** “service = payments, name ^= High”: conditions as one reads them. */
export function matcherText(matchers: Matcher[]): string {
  return matchers
    .map(({ label, mode, value }) => `${label} ${SIGNS[mode]} ${value}`)
    .join(', ');
}

/** Which alerts a silence is of: its conditions, its entity, or both. */
export function whichText(
  { matchers, entityRef }: Pick<Silence, 'matchers' | 'entityRef'>,
  t: IncidentsText,
): string {
  return [
    ...(matchers.length > 0 ? [matcherText(matchers)] : []),
    ...(entityRef
      ? [t('inbox.whichEntity', { entity: nameOf(entityRef) })]
      : []),
  ].join(' · ');
}

/** Labels of which the first that an alert has says whose it is, the surest first. */
const TELLING = [
  'service',
  'service_name',
  'app',
  'app_kubernetes_io_name',
  'component',
  'deployment',
  'job',
  'container',
  'host',
  'instance',
];

/** What can be matched of an alert: its labels, and what every alert has. */
export function matchable(
  alert: Pick<Alert, 'labels' | 'name' | 'adapter'>,
): Record<string, string> {
  return { ...alert.labels, name: alert.name, adapter: alert.adapter };
}

/** The conditions that most likely say whose alerts these are. */
export function tellingMatchers(
  alert: Pick<Alert, 'labels' | 'name' | 'adapter'>,
): Matcher[] {
  const label = TELLING.find(each => alert.labels[each]) ?? 'name';
  return [{ label, mode: 'equals', value: matchable(alert)[label] }];
}

/** The conditions that hold for this alert and its kind. */
export function sameKind(
  alert: Pick<Alert, 'labels' | 'name' | 'adapter'>,
): Matcher[] {
  const [telling] = tellingMatchers(alert);
  const name: Matcher = { label: 'name', mode: 'equals', value: alert.name };
  return telling.label === 'name' ? [name] : [name, telling];
}

/** Without empty parts. */
export function isComplete(matchers: Matcher[]): boolean {
  return (
    matchers.length > 0 &&
    matchers.every(({ label, value }) => label.trim() && value.trim())
  );
}
