import { ChartBucket, ChartRange } from './types';

/** Runs of buckets in which nothing was measured, as spans of time. */
export function gapsOf(
  buckets: readonly ChartBucket[],
  width: number,
): ChartRange[] {
  const gaps: ChartRange[] = [];
  let end = Number.NaN;
  for (const bucket of buckets) {
    // a hole between rows is a gap as much as a row that measured nothing
    if (bucket.start > end) {
      gaps.push({ from: end, to: bucket.start });
    }
    if (isGap(bucket)) {
      const last = gaps[gaps.length - 1];
      if (last?.to === bucket.start) {
        last.to = bucket.start + width;
      } else {
        gaps.push({ from: bucket.start, to: bucket.start + width });
      }
    }
    end = bucket.start + width;
  }
  return gaps;
}

/** Excluded time is grey, not a gap. */
export function isGap(bucket: ChartBucket): boolean {
  return bucket.measured <= 0 && !bucket.excluded;
}

/** The part of a span inside a range, or undefined. */
export function clip(span: ChartRange, range: ChartRange) {
  const from = Math.max(span.from, range.from);
  const to = Math.min(span.to, range.to);
  return to > from ? { from, to } : undefined;
}
