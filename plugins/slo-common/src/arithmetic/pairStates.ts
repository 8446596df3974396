import type { BurnPair } from '../api/types';
import type { BurnPairRule } from '../objective';
import { allowedRatioOf, burnRateOf, windowName } from './burnRate';
import { badOf, type WindowSums } from './WindowSums';

/**
 * The multi-window, multi-burn-rate table (Google SRE Workbook, chapter 5): a pair fires when both
 * its windows burn faster than its threshold, and its long window holds at least
 * `minimumBadEvents`, so that two errors on low traffic page nobody.
 *
 * A target that cannot burn as fast as the threshold even when everything fails is `unreachable`:
 * 90 % burns at 10 at most, so never at 14.4.
 *
 * @public
 */
export function pairStates(options: {
  pairs: BurnPairRule[];
  target: number;
  /** 3 is the default for events, 1 for slices. */
  minimumBadEvents: number;
  /**
   * Sums of the window of that many seconds that ends now; with the number of `bad` events where
   * it is not `total - good`, as in a composite.
   */
  sumsOf: (seconds: number) => WindowSums & { bad?: number };
}): BurnPair[] {
  const { pairs, target, minimumBadEvents, sumsOf } = options;
  return pairs.map(pair => {
    const long = sumsOf(pair.longSeconds);
    const longRate = burnRateOf(long, target);
    const shortRate = burnRateOf(sumsOf(pair.shortSeconds), target);
    return {
      name: pair.name,
      severity: pair.severity,
      long: windowName(pair.longSeconds),
      short: windowName(pair.shortSeconds),
      threshold: pair.threshold,
      longRate,
      shortRate,
      state: stateOf(pair, target, longRate, shortRate, () =>
        atLeast(long.bad ?? badOf(long), minimumBadEvents),
      ),
    };
  });
}

function stateOf(
  { threshold }: BurnPairRule,
  target: number,
  longRate: number | null,
  shortRate: number | null,
  enoughEvents: () => boolean,
): BurnPair['state'] {
  if (threshold * allowedRatioOf(target) >= 1) return 'unreachable';
  if (longRate === null) return 'no-data';
  const longHolds = longRate > threshold;
  const shortHolds = shortRate !== null && shortRate > threshold;
  if (longHolds && shortHolds) {
    return enoughEvents() ? 'firing' : 'too-few-events';
  }
  return longHolds || shortHolds ? 'almost' : 'quiet';
}

function atLeast(value: number, minimum: number): boolean {
  return value >= minimum - 1e-9;
}
