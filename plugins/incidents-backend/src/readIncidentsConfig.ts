import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { readIntakeConfig, type IntakeConfig } from './intake';
import { readPipelineConfig, type PipelineConfig } from './pipeline';
import { readRulesConfig, type RulesInForce } from './rules';
import { readAnalysisConfig, type AnalysisConfig } from './triage/analysis';

/** The plugin's configuration, compiled. Durations are milliseconds. */
export interface IncidentsConfig {
  /** The section as it is, for what reads its own part. */
  section?: Config;
  intake: IntakeConfig;
  pipeline: PipelineConfig;
  rules: RulesInForce;
  triage: AnalysisConfig;
  catalogInterval: number;
  impactInterval: number;
  metrics: { token?: string };
}

/** @throws InputError that names the key */
export function readIncidentsConfig(root: RootConfigService): IncidentsConfig {
  const section = root.getOptionalConfig('incidents');
  return {
    section,
    intake: readIntakeConfig(section),
    pipeline: readPipelineConfig(section),
    rules: readRulesConfig(section),
    triage: readAnalysisConfig(section),
    catalogInterval: interval(section, 'catalog.interval', 30_000, 5_000),
    impactInterval: interval(section, 'impact.interval', 30_000, 10_000),
    metrics: { token: section?.getOptionalString('metrics.token') },
  };
}

function interval(
  config: Config | undefined,
  key: string,
  fallback: number,
  least: number,
): number {
  if (!config?.has(key)) return fallback;
  const value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (value < least)
    throw new InputError(
      `incidents.${key}: must be at least ${least / 1000} seconds`,
    );
  return value;
}
