import type { SeriesFact } from '../facts/Facts';
import { changePointOf } from './changePointOf';
import type { Deviation } from './Deviation';
import { badDirection, natureOf } from './kinds';
import type { Prepared } from './prepareValues';
import { ascending, quantileOf, spreadOf } from './robust';
import { seasonOf } from './seasonOf';
import { windowsOf, type Window } from './windows';

/** Fewer values before tell nothing. */
const fewestBefore = 5;
const sparseShare = 0.5;
/** A spread below this share of the level is rounding. */
const leastSpread = 0.005;
/** Where less than this is unusual, no season is looked for. */
const seasonAbove = 2;
/** An excess from which a difference is hardly chance, and one that says it all. */
const [excessFrom, excessFull] = [1.4, 60];
/** A difference of this share of the level counts half. */
const halfSize = 0.12;
/** What lasts for a shorter share of the incident counts less. */
const lastsFull = 0.3;

export interface Scale {
  /** What is usual for this measurement among all entities: a hundredth of it is nothing. */
  usual?: number;
}

/**
 * Compares what is from `since` on with what was before. In the manner of BARO's RobustScorer (Pham et
 * al., FSE 2024: median and IQR instead of mean and deviation), but in units of how much *windows of the
 * same length* differed before, so that slow noise is not taken for a shift; and against three
 * descriptions of the time before (a level, a trend, a season), of which the kindest counts. Undefined
 * where too little is known.
 */
export function deviationOf(
  series: SeriesFact,
  { values, start, step, isRate }: Prepared,
  since: number,
  { usual }: Scale = {},
): Deviation | undefined {
  const split = Math.min(values.length, Math.ceil((since - start) / step));
  if (split < fewestBefore || values.length - split < 1) return undefined;
  const before = values
    .subarray(0, split)
    .filter(value => !Number.isNaN(value));
  const during = values.subarray(split).filter(value => !Number.isNaN(value));
  if (before.length < fewestBefore) return undefined;
  const nature = natureOf(series.kind);
  const bad = badDirection(series.given.name);
  const { middle, scale } = spreadOf(before);
  const base = { series, kind: series.kind, nature, before: middle, isRate };
  if (isSilent(before, during, split, values.length)) {
    return {
      ...base,
      direction: -1,
      isBad: true,
      during: NaN,
      sigmas: 6,
      excess: 6,
      size: 1,
      strength: 0.35,
      lasts: 1,
      began: start + lastPlace(values) * step,
      isGone: true,
    };
  }
  if (!during.length) return undefined;
  const zeros = before.reduce((count, value) => count + Number(value === 0), 0);
  const isSparse = zeros > before.length * sparseShare;
  const width = Math.max(
    Math.min(during.length, during.length < 10 ? 3 : 5),
    Math.floor(Math.min(before.length, during.length) / 6),
  );
  const now = windowsOf(values, split, values.length, width, isSparse);
  const past = beforeIt(
    windowsOf(values, 0, split, width, isSparse),
    now,
    middle,
  );
  if (!past.length || !now.length) return undefined;
  const quantum = isSparse ? leastNonZero(values) : 0;
  const least = Math.max(
    Math.abs(middle) * leastSpread,
    (usual ?? 0) * leastSpread,
    quantum * Math.min(1, 1.5 / width),
    1e-12,
  );
  const single = Math.max(scale, least);
  const level = compare(past, now, () => middle, single, width, least);
  let best = level;
  const trend = trendOf(past);
  if (trend)
    best = kinder(best, compare(past, now, trend, single, width, least));
  if (best.excess > seasonAbove) {
    const season = seasonOf(values, split);
    if (season)
      best = kinder(best, compare(past, now, season, single, width, least));
  }
  const { difference, excess, lasts } = best;
  const direction = difference < 0 ? -1 : 1;
  const reference = Math.max(Math.abs(middle), (usual ?? 0) * 0.1, 1e-12);
  const size = Math.min(1, Math.abs(difference) / reference);
  const unusual = Math.min(
    1,
    Math.max(
      0,
      Math.log(excess / excessFrom) / Math.log(excessFull / excessFrom),
    ),
  );
  return {
    ...base,
    direction,
    isBad: direction === bad,
    during: best.level,
    sigmas: Math.abs(difference) / single,
    excess,
    size,
    strength:
      unusual *
      (size / (size + halfSize)) *
      (1 + halfSize) *
      Math.min(1, 0.5 + lasts / lastsFull / 2),
    lasts,
    began:
      start + step * changePointOf(values, middle, single, difference, split),
  };
}

/**
 * An incident may be noticed late: the last windows that are already as those during it are not of the
 * time before, as long as most of that remains.
 */
function beforeIt(past: Window[], now: Window[], middle: number): Window[] {
  let furthest = 0;
  for (const { level } of now)
    if (Math.abs(level - middle) > Math.abs(furthest))
      furthest = level - middle;
  let { length } = past;
  const least = Math.ceil(length * 0.6);
  while (
    length > least &&
    (past[length - 1].level - middle) * Math.sign(furthest) >
      Math.abs(furthest) * 0.5
  )
    length -= 1;
  // With the one that it began in.
  if (length < past.length && length > least) length -= 1;
  return past.slice(0, length);
}

interface Compared {
  difference: number;
  level: number;
  excess: number;
  lasts: number;
}

function kinder(one: Compared, other: Compared): Compared {
  return other.excess < one.excess ? other : one;
}

function compare(
  past: Window[],
  now: Window[],
  expected: (place: number) => number,
  single: number,
  width: number,
  least: number,
): Compared {
  const usual = ascending(
    past.map(({ at, level }) => Math.abs(level - expected(at))),
  );
  const unit = Math.max(
    quantileOf(usual, 0.9),
    0.6 * quantileOf(usual, 1),
    // A median of so many values, were they independent; with few windows there may be worse to come.
    (single * 1.25 * (1 + 3 / past.length)) / Math.sqrt(width),
    least,
  );
  let difference = 0;
  let level = expected(now[0].at);
  let beyond = 0;
  for (const window of now) {
    const here = window.level - expected(window.at);
    if (Math.abs(here) > 1.5 * unit) beyond += 1;
    if (Math.abs(here) <= Math.abs(difference)) continue;
    difference = here;
    level = window.level;
  }
  return {
    difference,
    level,
    excess: Math.abs(difference) / unit,
    lasts: beyond / now.length,
  };
}

/** A straight line through the thirds of the time before, if it has a direction; it ends not far after. */
function trendOf(past: Window[]): ((place: number) => number) | undefined {
  const third = Math.floor(past.length / 3);
  if (third < 2) return undefined;
  const mid = (windows: Window[]) => ({
    at: windows.reduce((sum, { at }) => sum + at, 0) / windows.length,
    level: quantileOf(ascending(windows.map(({ level }) => level)), 0.5),
  });
  const first = mid(past.slice(0, third));
  const centre = mid(past.slice(third, -third));
  const last = mid(past.slice(-third));
  const slope = (last.level - first.level) / (last.at - first.at);
  const bend = Math.abs(
    centre.level - (first.level + slope * (centre.at - first.at)),
  );
  const rise = Math.abs(last.level - first.level);
  if (!(rise > 0) || bend > rise / 3) return undefined;
  const end = past[past.length - 1].at;
  const furthest = end + (end - past[0].at);
  return place => first.level + slope * (Math.min(place, furthest) - first.at);
}

function isSilent(
  before: Float64Array,
  during: Float64Array,
  split: number,
  length: number,
): boolean {
  const expected = length - split;
  return (
    expected >= 3 &&
    before.length >= split * 0.8 &&
    during.length <= expected * 0.2
  );
}

function lastPlace(values: Float64Array): number {
  let place = values.length - 1;
  while (place > 0 && Number.isNaN(values[place])) place -= 1;
  return place;
}

function leastNonZero(values: Float64Array): number {
  let least = Infinity;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > 0 && size < least) least = size;
  }
  return least === Infinity ? 0 : least;
}
