import type { Minute } from '@ghostlight/plugin-slo-common';
import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import { addMinute, type Position } from './addMinute';
import { isLastBefore } from './boundarySteps';
import type { CorrectedSpans } from './CorrectedSpans';
import type { TimeSlice } from './TimeSlice';
import { type Totals, zeroTotals } from './Totals';

/**
 * The rows that samples later than all measured minutes make. Old ones are kept by the hour from
 * the start: only the last row before each boundary is made.
 */
export function appendSamples(options: {
  /** The last row; undefined when nothing is measured yet. */
  head: Totals | undefined;
  /** The row at the start of the slice that the first sample is in. */
  sliceStart: Totals | undefined;
  /** Oldest first, all later than the head. */
  samples: MinuteSample[];
  corrections: CorrectedSpans;
  slice: TimeSlice | undefined;
  /** Rows at or before this minute are kept by `steps`. */
  coarseTo: Minute;
  steps: number[];
}): Totals[] {
  const { head, samples, corrections, slice, coarseTo, steps } = options;
  if (!samples.length) return [];
  const rows: Totals[] = [];
  // The base: what lookups before the first measured minute find.
  const first = head ?? zeroTotals(samples[0].minute);
  if (!head) rows.push(first);
  let position: Position = {
    row: first,
    sliceStart: options.sliceStart ?? first,
  };
  samples.forEach((sample, index) => {
    position = addMinute(position, sample, corrections, slice);
    const { row } = position;
    const next = samples[index + 1];
    if (
      row.at > coarseTo ||
      isLastBefore(row.at, next && next.minute + 1, steps)
    ) {
      rows.push(row);
    }
  });
  return rows;
}
