import type { Measurement } from '@ghostlight/plugin-slo-common';
import {
  CanaryTest,
  noCounts,
  rateOf,
  type CanaryTestState,
  type Counts,
} from '../analysis';

/** How the counts of a version stand. `more` events would probably do to decide. */
export interface ObjectiveVerdict {
  verdict: 'pass' | 'fail' | 'undecided';
  /** Worse than the old version, or over the highest burn rate. */
  because?: 'worse' | 'over';
  more?: number;
}

/** Of so many events that all were good, 95 of 100 times fewer than 1 in n fail: the rule of three. */
const ruleOfThree = 3;
/** Minutes and slices come in rows: one that is bad is no trend. */
const leastBad = 2;

export type ObjectiveUnit = Measurement['unit'];

/** By the sequential test; where minutes or slices are counted, which are few, by the burn rate, too. */
export function judgeSplit(
  test: CanaryTest,
  { unit, max }: { unit: ObjectiveUnit; max: number },
): ObjectiveVerdict {
  const { verdict, because, moreRequests } = test.judge();
  if (verdict === 'fail' || unit === 'events')
    return {
      verdict,
      ...(because && { because }),
      ...(verdict === 'undecided' &&
        moreRequests !== undefined && { more: moreRequests }),
    };
  return judgeFew(test.state.canary, max);
}

/** Both versions together: by the burn rate since the step began. */
export function judgeWhole(
  test: CanaryTestState,
  { unit, max, alpha }: { unit: ObjectiveUnit; max: number; alpha: number },
): ObjectiveVerdict {
  const counts = test.canary;
  if (unit !== 'events') return judgeFew(counts, max);
  const { verdict } = testOf({ alpha, max }, test).judge();
  if (verdict === 'fail') return { verdict, because: 'over' };
  const isBelow = rateOf(counts) < max;
  const more = Math.ceil(ruleOfThree / max - counts.total);
  if (isBelow && more <= 0) return { verdict: 'pass' };
  return { verdict: 'undecided', ...(isBelow && { more: Math.max(1, more) }) };
}

/** A target that cannot burn so fast, 90 % at 14.4, leaves only the old version to be held to. */
export function testOf(
  options: { alpha: number; tolerated?: number; max: number },
  state?: CanaryTestState,
): CanaryTest {
  const { max, ...others } = options;
  return CanaryTest.create({ ...others, ...(max < 1 && { max }) }, state);
}

/** The first look at the whole of a step, or one more. */
export function lookWhole(
  options: { alpha: number; max: number },
  seen: Counts,
  state?: CanaryTestState,
): CanaryTestState {
  const test = testOf(options, state);
  return test.look({ canary: seen, baseline: noCounts }).state;
}

function judgeFew(counts: Counts, max: number): ObjectiveVerdict {
  if (!(counts.total > 0)) return { verdict: 'undecided' };
  if (rateOf(counts) < max) return { verdict: 'pass' };
  return counts.bad >= leastBad
    ? { verdict: 'fail', because: 'over' }
    : { verdict: 'undecided' };
}
