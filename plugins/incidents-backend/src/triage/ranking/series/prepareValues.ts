import type { SeriesFact } from '../facts/Facts';

export interface Prepared {
  /** NaN where there is none. */
  values: Float64Array;
  start: number;
  /** Milliseconds. */
  step: number;
  isRate: boolean;
}

/** Longer series are averaged to about so many values. */
const most = 1200;
const resetShare = 0.5;

/** The values until `at`; of a counter its growth per second. */
export function prepareValues(
  { given, start, step }: SeriesFact,
  at: number,
): Prepared {
  const count = Math.min(
    given.values.length,
    Math.max(0, Math.ceil((at - start) / step)),
  );
  let values = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const value = given.values[place];
    values[place] = value !== null && Number.isFinite(value) ? value : NaN;
  }
  const isRate = isCounter(values);
  if (isRate) values = growth(values, given.step);
  if (values.length <= most) return { values, start, step, isRate };
  const width = Math.ceil(values.length / most);
  return { values: averaged(values, width), start, step: step * width, isRate };
}

/** Never falls but to begin anew, and grows all the time from its beginning. */
function isCounter(values: Float64Array): boolean {
  let rises = 0;
  let falls = 0;
  let same = 0;
  let resets = 0;
  let early = 0;
  let last = NaN;
  for (const [place, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    if (value < 0) return false;
    if (value > last) {
      rises += 1;
      if (place < values.length / 3) early += 1;
    } else if (value < last) {
      if (value < last * resetShare) resets += 1;
      else falls += 1;
    } else if (value === last) same += 1;
    last = value;
  }
  const steps = rises + falls + same + resets;
  return (
    steps >= 10 &&
    falls === 0 &&
    resets <= Math.max(1, steps / 20) &&
    rises >= steps * 0.5 &&
    early >= values.length / 6
  );
}

function growth(
  values: Float64Array,
  seconds: number,
): Float64Array<ArrayBuffer> {
  const rates = new Float64Array(values.length).fill(NaN);
  let last = NaN;
  let since = 0;
  for (const [place, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(last))
      rates[place] =
        (value >= last ? value - last : value) / (seconds * (place - since));
    last = value;
    since = place;
  }
  return rates;
}

function averaged(
  values: Float64Array,
  width: number,
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(Math.ceil(values.length / width));
  for (let bin = 0; bin < result.length; bin++) {
    let sum = 0;
    let count = 0;
    const end = Math.min(values.length, (bin + 1) * width);
    for (let place = bin * width; place < end; place++)
      if (!Number.isNaN(values[place])) {
        sum += values[place];
        count += 1;
      }
    result[bin] = count ? sum / count : NaN;
  }
  return result;
}
