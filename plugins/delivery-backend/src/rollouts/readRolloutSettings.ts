import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type {
  MetricName,
  StrategySpec,
} from '@ghostlight/plugin-delivery-common';
import { completeStrategy } from '../strategies';

/** How versions are shipped and judged. Times in milliseconds. */
export interface RolloutSettings {
  /** Between two looks at a version that is watched. */
  interval: number;
  /** For how long a gate other than the error rate must be missed. */
  gateFor: number;
  /** How long what a step makes may take to be up. */
  startTimeout: number;
  /** Between two looks at what the platform's own engines do. */
  followInterval: number;
  /** Share of healthy versions that the test of the error rate may send back. */
  alpha: number;
  /** The new version may fail so many times as often as the old one. */
  tolerated: number;
  /** What is done when there was too little traffic to decide before everybody gets the version. */
  undecided: 'hold' | 'go-on';
  /** Where nobody says how. */
  strategy: StrategySpec;
}

/**
 * Reads `delivery.rollouts` from the section `delivery`.
 *
 * @throws InputError that names the key
 */
export function readRolloutSettings(
  section: Config | undefined,
): RolloutSettings {
  const config = section?.getOptionalConfig('rollouts');
  const span = (key: string, fallback: number, least: number) => {
    const value = config?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : fallback;
    if (value < least)
      throw new InputError(
        `delivery.rollouts.${key}: is at least ${least / 1000} seconds`,
      );
    return value;
  };
  const alpha = config?.getOptionalNumber('falseRollbackBound') ?? 0.05;
  if (!(alpha >= 0.0001 && alpha <= 0.5))
    throw new InputError(
      'delivery.rollouts.falseRollbackBound: is from 0.0001 to 0.5',
    );
  const tolerated = config?.getOptionalNumber('toleratedErrorRatio') ?? 1;
  if (!(tolerated >= 1 && tolerated <= 2))
    throw new InputError(
      'delivery.rollouts.toleratedErrorRatio: is from 1 to 2',
    );
  const undecided = config?.getOptionalString('undecided') ?? 'hold';
  if (undecided !== 'hold' && undecided !== 'go-on')
    throw new InputError('delivery.rollouts.undecided: is hold or go-on');
  return {
    interval: span('interval', 10_000, 1_000),
    gateFor: span('gateFor', 60_000, 5_000),
    startTimeout: span('startTimeout', 600_000, 10_000),
    followInterval: span('followInterval', 15_000, 5_000),
    alpha,
    tolerated,
    undecided,
    strategy: readStrategy(config?.getOptionalConfig('strategy')),
  };
}

function readStrategy(config: Config | undefined): StrategySpec {
  if (!config) return { type: 'canary' };
  const seconds = (from: Config, key: string) =>
    from.has(key)
      ? durationToMilliseconds(readDurationFromConfig(from, { key })) / 1000
      : undefined;
  const watchSeconds = seconds(config, 'watch');
  const spec: StrategySpec = {
    type: config.getString('type') as StrategySpec['type'],
    steps: config.getOptionalConfigArray('steps')?.map(step => ({
      weight: step.getNumber('weight'),
      seconds: seconds(step, 'for') ?? 0,
    })),
    ...(watchSeconds !== undefined && { watchSeconds }),
    gates: config.getOptionalConfigArray('gates')?.map(gate => ({
      metric: gate.getOptionalString('metric') as MetricName | undefined,
      max: gate.getOptionalNumber('max'),
      min: gate.getOptionalNumber('min'),
      objective: gate.getOptionalString('objective'),
      maxBurnRate: gate.getOptionalNumber('maxBurnRate'),
    })),
    automaticRollback: config.getOptionalBoolean('automaticRollback'),
  };
  try {
    completeStrategy(spec);
  } catch (error) {
    throw new InputError(`delivery.rollouts.${(error as Error).message}`);
  }
  return spec;
}
