import type { Minute, Objective } from '@ghostlight/plugin-slo-common';
import { DateTime } from 'luxon';
import { timeSliceOf } from './TimeSlice';

/** What the ledger has to know of an objective to count for it. */
export type CountedObjective = Pick<Objective, 'method' | 'timeSlice'> &
  Partial<Pick<Objective, 'window'>>;

/**
 * Distances, in minutes, of the instants at which totals stay exact when rows are thinned: hours
 * (or days), and whatever else the objective's slices and calendar periods end at.
 */
export function boundarySteps(
  objective: CountedObjective,
  level: 'hours' | 'days',
): number[] {
  const step = level === 'hours' ? 60 : 1440;
  const steps = new Set([step]);
  const slice = timeSliceOf(objective);
  if (slice && step % slice.minutes !== 0) steps.add(slice.minutes);
  if (objective.window?.kind === 'calendar') {
    steps.add(60);
    const { timeZone } = objective.window;
    // Kathmandu is at +5:45; Lord Howe moves its clocks by half an hour.
    for (const month of [1, 7]) {
      const zoned = DateTime.fromObject(
        { year: 2026, month },
        { zone: timeZone },
      );
      const odd = zoned.isValid ? Math.abs(zoned.offset % 60) : 0;
      if (odd) steps.add(odd % 30 === 0 ? 30 : 15);
    }
  }
  return [...steps];
}

/** Whether a row is the last before one of the boundaries, the next row being at `next`. */
export function isLastBefore(
  at: Minute,
  next: Minute | undefined,
  steps: number[],
): boolean {
  return (
    next === undefined ||
    steps.some(step => Math.ceil(at / step) !== Math.ceil(next / step))
  );
}
