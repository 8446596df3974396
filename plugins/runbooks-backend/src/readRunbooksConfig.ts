import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { VerificationConfig } from './verification';
import { readApprovalPolicy, Secrets, type ApprovalPolicy } from './executions';

/** The plugin's configuration, compiled. Durations are milliseconds. */
export interface RunbooksConfig {
  /** The section as it is, for what reads its own part. */
  section?: Config;
  approval: ApprovalPolicy;
  secrets: Secrets;
  verification: VerificationConfig;
  catalogInterval: number;
  /** Between two looks at all open incidents. */
  remediationInterval: number;
  /** How long runs are kept after their end; the ledger of effects stays. */
  retention: number;
  metrics: { token?: string };
}

const day = 24 * 3600_000;

/** @throws InputError that names the key */
export function readRunbooksConfig(root: RootConfigService): RunbooksConfig {
  const section = root.getOptionalConfig('runbooks');
  return {
    section,
    approval: readApprovalPolicy(section?.getOptionalConfig('approval')),
    secrets: Secrets.create(section?.getOptionalConfig('secrets')),
    verification: {
      interval: duration(section, 'verification.interval', 10_000, 100),
      leastSpan: duration(section, 'verification.leastSpan', 60_000, 100),
      mostSpan: duration(section, 'verification.mostSpan', 120_000, 100),
    },
    catalogInterval: duration(section, 'catalog.interval', 30_000, 5_000),
    remediationInterval: duration(section, 'remediation.interval', 30_000, 100),
    retention: duration(section, 'retention', 365 * day, day),
    metrics: { token: section?.getOptionalString('metrics.token') },
  };
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
      `runbooks.${key}: must be at least ${least / 1000} seconds`,
    );
  return value;
}
