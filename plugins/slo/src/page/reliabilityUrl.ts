import type { Status } from '@ghostlight/plugin-slo-common';
import {
  STATUS_NAMES,
  urlField,
  type UrlValues,
} from '@ghostlight/reliability-react';
import type { ObjectiveFilter } from '../hooks';

export const columnIds = [
  'service',
  'objective',
  'state',
  'budget',
  'burn',
  'trend',
  'sli',
  'target',
  'window',
  'owner',
  'system',
  'domain',
  'updated',
] as const;

/** All that a link to the page restores. */
export const reliabilityUrl = {
  view: urlField.oneOf(
    ['objectives', 'owner', 'system', 'domain'],
    'objectives',
  ),
  team: urlField.list(),
  system: urlField.list(),
  domain: urlField.list(),
  status: urlField.someOf<Status>(STATUS_NAMES),
  q: urlField.text(),
  sort: urlField.oneOf(
    ['budget', 'burn', 'title', 'entity', 'owner'],
    'budget',
  ),
  order: urlField.oneOf(['asc', 'desc'], 'asc'),
  columns: urlField.someOf(columnIds, [
    'service',
    'objective',
    'state',
    'budget',
    'burn',
    'trend',
    'sli',
    'owner',
    'updated',
  ]),
};

export type ReliabilityUrl = UrlValues<typeof reliabilityUrl>;

/** What the list is asked for. */
export function filterOf(url: ReliabilityUrl): ObjectiveFilter {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    owner: some(url.team),
    system: some(url.system),
    domain: some(url.domain),
    status: some(url.status),
    q: url.q || undefined,
    orderBy: url.sort,
    order: url.order,
  };
}

export function isFiltered(url: ReliabilityUrl): boolean {
  return (
    url.team.length + url.system.length + url.domain.length > 0 ||
    url.status.length > 0 ||
    url.q !== ''
  );
}
