import { ascending, quantileOf } from './robust';

export interface Window {
  /** Place of its middle. */
  at: number;
  level: number;
}

/**
 * Levels of half-overlapping windows: medians, or means where most values are zero and a median would
 * hide what is rare. Windows that are mostly empty are left out.
 */
export function windowsOf(
  values: Float64Array,
  from: number,
  to: number,
  width: number,
  isSparse: boolean,
): Window[] {
  const windows: Window[] = [];
  const stride = Math.max(1, Math.floor(width / 2));
  for (let begin = from; begin < to; begin += stride) {
    const end = Math.min(to, begin + width);
    if (end - begin < width && windows.length) break;
    const held: number[] = [];
    for (let place = begin; place < end; place++)
      if (!Number.isNaN(values[place])) held.push(values[place]);
    if (held.length * 3 < width) continue;
    windows.push({
      at: (begin + end - 1) / 2,
      level: isSparse
        ? held.reduce((sum, value) => sum + value, 0) / held.length
        : quantileOf(ascending(held), 0.5),
    });
  }
  return windows;
}
