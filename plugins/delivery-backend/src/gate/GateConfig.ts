import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** What a check that fails, or cannot be made, does to the verdict. */
export type CheckMode = 'deny' | 'warn' | 'off';

/** The built-in checks. */
export const builtInChecks = [
  'budget',
  'incidents',
  'freeze',
  'approvals',
  'findings',
  'evaluation',
  'dependencies',
] as const;

export interface GateConfig {
  /** By id of the check; those of modules too. */
  modes: Record<string, CheckMode>;
  /** What a check that cannot be made counts as. */
  unknown: 'deny' | 'warn';
  /** Milliseconds for which a signature is good. */
  validity: number;
  /** Milliseconds that a check has to answer. */
  patience: number;
  /** Milliseconds for which an answer of another plugin is used again. */
  remember: number;
  approvals: {
    /** Where they are needed. */
    environments: string[];
    tiers: string[];
    /** How many people. */
    count: number;
  };
  findings: {
    /** How many of each are too many. */
    most: { critical: number; high: number };
  };
  evaluation: {
    /** Where one is needed; without, a version that was never evaluated passes. */
    environments: string[];
    /** Share of cases that must pass. */
    passRate: number;
    /** All suites when left out. */
    suites?: string[];
  };
}

const longestValidity = 12 * 3600_000;

const defaultModes: Record<string, CheckMode> = {
  budget: 'deny',
  incidents: 'warn',
  freeze: 'deny',
  approvals: 'deny',
  findings: 'deny',
  evaluation: 'deny',
  dependencies: 'warn',
};

/**
 * `delivery.gate`.
 *
 * @throws InputError that names the key
 */
export function readGateConfig(section: Config | undefined): GateConfig {
  const config = section?.getOptionalConfig('gate');
  const modes = { ...defaultModes };
  const written = config?.getOptionalConfig('checks');
  for (const id of written?.keys() ?? []) {
    const mode = written!.getString(id);
    if (mode !== 'deny' && mode !== 'warn' && mode !== 'off')
      throw new InputError(
        `delivery.gate.checks.${id}: write deny, warn or off, not '${mode}'`,
      );
    modes[id] = mode;
  }
  const unknown = config?.getOptionalString('unknown') ?? 'warn';
  if (unknown !== 'deny' && unknown !== 'warn')
    throw new InputError(
      `delivery.gate.unknown: write deny or warn, not '${unknown}'`,
    );
  const passRate = config?.getOptionalNumber('evaluation.passRate') ?? 0.9;
  if (!(passRate >= 0 && passRate <= 1))
    throw new InputError('delivery.gate.evaluation.passRate: from 0 to 1');
  const duration = (key: string, fallback: number) =>
    config?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : fallback;
  const validity = duration('validity', 5 * 60_000);
  // A retired key is published for a day.
  if (!(validity >= 1000 && validity <= longestValidity))
    throw new InputError('delivery.gate.validity: from a second to 12 hours');
  const list = (key: string) => config?.getOptionalStringArray(key) ?? [];
  return {
    modes,
    unknown,
    validity,
    patience: duration('patience', 3_000),
    remember: duration('remember', 5_000),
    approvals: {
      environments: list('approvals.environments'),
      tiers: list('approvals.tiers'),
      count: config?.getOptionalNumber('approvals.count') ?? 1,
    },
    findings: {
      most: {
        critical: config?.getOptionalNumber('findings.critical') ?? 0,
        high: config?.getOptionalNumber('findings.high') ?? 10,
      },
    },
    evaluation: {
      environments: list('evaluation.environments'),
      passRate,
      suites: config?.getOptionalStringArray('evaluation.suites'),
    },
  };
}
