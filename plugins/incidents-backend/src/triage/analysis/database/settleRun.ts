import type {
  Sentence,
  TriageStage,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Spent } from '../asking/Meter';
import { asJson, type KeptResult } from './RunRow';

/** Writes down how far a run is and what it cost until now, so that it counts if its process dies. */
export async function noteProgress(
  db: Knex,
  number: number,
  progress: { stage: TriageStage; spent: Spent },
): Promise<void> {
  await db('triage_runs')
    .where({ number, state: 'running' })
    .update({ stage: progress.stage, ...columnsOf(progress.spent) });
}

/** Ends a run: what was set aside becomes what it cost. */
export async function settleRun(
  db: Knex,
  number: number,
  end: {
    now: number;
    spent: Spent;
    model?: string;
    outcome: string;
    unavailable?: Sentence;
    result?: KeptResult;
    evidence?: unknown;
  },
): Promise<void> {
  await db('triage_runs')
    .where({ number })
    .update({
      state: end.unavailable ? 'unavailable' : 'done',
      stage: 'done',
      ended_at: end.now,
      reserved_micros: 0,
      outcome: end.outcome,
      ...(end.model && { model: end.model.slice(0, 100) }),
      ...columnsOf(end.spent),
      unavailable: end.unavailable ? asJson(end.unavailable) : null,
      result: end.result ? asJson(end.result) : null,
      evidence: end.evidence ? asJson(end.evidence) : null,
    });
}

function columnsOf(spent: Spent) {
  return {
    cost_micros: spent.micros,
    input_tokens: spent.inputTokens,
    output_tokens: spent.outputTokens,
    cached_tokens: spent.cachedTokens,
    calls: spent.calls,
    rounds: spent.rounds,
  };
}
