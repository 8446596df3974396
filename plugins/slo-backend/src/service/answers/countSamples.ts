import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import { sliceStart, sliceValue, type TimeSlice } from '../../ledger/TimeSlice';

/** Good and total of minutes as the objective counts them: their events, or its slices. */
export function countSamples(
  samples: MinuteSample[],
  slice: TimeSlice | undefined,
): { good: number; total: number } {
  if (!slice) return addUp(samples);
  const bySlice = new Map<number, MinuteSample[]>();
  for (const sample of samples) {
    const start = sliceStart(sample.minute, slice);
    bySlice.set(start, [...(bySlice.get(start) ?? []), sample]);
  }
  return addUp(
    [...bySlice.values()].map(within => {
      const { good, total } = addUp(within);
      const { goodSlices, slices } = sliceValue(good, total, slice);
      return { good: goodSlices, total: slices };
    }),
  );
}

function addUp(counts: { good: number; total: number }[]) {
  let good = 0;
  let total = 0;
  for (const each of counts) {
    good += each.good;
    total += each.total;
  }
  return { good, total };
}
