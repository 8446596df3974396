import type { ObjectiveStatus, Status } from '@ghostlight/plugin-slo-common';

const order: Status[] = [
  'critical',
  'warning',
  'no-data',
  'low-traffic',
  'healthy',
];

/** 0 for the worst. */
export function badness(status: Status): number {
  return order.indexOf(status);
}

/** Objectives in the order in which someone on call wants them. */
export function worstFirst(objectives: ObjectiveStatus[]): ObjectiveStatus[] {
  return [...objectives].sort(
    (a, b) =>
      badness(a.status) - badness(b.status) ||
      (a.budget.leftRatio ?? Infinity) - (b.budget.leftRatio ?? Infinity) ||
      a.title.localeCompare(b.title),
  );
}
