/**
 * Where a shift began, as a place among the values: of the sums of (value − halfway) the lowest before
 * they rise for good (CUSUM, Page 1954). Single wild values are clipped. It may be before `split`, when
 * an incident was noticed late, but not in the first tenth.
 */
export function changePointOf(
  values: Float64Array,
  middle: number,
  single: number,
  difference: number,
  split: number,
): number {
  const sign = difference < 0 ? -1 : 1;
  const unit = Math.max(single, Math.abs(difference) / 8);
  const half = Math.min(4, Math.abs(difference) / unit / 2);
  const first = Math.floor(split / 10);
  let sum = 0;
  let lowest = 0;
  let candidate = split;
  let highest = -Infinity;
  let began = split;
  candidate = first;
  for (let place = first; place < values.length; place++) {
    const value = values[place];
    if (Number.isNaN(value)) continue;
    const wild = (sign * (value - middle)) / unit;
    sum += Math.max(-2 * half, Math.min(2 * half, wild)) - half;
    if (sum < lowest) {
      lowest = sum;
      candidate = place + 1;
    } else if (sum - lowest > highest && place >= split) {
      highest = sum - lowest;
      began = candidate;
    }
  }
  return Math.min(began, values.length - 1);
}
