import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Watch } from '@ghostlight/plugin-delivery-common';
import { changeRules, defaultRules, type RuleSpec } from './RuleSpec';

/** How deployments are watched. Times in milliseconds. */
export interface WatchSettings {
  enabled: boolean;
  duration: number;
  /** Between two readings. */
  interval: number;
  /** Requests below which an error rate says nothing. */
  minimumRequests: number;
  rules: RuleSpec[];
  /** Whether the entity's own objectives are judged, too. */
  objectives: boolean;
  automaticRollback: Watch['automaticRollback'];
}

const automatics: Watch['automaticRollback'][] = ['off', 'plan', 'apply'];

/**
 * Reads `delivery.watch` from the section `delivery`.
 *
 * @throws InputError that names the key
 */
export function readWatchSettings(section: Config | undefined): WatchSettings {
  const config = section?.getOptionalConfig('watch');
  const span = (key: string, fallback: number, least: number) => {
    const value = config?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : fallback;
    if (value < least || value > 86_400_000)
      throw new InputError(
        `delivery.watch.${key}: is ${least / 1000} seconds to a day`,
      );
    return value;
  };
  const minimumRequests = config?.getOptionalNumber('minimumRequests') ?? 50;
  if (!(minimumRequests >= 0))
    throw new InputError('delivery.watch.minimumRequests: is 0 or more');
  const duration = span('duration', 3_600_000, 10_000);
  const interval = span('interval', 60_000, 1_000);
  if (interval > duration)
    throw new InputError(
      'delivery.watch.interval: cannot be longer than the watch',
    );
  return {
    enabled: config?.getOptionalBoolean('enabled') ?? true,
    duration,
    interval,
    minimumRequests,
    objectives: config?.getOptionalBoolean('objectives') ?? true,
    rules: readRules(config?.getOptionalStringArray('rules') ?? []),
    automaticRollback: readAutomatic(
      config?.getOptionalString('automaticRollback') ?? 'off',
      'delivery.watch.automaticRollback',
    ),
  };
}

/** @throws InputError */
export function readAutomatic(
  text: string,
  where: string,
): Watch['automaticRollback'] {
  const found = automatics.find(known => known === text.trim());
  if (!found)
    throw new InputError(`${where}: is one of ${automatics.join(', ')}`);
  return found;
}

function readRules(written: string[]): RuleSpec[] {
  try {
    return changeRules(defaultRules, written.join('\n'));
  } catch (error) {
    throw new InputError(`delivery.watch.rules: ${(error as Error).message}`);
  }
}
