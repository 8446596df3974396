import type { Exhaustion } from '../api/types';
import { poissonInterval } from './poissonInterval';
import { badOf, type WindowSums } from './WindowSums';

/**
 * When the budget is gone if the last hour goes on, with a 90 % interval from the number of bad
 * events in it (they are taken to be Poisson distributed: failures that come in bursts scatter more).
 *
 * Undefined when it is gone already, when the hour had no bad event, or when it would outlast
 * `horizonSeconds`: by then a rolling window has forgotten what was spent, and a calendar one is over.
 *
 * @public
 */
export function exhaustionOf(options: {
  leftEvents: number | null;
  lastHour: Pick<WindowSums, 'good' | 'total'>;
  /** Length of a rolling window, or what is to come of a calendar one. */
  horizonSeconds: number;
}): Exhaustion | undefined {
  const { leftEvents, lastHour, horizonSeconds } = options;
  const bad = badOf(lastHour);
  if (leftEvents === null || leftEvents <= 0 || bad <= 0) return undefined;
  const after = (perHour: number) => (leftEvents / perHour) * 3_600;
  const seconds = after(bad);
  if (!(seconds <= horizonSeconds)) return undefined;
  const { low, high } = poissonInterval(bad);
  const latest = low > 0 ? after(low) : Infinity;
  return {
    seconds,
    earliest: after(high),
    latest: latest <= horizonSeconds ? latest : null,
  };
}
