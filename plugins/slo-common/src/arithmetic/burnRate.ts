import { formatDuration } from '../document/duration';
import type { BurnPairRule } from '../objective';
import { errorRatioOf, type WindowSums } from './WindowSums';

/**
 * Windows whose burn rate is always answered, in seconds: 5m, 30m, 1h, 2h, 6h, 1d, 3d.
 *
 * @public
 */
export const BURN_WINDOWS: readonly number[] = [
  300, 1_800, 3_600, 7_200, 21_600, 86_400, 259_200,
];

/**
 * The name of a burn window: `5m`, `1h`, `3d`. The objective's own window is called `period`.
 *
 * @public
 */
export function windowName(seconds: number): string {
  return formatDuration(seconds);
}

/**
 * Share of bad events that a target allows, without the binary dust of `1 - 0.999`.
 *
 * @public
 */
export function allowedRatioOf(target: number): number {
  return Number((1 - target).toPrecision(12));
}

/**
 * Burn rate = error ratio / (1 - target): 1 spends exactly the budget over the period (Google SRE
 * Workbook, chapter 5). Null without events.
 *
 * @public
 */
export function burnRateOf(
  sums: Pick<WindowSums, 'good' | 'total'>,
  target: number,
): number | null {
  const ratio = errorRatioOf(sums);
  return ratio === null ? null : ratio / allowedRatioOf(target);
}

/**
 * Seconds until one window's condition holds after errors begin in a window without any:
 * (1 - target) / error ratio × window × factor (Google SRE Workbook, chapter 5). At 99.9 % and a
 * total outage the hour of the 14.4 pair holds after 51.8 s. Infinite when it never does.
 *
 * @public
 */
export function timeToFire(
  pair: Pick<BurnPairRule, 'longSeconds' | 'threshold'>,
  target: number,
  errorRatio: number,
): number {
  if (!(errorRatio > 0)) return Infinity;
  const seconds =
    (allowedRatioOf(target) / errorRatio) * pair.longSeconds * pair.threshold;
  return seconds <= pair.longSeconds ? seconds : Infinity;
}
