import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { readConfiguredFreezes, type ConfiguredFreeze } from './freezes';
import { readGateConfig, type GateConfig } from './gate';
import {
  readApprovalPolicy,
  readVerificationConfig,
  type RollbackContext,
} from './rollbacks';
import { readRolloutSettings, type RolloutSettings } from './rollouts';
import { readWatchSettings, type WatchSettings } from './watches';

/** The plugin's configuration, compiled. Durations are milliseconds. */
export interface DeliveryConfig {
  /** The section as it is, for what reads its own part. */
  section?: Config;
  approval: RollbackContext['approval'];
  verification: RollbackContext['verification'];
  gate: GateConfig;
  freezes: ConfiguredFreeze[];
  rollouts: RolloutSettings;
  watch: WatchSettings;
  /** The environment by the name that a sender has for it. */
  environmentOf: (name: string | undefined) => string;
  catalogInterval: number;
  /** How long the feed is kept; the history stays. */
  retention: number;
  metrics: { token?: string };
}

const day = 24 * 3600_000;

/** @throws InputError that names the key */
export function readDeliveryConfig(root: RootConfigService): DeliveryConfig {
  const section = root.getOptionalConfig('delivery');
  return {
    section,
    approval: readApprovalPolicy(section),
    verification: readVerificationConfig(section),
    gate: readGateConfig(section),
    freezes: readConfiguredFreezes(section),
    rollouts: readRolloutSettings(section),
    watch: readWatchSettings(section),
    environmentOf: readEnvironments(section),
    catalogInterval: duration(section, 'catalog.interval', 30_000, 5_000),
    retention: duration(section, 'retention', 90 * day, day),
    metrics: { token: section?.getOptionalString('metrics.token') },
  };
}

/** `delivery.environments` is a map of our names to lists of what senders call them. */
function readEnvironments(
  section: Config | undefined,
): (name: string | undefined) => string {
  const config = section?.getOptionalConfig('environments');
  const names = new Map<string, string>();
  for (const name of config?.keys() ?? []) {
    names.set(name, name);
    for (const alias of config!.getStringArray(name))
      names.set(alias.toLowerCase(), name);
  }
  const usual = section?.getOptionalString('environment') ?? 'production';
  for (const alias of ['prod', 'live'])
    if (!names.has(alias)) names.set(alias, 'production');
  return name =>
    name ? names.get(name.trim().toLowerCase()) ?? name.trim() : usual;
}

function duration(
  config: Config | undefined,
  key: string,
  fallback: number,
  least: number,
): number {
  if (!config?.has(key)) return fallback;
  const value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (value < least)
    throw new InputError(
      `delivery.${key}: must be at least ${least / 1000} seconds`,
    );
  return value;
}
