/** How long to wait between attempts, in milliseconds. */
export interface Backoff {
  first: number;
  most: number;
}

/**
 * Doubles with every attempt up to a cap; half of it is left to chance, so that what failed together
 * does not come again together.
 */
export function backoffOf(
  { first, most }: Backoff,
  attempt: number,
  random: () => number = Math.random,
): number {
  const full = Math.min(most, first * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full / 2 + (full / 2) * random());
}
