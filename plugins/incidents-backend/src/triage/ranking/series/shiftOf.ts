import { ascending, quantileOf } from './robust';

export interface Shift {
  place: number;
  /** In standard deviations of single values; wild ones are clipped. */
  size: number;
}

/**
 * The one place where the mean changes most, whatever is known of an incident: the largest standardised
 * difference of means over all splits, in one pass. Undefined for a series that never changes or is short.
 */
export function shiftOf(values: Float64Array): Shift | undefined {
  const held: number[] = [];
  const places: number[] = [];
  for (const [place, value] of values.entries())
    if (!Number.isNaN(value)) {
      held.push(value);
      places.push(place);
    }
  const { length } = held;
  if (length < 10) return undefined;
  const order = ascending(held);
  const low = quantileOf(order, 0.02);
  const high = quantileOf(order, 0.98);
  if (!(high > low)) return undefined;
  const clipped = held.map(value => Math.min(high, Math.max(low, value)));
  const total = clipped.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  let best = 0;
  let split = 0;
  const edge = Math.max(3, Math.floor(length / 20));
  for (let count = 1; count < length; count++) {
    sum += clipped[count - 1];
    if (count < edge || length - count < edge) continue;
    const difference = (total - sum) / (length - count) - sum / count;
    const power =
      Math.abs(difference) * Math.sqrt((count * (length - count)) / length);
    if (power > best) {
      best = power;
      split = count;
    }
  }
  if (!split) return undefined;
  const mean = (from: number, to: number) => {
    let part = 0;
    for (let at = from; at < to; at++) part += clipped[at];
    return part / (to - from);
  };
  const [first, second] = [mean(0, split), mean(split, length)];
  let rest = 0;
  for (let at = 0; at < length; at++)
    rest += (clipped[at] - (at < split ? first : second)) ** 2;
  const deviation = Math.sqrt(rest / length);
  return {
    place: places[split],
    size:
      Math.abs(second - first) /
      Math.max(deviation, (high - low) * 0.02, Number.MIN_VALUE),
  };
}
