import {
  incidentIdOf,
  type AnalysisHypothesis,
  type EvidenceItem,
  type Redaction,
  type Sentence,
  type TriageAnalysis,
  type TriageFeedback,
  type TriageRun,
  type TriageStage,
  type TriageTask,
} from '@ghostlight/plugin-incidents-common';
import { runIdOf } from '../runId';
import { unavailable } from '../asking/Unavailable';

/** A row of `triage_runs`. PostgreSQL answers bigints as texts. */
export interface RunRow {
  number: number;
  incident_number: number;
  task: TriageTask;
  state: 'running' | 'done' | 'unavailable';
  stage: TriageStage;
  started_at: number | string;
  ended_at: number | string | null;
  expires_at: number | string;
  asked_by: string;
  language: string;
  model: string | null;
  prompt_version: string;
  bundle_id: string;
  cache_key: string;
  cached_from: number | null;
  outcome: string | null;
  reserved_micros: number | string;
  cost_micros: number | string;
  input_tokens: number;
  output_tokens: number;
  cached_tokens: number;
  calls: number;
  rounds: number;
  prices_of: string | null;
  unavailable: string | null;
  redactions: string;
  result: string | null;
  evidence: string | null;
}

/** What is kept as the result of a run. */
export interface KeptResult {
  /** Of an analysis. */
  analysis?: TriageAnalysis;
  /** Of an analysis that a model did not make: the deterministic suspects. */
  hypotheses?: AnalysisHypothesis[];
  /** Of the other tasks. */
  answer?: unknown;
}

/** All of a row but what is large. */
export const slimColumns = [
  'number',
  'incident_number',
  'task',
  'state',
  'stage',
  'started_at',
  'ended_at',
  'expires_at',
  'asked_by',
  'language',
  'model',
  'prompt_version',
  'bundle_id',
  'cached_from',
  'cost_micros',
  'input_tokens',
  'output_tokens',
  'cached_tokens',
  'calls',
  'rounds',
  'prices_of',
  'unavailable',
  'redactions',
  'result',
] as const;

export type SlimRow = Pick<RunRow, (typeof slimColumns)[number]> &
  Partial<Pick<RunRow, 'evidence'>>;

const iso = (at: number | string) => new Date(Number(at)).toISOString();

/** A row as others see it. One whose process died has ended, and says so. */
export function runOf(
  row: SlimRow,
  options: { now: number; feedback: TriageFeedback[] },
): TriageRun {
  const died = row.state === 'running' && Number(row.expires_at) <= options.now;
  const endedAt = died ? row.expires_at : row.ended_at;
  const said: Sentence | undefined = died
    ? unavailable('died')
    : readJson<Sentence>(row.unavailable);
  const kept = readJson<KeptResult>(row.result);
  const hypotheses = kept?.analysis?.hypotheses ?? kept?.hypotheses;
  const evidence = readJson<EvidenceItem[]>(row.evidence ?? null);
  return {
    id: runIdOf(row.number),
    incidentId: incidentIdOf(row.incident_number),
    task: row.task,
    state: died ? 'unavailable' : row.state,
    stage: row.stage,
    startedAt: iso(row.started_at),
    ...(endedAt !== null && { endedAt: iso(endedAt) }),
    by: row.asked_by,
    language: row.language,
    ...(row.model && { model: row.model }),
    promptVersion: row.prompt_version,
    bundleId: row.bundle_id,
    ...(row.cached_from && { cachedFrom: runIdOf(row.cached_from) }),
    ...(said && { unavailable: said }),
    ...(row.prices_of && {
      usage: {
        inputTokens: row.input_tokens,
        outputTokens: row.output_tokens,
        cachedTokens: row.cached_tokens,
        calls: row.calls,
        rounds: row.rounds,
        cost: usd(Number(row.cost_micros)),
        pricesOf: row.prices_of,
      },
    }),
    redactions: readJson<Redaction[]>(row.redactions) ?? [],
    ...(hypotheses && { hypotheses }),
    ...(evidence && { evidence }),
    ...(kept?.analysis && { analysis: kept.analysis }),
    feedback: options.feedback,
  };
}

/** Millionths of a dollar as money. */
export function usd(micros: number) {
  return { amount: micros / 1e6, currency: 'USD' as const };
}

export function readJson<T>(text: string | null): T | undefined {
  return text ? (JSON.parse(text) as T) : undefined;
}

export function asJson(value: unknown): string {
  return JSON.stringify(value);
}
