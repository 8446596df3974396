import type { DoraMetric, Sentence } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';

export type DoraName =
  | 'deploymentFrequency'
  | 'leadTime'
  | 'changeFailureRate'
  | 'recoveryTime'
  | 'reworkRate';

/** What is counted. Five metrics since DORA's report of 2024. */
export const definitions: Record<DoraName, Sentence> = {
  deploymentFrequency: say(
    'dora.definition.deploymentFrequency',
    'Deployments that succeeded, a day. Rollbacks are not counted.',
  ),
  leadTime: say(
    'dora.definition.leadTime',
    'From the commit to its running in the environment; the median. Only deployments whose commit time is known.',
  ),
  changeFailureRate: say(
    'dora.definition.changeFailureRate',
    'Share of deployments that failed, were rolled back, began an incident, burned budget or failed their watch.',
  ),
  recoveryTime: say(
    'dora.definition.recoveryTime',
    'From when a failed deployment began to do harm until it was undone or its incident resolved; the median.',
  ),
  reworkRate: say(
    'dora.definition.reworkRate',
    'Share of releases that came because the one before had failed: rollbacks and fixes.',
  ),
};

/** Targets of row E6: 10 a day, under an hour, under 5 %, under 15 min; 5 % for rework, which has none. */
export const targets: Record<
  DoraName,
  { target: number; unit: DoraMetric['unit']; higherIsBetter: boolean }
> = {
  deploymentFrequency: { target: 10, unit: 'per-day', higherIsBetter: true },
  leadTime: { target: 3600, unit: 'seconds', higherIsBetter: false },
  changeFailureRate: { target: 0.05, unit: 'ratio', higherIsBetter: false },
  recoveryTime: { target: 900, unit: 'seconds', higherIsBetter: false },
  reworkRate: { target: 0.05, unit: 'ratio', higherIsBetter: false },
};
