import { ascending, quantileOf } from './robust';

const fewest = 24;
const mostPlaces = 300;
/** The likeness of a series with itself a period ago. */
const leastLikeness = 0.5;

/**
 * What is expected at a place of a series that repeated itself at least twice before `split`: the
 * median of the same phase. Undefined where nothing repeats.
 */
export function seasonOf(
  values: Float64Array,
  split: number,
): ((place: number) => number) | undefined {
  if (split < fewest) return undefined;
  const stride = Math.ceil(split / mostPlaces);
  const count = Math.floor(split / stride);
  let sum = 0;
  let held = 0;
  const thin = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const value = values[place * stride];
    thin[place] = value;
    if (!Number.isNaN(value)) {
      sum += value;
      held += 1;
    }
  }
  if (held < fewest) return undefined;
  const mean = sum / held;
  for (let place = 0; place < count; place++)
    thin[place] = Number.isNaN(thin[place]) ? 0 : thin[place] - mean;
  const period = periodOf(thin);
  if (!period) return undefined;
  const whole = period * stride;
  const phases = new Map<number, number>();
  return place => {
    const phase = Math.round(place) % whole;
    let level = phases.get(phase);
    if (level === undefined) {
      level = phaseLevel(values, split, whole, phase);
      phases.set(phase, level);
    }
    return level;
  };
}

function periodOf(centred: Float64Array): number | undefined {
  const { length } = centred;
  let power = 0;
  for (const value of centred) power += value * value;
  if (!power) return undefined;
  let best = 0;
  let period: number | undefined;
  let hasFallen = false;
  for (let lag = 3; lag <= length / 2.2; lag++) {
    let product = 0;
    for (let place = lag; place < length; place++)
      product += centred[place] * centred[place - lag];
    const likeness = (product / power) * (length / (length - lag));
    // The likeness of neighbours is no season: it must have gone once.
    if (likeness < 0.1) hasFallen = true;
    if (hasFallen && likeness > Math.max(best + 0.02, leastLikeness)) {
      best = likeness;
      period = lag;
    }
  }
  return period;
}

function phaseLevel(
  values: Float64Array,
  split: number,
  period: number,
  phase: number,
): number {
  const near = Math.max(1, Math.floor(period / 24));
  const held: number[] = [];
  for (let turn = 0; turn * period <= split + period; turn++)
    for (let off = -near; off <= near; off++) {
      const place = turn * period + phase + off;
      if (place >= 0 && place < split && !Number.isNaN(values[place]))
        held.push(values[place]);
    }
  return quantileOf(ascending(held), 0.5);
}
