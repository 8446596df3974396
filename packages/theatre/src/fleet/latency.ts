import type { Latency } from './services';
import { normal, type Random } from './random';

/** Seconds that one request takes. */
export function drawLatency(latency: Latency, random: Random): number {
  const tail = random() < latency.tailShare ? latency.tailFactor : 1;
  return latency.median * tail * Math.exp(latency.sigma * normal(random));
}

/** Share of requests that take at most `seconds`. */
export function shareWithin(latency: Latency, seconds: number): number {
  const within = (median: number) =>
    normalShare(Math.log(seconds / median) / latency.sigma);
  return (
    (1 - latency.tailShare) * within(latency.median) +
    latency.tailShare * within(latency.median * latency.tailFactor)
  );
}

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function normalShare(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    0.3989422804 *
    Math.exp((-x * x) / 2) *
    t *
    (0.31938153 +
      t *
        (-0.356563782 +
          t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
