import type { TimelineKind } from '@ghostlight/plugin-incidents-common';
import { urlField } from '@ghostlight/reliability-react';

export const FILTERS = [
  'all',
  'alerts',
  'changes',
  'actions',
  'notes',
] as const;

export type TimelineFilter = (typeof FILTERS)[number];

/** The kinds of entries that a filter shows; none for all. */
export const KINDS: Record<TimelineFilter, readonly TimelineKind[]> = {
  all: [],
  alerts: ['alert'],
  changes: ['change'],
  actions: [
    'status',
    'severity',
    'role',
    'action',
    'notification',
    'link',
    'entity',
    'follow-up',
  ],
  notes: ['note', 'decision'],
};

export const timelineUrl = { timeline: urlField.oneOf(FILTERS, 'all') };
