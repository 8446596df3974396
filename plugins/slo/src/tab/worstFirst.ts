import type { ObjectiveStatus, Status } from '@ghostlight/plugin-slo-common';

const badness: Status[] = [
  'critical',
  'warning',
  'no-data',
  'low-traffic',
  'healthy',
];

/** Objectives in the order in which someone on call wants them. */
export function worstFirst(objectives: ObjectiveStatus[]): ObjectiveStatus[] {
  return [...objectives].sort(
    (a, b) =>
      badness.indexOf(a.status) - badness.indexOf(b.status) ||
      (a.budget.leftRatio ?? Infinity) - (b.budget.leftRatio ?? Infinity) ||
      a.title.localeCompare(b.title),
  );
}
