import type { ObjectiveSpec, SliSpec } from '@ghostlight/plugin-slo-common';

/** What an objective promises. */
export const objectiveTypes = [
  'availability',
  'latency',
  'throughput',
  'push',
] as const;

export type ObjectiveType = (typeof objectiveTypes)[number];

/** How something is measured, and where that was found. */
export interface FoundSli {
  /** Written in place. */
  spec?: SliSpec;
  /** Or the name of an SLI document of the same namespace. */
  indicatorRef?: string;
  /** Of a threshold metric. */
  comparison?: Pick<ObjectiveSpec, 'op' | 'value'>;
  origin:
    | { kind: 'given' | 'convention' | 'push' }
    /** An objective of this entity, or of another whose labels were exchanged. */
    | { kind: 'objective' | 'sibling'; ref: string; entityRef: string };
}

/** The type of objective that a way to measure is for. */
export function typeOfSli({ thresholdMetric, ratioMetric }: SliSpec) {
  const metrics = thresholdMetric
    ? [thresholdMetric]
    : [ratioMetric?.good, ratioMetric?.bad, ratioMetric?.raw];
  const sources = metrics.flatMap(metric => metric?.metricSource ?? []);
  if (sources.some(({ type }) => type?.toLowerCase() === 'push')) return 'push';
  const text = sources.map(({ spec }) => String(spec?.query ?? '')).join('\n');
  if (/histogram_quantile|histogram_fraction|_bucket\b/.test(text))
    return 'latency';
  return thresholdMetric ? 'throughput' : 'availability';
}
