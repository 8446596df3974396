import type { Series } from '../api/types';
import type { EpochSeconds } from '../objective';
import { allowedRatioOf } from './burnRate';
import { poissonInterval } from './poissonInterval';
import { badOf, type WindowSums } from './WindowSums';

/**
 * Share of the budget left at `at` if the last day goes on, with a 90 % interval from the bad events
 * of that day. Undefined when the day or the window holds nothing.
 *
 * @public
 */
export function forecastOf(options: {
  target: number;
  now: EpochSeconds;
  /** End of the calendar period, or an instant ahead for a rolling window. */
  at: EpochSeconds;
  /** What the window that ends at `at` holds already: without what will have left a rolling one. */
  kept: Pick<WindowSums, 'good' | 'total'>;
  lastDay: Pick<WindowSums, 'good' | 'total' | 'minutes'>;
}): NonNullable<Series['forecast']> | undefined {
  const { target, now, at, kept, lastDay } = options;
  if (lastDay.total <= 0 || lastDay.minutes <= 0 || at < now) return undefined;
  const days = (at - now) / 60 / lastDay.minutes;
  const allowed = allowedRatioOf(target) * (kept.total + lastDay.total * days);
  const left = (badInDay: number) =>
    1 - (badOf(kept) + badInDay * days) / allowed;
  const bad = badOf(lastDay);
  const interval = poissonInterval(bad);
  return {
    at,
    left: left(bad),
    low: left(Math.min(interval.high, lastDay.total)),
    high: left(interval.low),
  };
}
