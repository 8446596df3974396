import { Random } from '../../incidents/storm/Random';

/** What goes into a simulated rollout. */
export interface Scenario {
  /** Requests of both versions in the time between two looks. */
  requests: number;
  /** Share of them that the new version gets. */
  share: number;
  /** Share of requests that fail with the old version. */
  rate: number;
  looks: number;
}

/** What both versions did between two looks. */
export interface Look {
  canary: { bad: number; total: number };
  baseline: { bad: number; total: number };
}

/** A rollout whose new version fails so many times as often; as many requests as chance sends. */
export function simulateRollout(
  scenario: Scenario,
  times: number,
  seed: number,
): Look[] {
  const { requests, share, rate, looks } = scenario;
  const random = Random.create(seed);
  const side = (part: number, failing: number) => {
    const total = binomial(random, requests, part);
    return { bad: binomial(random, total, Math.min(1, failing)), total };
  };
  return Array.from({ length: looks }, () => ({
    canary: side(share, rate * times),
    baseline: side(1 - share, rate),
  }));
}

/** Counts successes by the gaps between them, from the rarer side. */
function binomial(random: Random, n: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  const log = Math.log1p(-p);
  let count = -1;
  for (let at = 0; at <= n; count++)
    at += Math.floor(Math.log(1 - random.next()) / log) + 1;
  return count;
}
