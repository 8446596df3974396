import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** What a model may cost. */
export interface AnalysisBudget {
  /** Of one run, all of its calls together. */
  inputTokens: number;
  outputTokens: number;
  seconds: number;
  runUsd: number;
  incidentUsd: number;
  /** A day of UTC. */
  dayUsd: number;
  /** Runs at once, over all replicas. */
  concurrent: number;
}

/** `incidents.triage`, compiled. Durations are milliseconds. */
export interface AnalysisConfig {
  budget: AnalysisBudget;
  /** How long runs are kept. */
  retention: number;
}

const day = 86_400_000;

/** Name, default, least, most. */
const numbers: [keyof AnalysisBudget, number, number, number][] = [
  ['inputTokens', 30_000, 4_000, 1_000_000],
  ['outputTokens', 6_000, 1_000, 64_000],
  ['seconds', 45, 5, 600],
  ['runUsd', 0.15, 0, 100],
  ['incidentUsd', 1, 0, 1_000],
  ['dayUsd', 20, 0, 100_000],
  ['concurrent', 4, 1, 100],
];

/** @throws InputError that names the key */
export function readAnalysisConfig(section?: Config): AnalysisConfig {
  const triage = section?.getOptionalConfig('triage');
  const budget = {} as AnalysisBudget;
  for (const [name, fallback, least, most] of numbers) {
    const value = triage?.getOptionalNumber(`budget.${name}`) ?? fallback;
    if (!(value >= least && value <= most))
      throw new InputError(
        `incidents.triage.budget.${name}: must be between ${least} and ${most}`,
      );
    budget[name] = value;
  }
  const retention = triage?.has('retention')
    ? durationToMilliseconds(
        readDurationFromConfig(triage, { key: 'retention' }),
      )
    : 180 * day;
  if (retention < day)
    throw new InputError('incidents.triage.retention: must be at least 1 day');
  return { budget, retention };
}
