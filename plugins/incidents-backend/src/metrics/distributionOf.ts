import type { Distribution } from '@ghostlight/plugin-incidents-common';
import { medianInterval } from '@ghostlight/reliability-node';
import {
  cumulativeStdNormalProbability,
  mean,
  quantileSorted,
  wilcoxonRankSum,
} from 'simple-statistics';

/** Below this a quantile says more about chance than about the service. */
const enoughFrom = 10;

/** Upper bounds of the histogram's bins, seconds: as people speak of durations. */
const edges = [
  60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 259_200, 604_800,
  2_592_000,
];

/**
 * Describes durations (seconds) by n, median with its 95 % interval, 90th percentile and
 * distribution, and compares them with those of the span before. Below 10 there are only the values.
 * `good` says which way is better.
 */
export function distributionOf(
  values: number[],
  previous: number[] = [],
  good: 'short' | 'long' = 'short',
): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const trend = trendOf(values, previous, good);
  if (n < enoughFrom) return { n, enough: false, values: sorted, trend };
  return {
    n,
    enough: true,
    median: quantileSorted(sorted, 0.5),
    medianInterval: medianInterval(sorted),
    p90: quantileSorted(sorted, 0.9),
    mean: mean(sorted),
    histogram: histogramOf(sorted),
    trend,
  };
}

function histogramOf(sorted: number[]): Distribution['histogram'] {
  const bins = edges.map((to, index) => ({
    from: index ? edges[index - 1] : 0,
    to,
    count: 0,
  }));
  const last = bins[bins.length - 1];
  for (const value of sorted)
    (bins.find(bin => value < bin.to) ?? last).count += 1;
  const most = sorted[sorted.length - 1];
  if (most >= last.to) last.to = most;
  const used = bins.map(bin => bin.count > 0);
  return bins.slice(used.indexOf(true), used.lastIndexOf(true) + 1);
}

/** Whether the durations differ from those before, by the rank sum test at 5 %. */
function trendOf(
  now: number[],
  before: number[],
  good: 'short' | 'long',
): Distribution['trend'] {
  const previousN = before.length;
  if (now.length < enoughFrom || previousN < enoughFrom)
    return { previousN, change: 'unknown' };
  const previousMedian = quantileSorted(
    [...before].sort((a, b) => a - b),
    0.5,
  );
  const n = now.length;
  const expected = (n * (n + previousN + 1)) / 2;
  const deviation = Math.sqrt((n * previousN * (n + previousN + 1)) / 12);
  const z = (wilcoxonRankSum(now, before) - expected) / deviation;
  const chance = 2 * (1 - cumulativeStdNormalProbability(Math.abs(z)));
  const isLonger = z > 0;
  const improved = isLonger === (good === 'long');
  if (chance > 0.05) return { previousN, previousMedian, change: 'same' };
  const change = improved ? 'better' : 'worse';
  return { previousN, previousMedian, change };
}
