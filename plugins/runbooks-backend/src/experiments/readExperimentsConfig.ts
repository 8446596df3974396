import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How experiments are guarded and scheduled. Milliseconds. */
export interface ExperimentsConfig {
  /** Between two looks of the guard. */
  interval: number;
  /** For how long the guard may see nothing before it stops. */
  blindFor: number;
  /** How long users may take to recover once the fault is over, and how long they must be well. */
  recoverWithin: number;
  recoveredFor: number;
  /** How late a scheduled run may begin; a later one is skipped. */
  lateness: number;
  /** Between two looks for what is due and what is to be stopped. */
  lookEvery: number;
  /** That Litmus runs its experiments with. */
  litmusServiceAccount: string;
}

const second = 1_000;
const minute = 60 * second;

/**
 * @param config - `runbooks.experiments`
 * @throws InputError that names the key
 */
export function readExperimentsConfig(
  config: Config | undefined,
): ExperimentsConfig {
  const duration = (key: string, fallback: number) => {
    if (!config?.has(key)) return fallback;
    const value = durationToMilliseconds(
      readDurationFromConfig(config, { key }),
    );
    if (value < 50)
      throw new InputError(
        `runbooks.experiments.${key}: must be at least 50 ms`,
      );
    return value;
  };
  return {
    interval: duration('guard.interval', 10 * second),
    blindFor: duration('guard.blindFor', 3 * minute),
    recoverWithin: duration('recovery.within', 15 * minute),
    recoveredFor: duration('recovery.steady', minute),
    lateness: duration('schedule.lateness', 5 * minute),
    lookEvery: duration('schedule.interval', 2 * second),
    litmusServiceAccount:
      config?.getOptionalString('litmus.serviceAccount') ?? 'litmus-admin',
  };
}
