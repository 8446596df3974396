import type { Minute, Objective } from '@ghostlight/plugin-slo-common';
import type { Totals } from './Totals';

/** How the minutes of an objective with a time-slice method add up. */
export interface TimeSlice {
  /** Length, aligned to the epoch. */
  minutes: number;
  /** Share of good events from which a slice is good; undefined when it counts by its ratio. */
  target?: number;
}

/** The time slice of an objective, undefined when it counts occurrences. */
export function timeSliceOf(
  objective: Pick<Objective, 'method' | 'timeSlice'>,
): TimeSlice | undefined {
  const { method, timeSlice } = objective;
  if (method === 'occurrences') return undefined;
  return {
    minutes: Math.max(1, Math.round((timeSlice?.seconds ?? 60) / 60)),
    target: method === 'timeslices' ? timeSlice?.target ?? 1 : undefined,
  };
}

export function sliceStart(minute: Minute, slice: TimeSlice): Minute {
  return Math.floor(minute / slice.minutes) * slice.minutes;
}

/**
 * The slice counters of a row from those at the start of its slice. The running slice counts as it
 * stands, so the row at its end holds its final say, also when its last minutes are a gap.
 */
export function withSlices(
  row: Totals,
  start: Totals,
  slice: TimeSlice,
): Totals {
  const good = row.good - start.good;
  const total = row.total - start.total;
  const all = sliceValue(good, total, slice);
  const excludedTotal = row.excludedTotal - start.excludedTotal;
  const counted =
    excludedTotal > 0
      ? sliceValue(
          good - (row.excludedGood - start.excludedGood),
          // What is left of a slice all left out is nothing, not the dust of fractions.
          total - excludedTotal > 1e-9 * total ? total - excludedTotal : 0,
          slice,
        )
      : all;
  return {
    ...row,
    slices: start.slices + all.slices,
    goodSlices: start.goodSlices + all.goodSlices,
    excludedSlices: start.excludedSlices + all.slices - counted.slices,
    excludedGoodSlices:
      start.excludedGoodSlices + all.goodSlices - counted.goodSlices,
  };
}

/** What a slice with these events counts. */
export function sliceValue(good: number, total: number, slice: TimeSlice) {
  if (!(total > 0)) return { slices: 0, goodSlices: 0 };
  const ratio = Math.min(1, Math.max(0, good / total));
  if (slice.target === undefined) return { slices: 1, goodSlices: ratio };
  return { slices: 1, goodSlices: ratio >= slice.target - 1e-12 ? 1 : 0 };
}
