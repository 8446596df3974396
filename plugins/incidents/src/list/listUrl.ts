import type {
  IncidentStatus,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import { urlField, type UrlValues } from '@ghostlight/reliability-react';
import type { IncidentFilter } from '../hooks';
import { SEVERITIES, STATUSES } from '../words';

/** How far back, by what the URL calls it, in seconds; `any` is no limit. */
export const SPANS = {
  any: undefined,
  '1d': 86_400,
  '7d': 7 * 86_400,
  '30d': 30 * 86_400,
  '90d': 90 * 86_400,
} as const;

export type Span = keyof typeof SPANS;

const spans: Span[] = ['any', '1d', '7d', '30d', '90d'];

export const columnIds = [
  'severity',
  'status',
  'origin',
  'entities',
  'owner',
  'system',
  'started',
  'duration',
  'cost',
  'alerts',
  'commander',
] as const;

export const OPEN: readonly IncidentStatus[] = [
  'investigating',
  'identified',
  'monitoring',
];

/** All that a link to the list restores. */
export const listUrl = {
  status: urlField.someOf<IncidentStatus>(STATUSES, OPEN),
  severity: urlField.someOf<Severity>(SEVERITIES),
  owner: urlField.list(),
  system: urlField.list(),
  entity: urlField.list(),
  q: urlField.text(),
  since: urlField.oneOf(spans, 'any'),
  sort: urlField.oneOf(['startedAt', 'severity'], 'severity'),
  columns: urlField.someOf(columnIds, [
    'severity',
    'status',
    'origin',
    'owner',
    'started',
    'duration',
    'cost',
  ]),
};

export type ListUrl = UrlValues<typeof listUrl>;

/** Instants are cut to the minute, so that a refresh asks the same question. */
const MINUTE = 60_000;

/** What the list is asked for. */
export function filterOf(
  url: ListUrl,
  now: number = Date.now(),
): IncidentFilter {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  const span = SPANS[url.since];
  return {
    // All of them is no filter; so is none.
    status:
      url.status.length === STATUSES.length ? undefined : some(url.status),
    severity: some(url.severity),
    owner: some(url.owner),
    system: some(url.system),
    entityRef: some(url.entity),
    q: url.q || undefined,
    orderBy: url.sort,
    from:
      span === undefined
        ? undefined
        : new Date(
            Math.floor((now - span * 1000) / MINUTE) * MINUTE,
          ).toISOString(),
  };
}

/** Whether anything but the standard view is asked for. */
export function isFiltered(url: ListUrl): boolean {
  return (
    url.owner.length + url.system.length + url.entity.length > 0 ||
    url.severity.length > 0 ||
    url.q !== '' ||
    url.since !== 'any' ||
    url.status.join() !== OPEN.join()
  );
}

/** The standard view. */
export const STANDARD: Partial<ListUrl> = {
  status: [...OPEN],
  severity: [],
  owner: [],
  system: [],
  entity: [],
  q: '',
  since: 'any',
};
