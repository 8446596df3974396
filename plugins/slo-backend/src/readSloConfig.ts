import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { defaultRetention, type Retention } from './ledger';

/** The plugin's configuration, compiled. */
export interface SloConfig {
  retention: Retention;
  shards: number;
  /** Seconds. */
  tick: number;
  /** Seconds. */
  catalogInterval: number;
  metrics: { token?: string; maxObjectives: number };
}

/** @throws InputError that names the key */
export function readSloConfig(root: RootConfigService): SloConfig {
  const config = root.getOptionalConfig('slo');
  const retention = {
    minutes: days(config, 'retention.minutes', defaultRetention.minutes),
    hours: days(config, 'retention.hours', defaultRetention.hours),
    days: days(config, 'retention.days', defaultRetention.days),
  };
  if (retention.minutes < 1)
    throw new InputError('slo.retention.minutes: keep at least 1 day');
  if (retention.hours < retention.minutes || retention.days < retention.hours) {
    throw new InputError(
      'slo.retention: minutes must not be kept longer than hours, nor hours longer than days',
    );
  }
  return {
    retention,
    shards: whole(config, 'shards', 16, 1, 1024),
    tick: whole(config, 'tick', 60, 5, 60),
    catalogInterval: Math.max(
      5,
      seconds(config, 'catalog.interval', { minutes: 1 }),
    ),
    metrics: {
      token: config?.getOptionalString('metrics.token'),
      maxObjectives: whole(config, 'metrics.maxObjectives', 2000, 1, 100_000),
    },
  };
}

function days(config: Config | undefined, key: string, fallback: number) {
  return seconds(config, key, { days: fallback }) / 86_400;
}

function seconds(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): number {
  const duration = config?.has(key)
    ? readDurationFromConfig(config, { key })
    : fallback;
  return Math.round(durationToMilliseconds(duration) / 1000);
}

function whole(
  config: Config | undefined,
  key: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InputError(
      `slo.${key}: must be a whole number from ${least} to ${most}, not ${value}`,
    );
  }
  return value;
}
