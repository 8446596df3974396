/** Of numbers in ascending order, between the neighbours of the place. NaN for none. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const { length } = sorted;
  if (!length) return NaN;
  const place = share * (length - 1);
  const low = Math.floor(place);
  const high = Math.min(length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

export function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

export const medianOf = (values: Iterable<number>) =>
  quantileOf(ascending(values), 0.5);

export interface Spread {
  middle: number;
  /** As the standard deviation of a normal distribution. */
  scale: number;
}

/**
 * Middle and spread that a quarter of wild values does not move: the larger of MAD and IQR, since one
 * of the two is zero for many a metric with few distinct values.
 */
export function spreadOf(values: Float64Array): Spread {
  const order = ascending(values);
  const middle = quantileOf(order, 0.5);
  const mad = quantileOf(
    ascending(values.map(value => Math.abs(value - middle))),
    0.5,
  );
  const iqr = quantileOf(order, 0.75) - quantileOf(order, 0.25);
  return { middle, scale: Math.max(mad * 1.4826, iqr / 1.349) };
}
