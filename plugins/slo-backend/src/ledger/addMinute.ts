import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import type { CorrectedSpans } from './CorrectedSpans';
import { sliceStart, withSlices, type TimeSlice } from './TimeSlice';
import type { Totals } from './Totals';

/** Where a run of rows has got to: its last row, and the row at the start of the slice it is in. */
export interface Position {
  row: Totals;
  sliceStart: Totals;
}

/** The position after one more measured minute. */
export function addMinute(
  position: Position,
  sample: MinuteSample,
  corrections: CorrectedSpans,
  slice: TimeSlice | undefined,
): Position {
  const { row } = position;
  const excluded = corrections.has(sample.minute) ? 1 : 0;
  const next: Totals = {
    ...row,
    at: sample.minute + 1,
    good: row.good + sample.good,
    total: row.total + sample.total,
    minutes: row.minutes + 1,
    excludedGood: row.excludedGood + excluded * sample.good,
    excludedTotal: row.excludedTotal + excluded * sample.total,
    excludedMinutes: row.excludedMinutes + excluded,
  };
  if (!slice) return { row: next, sliceStart: next };
  const start =
    row.at <= sliceStart(sample.minute, slice) ? row : position.sliceStart;
  return { row: withSlices(next, start, slice), sliceStart: start };
}
