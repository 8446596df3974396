import type { Counts } from './Counts';

/**
 * Log-likelihood ratio of one look, given how many requests failed on both sides together: that the new
 * version fails `ratio` times as often as the old one against `nullRatio` times.
 *
 * Taking the sum as given leaves out how often requests fail at all, which nobody knows and which may
 * differ from look to look. Each failure is then the new version's with the chance that its share of the
 * traffic, weighted by the ratio, gives it. For requests that fail independently of each other the true
 * law is hypergeometric, under which the ratio's mean is not above the binomial one's (Hoeffding 1963,
 * theorem 4), so that a product of such ratios is a supermartingale under the null, also at high rates.
 */
export function twoSampleLog(
  { canary, baseline }: { canary: Counts; baseline: Counts },
  ratio: number,
  nullRatio: number,
): number {
  // One side against next to nothing tells nothing, and would divide by it.
  const [less, more] = [canary.total, baseline.total].sort((a, b) => a - b);
  if (less <= more * 1e-9) return 0;
  const chance = share(canary.total, baseline.total, ratio);
  const nullChance = share(canary.total, baseline.total, nullRatio);
  return (
    canary.bad * Math.log(chance / nullChance) +
    baseline.bad * Math.log((1 - chance) / (1 - nullChance))
  );
}

/** Log-likelihood ratio of one look at the new version alone: that it fails at `rate` against `nullRate`. */
export function oneSampleLog(
  { bad, total }: Counts,
  rate: number,
  nullRate: number,
): number {
  return (
    bad * Math.log(rate / nullRate) +
    (total - bad) * Math.log((1 - rate) / (1 - nullRate))
  );
}

function share(canary: number, baseline: number, ratio: number): number {
  return (ratio * canary) / (ratio * canary + baseline);
}
