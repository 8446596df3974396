import type { ChangeKind } from '@ghostlight/plugin-delivery-common';
import {
  urlField,
  type SetUrlValues,
  type UrlValues,
} from '@ghostlight/reliability-react';
import { DateTime } from 'luxon';
import type { ChangeFilter } from '../hooks';

export const KINDS: readonly ChangeKind[] = [
  'deployment',
  'rollback',
  'config',
  'flag',
  'scale',
  'other',
];

/** All that a link to the list of changes restores. Days are those of the reader's zone. */
export const changesUrl = {
  q: urlField.text(),
  kind: urlField.someOf<ChangeKind>(KINDS),
  entity: urlField.text(),
  owner: urlField.text(),
  environment: urlField.text(),
  /** `2026-11-21`, the first day. */
  from: urlField.text(),
  /** The last day. */
  to: urlField.text(),
  /** Change whose details are shown. */
  change: urlField.text(),
};

export type ChangesUrl = UrlValues<typeof changesUrl>;
export type SetChangesUrl = SetUrlValues<typeof changesUrl>;

function instantOf(day: DateTime): string | undefined {
  return day.toUTC().toISO() ?? undefined;
}

/** What the list is asked for; a day that is none is left out. */
export function changeFilterOf(url: ChangesUrl): ChangeFilter {
  const first = DateTime.fromFormat(url.from, 'yyyy-MM-dd');
  const last = DateTime.fromFormat(url.to, 'yyyy-MM-dd');
  return {
    q: url.q.trim() || undefined,
    kind: url.kind.length > 0 ? url.kind : undefined,
    entityRef: url.entity ? [url.entity] : undefined,
    owner: url.owner || undefined,
    environment: url.environment.trim() || undefined,
    from: first.isValid ? instantOf(first) : undefined,
    // All of the last day counts.
    to: last.isValid ? instantOf(last.plus({ days: 1 })) : undefined,
  };
}

/** Whether the last day is before the first. */
export function isBackwards({ from, to }: ChangesUrl): boolean {
  return from !== '' && to !== '' && to < from;
}

/** No filter. */
export const UNFILTERED: Partial<ChangesUrl> = {
  q: '',
  kind: [],
  entity: '',
  owner: '',
  environment: '',
  from: '',
  to: '',
};
