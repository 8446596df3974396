import type {
  BudgetingMethod,
  Minute,
  WindowSums,
} from '@ghostlight/plugin-slo-common';

/**
 * Running totals of an objective at the end of a measured minute. What happened between two
 * instants is the difference of two of these.
 */
export interface Totals {
  /** End of the minute, in minutes since the epoch. */
  at: Minute;
  good: number;
  total: number;
  /** Measured minutes. */
  minutes: number;
  /** Slices with events that have begun, the running one as it stands. */
  goodSlices: number;
  slices: number;
  /** The part of each that corrections leave out. */
  excludedGood: number;
  excludedTotal: number;
  excludedGoodSlices: number;
  excludedSlices: number;
  excludedMinutes: number;
}

/** All of a row but its place. */
export const counters = [
  'good',
  'total',
  'minutes',
  'goodSlices',
  'slices',
  'excludedGood',
  'excludedTotal',
  'excludedGoodSlices',
  'excludedSlices',
  'excludedMinutes',
] as const satisfies readonly (keyof Totals)[];

export function zeroTotals(at: Minute): Totals {
  return {
    at,
    good: 0,
    total: 0,
    minutes: 0,
    goodSlices: 0,
    slices: 0,
    excludedGood: 0,
    excludedTotal: 0,
    excludedGoodSlices: 0,
    excludedSlices: 0,
    excludedMinutes: 0,
  };
}

/** `later - earlier`, at `later`. */
export function difference(earlier: Totals, later: Totals): Totals {
  return combine(later, earlier, -1);
}

/** `base + change`, at `base`. */
export function plus(base: Totals, change: Totals): Totals {
  return combine(base, change, 1);
}

function combine(a: Totals, b: Totals, sign: 1 | -1): Totals {
  return {
    at: a.at,
    good: a.good + sign * b.good,
    total: a.total + sign * b.total,
    minutes: a.minutes + sign * b.minutes,
    goodSlices: a.goodSlices + sign * b.goodSlices,
    slices: a.slices + sign * b.slices,
    excludedGood: a.excludedGood + sign * b.excludedGood,
    excludedTotal: a.excludedTotal + sign * b.excludedTotal,
    excludedGoodSlices: a.excludedGoodSlices + sign * b.excludedGoodSlices,
    excludedSlices: a.excludedSlices + sign * b.excludedSlices,
    excludedMinutes: a.excludedMinutes + sign * b.excludedMinutes,
  };
}

/** What an objective counts between two instants, without what corrections leave out. */
export function sumsBetween(
  earlier: Totals | undefined,
  later: Totals | undefined,
  method: BudgetingMethod,
): WindowSums {
  if (!earlier || !later || later.at <= earlier.at) {
    return { good: 0, total: 0, minutes: 0, excludedMinutes: 0 };
  }
  const change = difference(earlier, later);
  const [good, total] =
    method === 'occurrences'
      ? [change.good - change.excludedGood, change.total - change.excludedTotal]
      : [
          change.goodSlices - change.excludedGoodSlices,
          change.slices - change.excludedSlices,
        ];
  // Differences of fractions leave dust: a window that holds nothing must hold nothing.
  const events = total > 1e-9 * Math.max(1, later.total) ? total : 0;
  return {
    good: Math.min(Math.max(0, good), events),
    total: events,
    minutes: change.minutes - change.excludedMinutes,
    excludedMinutes: change.excludedMinutes,
  };
}
