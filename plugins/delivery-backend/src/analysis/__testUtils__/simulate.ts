import { CanaryTest, type CanaryVerdict } from '..';

/** What goes into a simulated rollout of 60 looks. */
export interface Scenario {
  /** Requests of both versions between two looks. */
  requests: number;
  /** Of the new version. */
  share: number;
  rate: number;
  max?: number;
  /** The rate goes up and down with the time of day. */
  wave?: boolean;
}

/** How many rollouts end whose new version fails so many times as often, and at which look. */
export function simulate(
  { requests, share, rate, max, wave }: Scenario,
  times: number,
  rollouts: number,
  until: CanaryVerdict['verdict'] = 'fail',
): { verdict: CanaryVerdict['verdict']; at: number }[] {
  const random = mulberry32(7);
  const total = Math.round(requests * share);
  return Array.from({ length: rollouts }, () => {
    let test = CanaryTest.create({ max });
    for (let at = 1; at <= 60; at++) {
      const now = wave ? rate * (1 + Math.sin(at / 5)) : rate;
      const bad = (n: number, p: number) => binomial(random, n, p);
      test = test.look({
        canary: { total, bad: bad(total, Math.min(1, now * times)) },
        baseline: { total: requests - total, bad: bad(requests - total, now) },
      });
      const { verdict } = test.judge();
      if (verdict === until) return { verdict, at };
    }
    return { verdict: test.judge().verdict, at: 60 };
  });
}

function binomial(random: () => number, n: number, p: number): number {
  if (p <= 0) return 0;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  const log = Math.log1p(-p);
  let count = -1;
  for (let at = 0; at <= n; count++)
    at += Math.floor(Math.log(1 - random()) / log) + 1;
  return count;
}

/** Numbers that look random and are the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
