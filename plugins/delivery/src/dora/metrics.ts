import type { Dora, DoraMetric } from '@ghostlight/plugin-delivery-common';

/** In the order in which DORA has them: speed, then stability. */
export const DORA_METRICS = [
  'deploymentFrequency',
  'leadTime',
  'changeFailureRate',
  'recoveryTime',
  'reworkRate',
] as const satisfies readonly (keyof Dora)[];

export type MetricKey = (typeof DORA_METRICS)[number];

/** Whether more of it is better. */
export function moreIsBetter({ unit }: DoraMetric): boolean {
  return unit === 'per-day';
}

/** Whether nothing at all went out. */
export function isNothing(dora: Dora): boolean {
  return DORA_METRICS.every(name => dora[name].n === 0);
}
