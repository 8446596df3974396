/**
 * The 95 % interval of the median by order statistics, which takes nothing for granted about the
 * shape: the number of values below the median is binomial with p = 1/2 (Conover, Practical
 * Nonparametric Statistics, 3.2).
 *
 * @param sorted - the values, the smallest first; at least one
 * @public
 */
export function medianInterval(sorted: number[]): [number, number] {
  const n = sorted.length;
  // P(X = k) in logarithms, since 2^-n is zero for large n.
  let logTerm = -n * Math.LN2;
  let below = Math.exp(logTerm);
  let k = 0;
  while (below <= 0.025 && k < n) {
    k += 1;
    logTerm += Math.log((n - k + 1) / k);
    below += Math.exp(logTerm);
  }
  const rank = Math.max(k, 1);
  return [sorted[rank - 1], sorted[n - rank]];
}
