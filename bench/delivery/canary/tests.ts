import { cumulativeStdNormalProbability } from 'simple-statistics';
import { CanaryTest } from '../../../plugins/delivery-backend/src/analysis';
import type { Look } from './simulateRollout';

/** At which look, from 1, a test sends the version back; undefined when it never does. */
export type Judge = (looks: Look[]) => number | undefined;

export const alpha = 0.05;
/** Most requests of the new version that may fail, by default. */
const max = 0.05;

/** What the product does. */
export const sequential: Judge = looks => {
  let test = CanaryTest.create({ alpha, max });
  for (const [n, look] of looks.entries()) {
    test = test.look(look);
    if (test.judge().verdict === 'fail') return n + 1;
  }
  return undefined;
};

/** Two proportions by pooled z, one-sided, of all that was counted so far. */
export const plainZ: Judge = looks => {
  const canary = { bad: 0, total: 0 };
  const baseline = { bad: 0, total: 0 };
  for (const [n, look] of looks.entries()) {
    for (const field of ['bad', 'total'] as const) {
      canary[field] += look.canary[field];
      baseline[field] += look.baseline[field];
    }
    const pooled =
      (canary.bad + baseline.bad) / (canary.total + baseline.total);
    const error = Math.sqrt(
      pooled * (1 - pooled) * (1 / canary.total + 1 / baseline.total),
    );
    const z =
      (canary.bad / canary.total - baseline.bad / baseline.total) / error;
    if (error > 0 && 1 - cumulativeStdNormalProbability(z) < alpha)
      return n + 1;
  }
  return undefined;
};

/** As canary judges do it: the rates of each look as one sample, at 98 % both sides, from five looks on. */
export const mannWhitney: Judge = looks => {
  const canary: number[] = [];
  const baseline: number[] = [];
  for (const [n, look] of looks.entries()) {
    canary.push(rate(look.canary));
    baseline.push(rate(look.baseline));
    if (n >= 4 && mannWhitneyP(canary, baseline) < 0.01) return n + 1;
  }
  return undefined;
};

function rate({ bad, total }: Look['canary']): number {
  return total > 0 ? bad / total : 0;
}

/** One-sided p that the first is greater, by the normal approximation with ties and continuity. */
export function mannWhitneyP(first: number[], second: number[]): number {
  const all = [
    ...first.map(value => ({ value, own: true })),
    ...second.map(value => ({ value, own: false })),
  ].sort((a, b) => a.value - b.value);
  let [ranks, ties] = [0, 0];
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end].value === all[at].value) end++;
    const rank = (at + end + 1) / 2;
    ranks += rank * all.slice(at, end).filter(({ own }) => own).length;
    ties += (end - at) ** 3 - (end - at);
    at = end;
  }
  const [m, n] = [first.length, second.length];
  const u = ranks - (m * (m + 1)) / 2;
  const size = m + n;
  const variance =
    ((m * n) / 12) * (size + 1 - ties / (size * Math.max(1, size - 1)));
  if (variance <= 0) return 1;
  const z = (u - (m * n) / 2 - 0.5) / Math.sqrt(variance);
  return 1 - cumulativeStdNormalProbability(z);
}
