/**
 * What was measured in a window, without what corrections leave out. Gaps are in neither number.
 *
 * @public
 */
export interface WindowSums {
  /** Events, minutes or slices, whatever the objective counts. */
  good: number;
  total: number;
  /** Measured minutes that count. */
  minutes: number;
  /** Measured minutes left out by corrections. */
  excludedMinutes: number;
}

/**
 * Bad events of a window. Fractions add up to a hair less than nothing at times: never below 0.
 *
 * @public
 */
export function badOf(sums: Pick<WindowSums, 'good' | 'total'>): number {
  return Math.max(0, sums.total - sums.good);
}

/**
 * Share of bad events, 0 to 1; null without events.
 *
 * @public
 */
export function errorRatioOf(
  sums: Pick<WindowSums, 'good' | 'total'>,
): number | null {
  return sums.total > 0 ? Math.min(1, badOf(sums) / sums.total) : null;
}
