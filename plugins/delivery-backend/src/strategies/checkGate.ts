import { InputError } from '@backstage/errors';
import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import {
  metricNames,
  metricWords,
  objectiveRef,
  usualBurnRate,
} from '../analysis';
import type { MetricGate, ObjectiveGate, StrategyGate } from './FullStrategy';

type GateSpec = NonNullable<StrategySpec['gates']>[number];

/**
 * Reads one of the gates of a strategy.
 *
 * @throws InputError that names the field
 */
export function checkGate({ gates = [] }: StrategySpec) {
  return (gate: GateSpec, n: number): StrategyGate => {
    const field = `gates[${n}]`;
    if ((gate.metric === undefined) === (gate.objective === undefined))
      throw wrong(field, 'has either a metric or an objective');
    return gate.objective === undefined
      ? checkMetric(gate, field, gates.slice(0, n))
      : checkObjective(gate, field, gates.slice(0, n));
  };
}

function checkMetric(
  { metric, max, min, maxBurnRate }: GateSpec,
  field: string,
  before: GateSpec[],
): MetricGate {
  if (metric === undefined || !metricNames.includes(metric))
    throw wrong(
      `${field}.metric`,
      `is one of ${metricNames.join(', ')}, not ${metric}`,
    );
  if (before.some(other => other.metric === metric))
    throw wrong(`${field}.metric`, `${metric} has a gate already`);
  if (maxBurnRate !== undefined)
    throw wrong(`${field}.maxBurnRate`, 'is of objectives only');
  if ((max === undefined) === (min === undefined))
    throw wrong(field, 'has either max or min');
  const limit = max ?? min!;
  const ofOne = ['ratio', 'score'].includes(metricWords[metric].unit);
  if (!(limit >= 0) || !Number.isFinite(limit) || (ofOne && limit > 1))
    throw wrong(
      `${field}.${max === undefined ? 'min' : 'max'}`,
      ofOne ? `is from 0 to 1, not ${limit}` : `is 0 or more, not ${limit}`,
    );
  if (metric === 'error_rate' && max === undefined)
    throw wrong(field, 'error_rate has a max');
  return { metric, ...(max === undefined ? { min } : { max }) };
}

function checkObjective(
  { objective = '', max, min, maxBurnRate = usualBurnRate }: GateSpec,
  field: string,
  before: GateSpec[],
): ObjectiveGate {
  if (objective.length > 300 || !objectiveRef.test(objective))
    throw wrong(
      `${field}.objective`,
      `is the ref of an objective like slo:default/payments-availability, not ${objective.slice(
        0,
        100,
      )}`,
    );
  if (before.some(other => other.objective === objective))
    throw wrong(`${field}.objective`, `${objective} has a gate already`);
  if (max !== undefined || min !== undefined)
    throw wrong(field, 'has maxBurnRate for an objective, not max or min');
  if (!(maxBurnRate > 0 && maxBurnRate <= 100_000))
    throw wrong(
      `${field}.maxBurnRate`,
      `is above 0 and at most 100000, not ${maxBurnRate}`,
    );
  return { objective, maxBurnRate };
}

function wrong(field: string, what: string): InputError {
  return new InputError(`strategy.${field}: ${what}`);
}
