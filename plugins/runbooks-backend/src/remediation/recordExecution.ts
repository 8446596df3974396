import type { AttemptState } from '@ghostlight/plugin-runbooks-common';
import { say, type Run } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ExecutionRow, ExecutionSummary } from '../executions';
import type { Verified } from '../verification';

import { changeAttempt, readAttempt } from './changeAttempt';
import type { RemediationContext } from './RemediationContext';

type Outcome = Extract<
  AttemptState,
  'verified' | 'ineffective' | 'harmful' | 'failed' | 'unknown' | 'cancelled'
>;

/**
 * Writes what becomes of an execution into the attempt that it belongs to, in the transaction in which
 * the run changes. Only a recovery that was seen counts as one.
 */
export async function recordExecution(
  context: Pick<RemediationContext, 'append' | 'now'>,
  trx: Knex.Transaction,
  execution: ExecutionRow,
  run: Run,
): Promise<void> {
  if (!execution.attempt_id) return;
  const row = await readAttempt(trx, execution.attempt_id);
  if (!row || row.finished_at !== null) return;
  const verify = run.steps.find(({ id }) => id === 'verification');
  const seen = verify?.result as Partial<Verified> | undefined;
  const verification = seen && verificationOf(seen);
  if (execution.finished_at === null) {
    const state = execution.state === 'verifying' ? 'verifying' : 'running';
    if (row.state === state) return;
    await changeAttempt(context, trx, row, {
      state,
      said: say(`attempt.${state}`, sayBusy(state)),
    });
    return;
  }
  const { said }: ExecutionSummary = JSON.parse(execution.summary);
  const outcome = outcomeOf(execution, seen);
  await changeAttempt(context, trx, row, {
    state: outcome,
    finished_at: context.now(),
    // The next look decides what comes after it.
    due_at:
      outcome === 'verified' || outcome === 'cancelled' ? null : context.now(),
    ...(verification && { details: { verification } }),
    said: sayOutcome(outcome, verification?.said.text ?? said.text),
  });
}

function sayBusy(state: string): string {
  return state === 'verifying'
    ? 'Done; looks whether users recover.'
    : 'Under way.';
}

function outcomeOf(
  { state }: ExecutionRow,
  seen: Partial<Verified> | undefined,
): Outcome {
  if (state === 'unknown') return 'unknown';
  if (state === 'cancelled' || state === 'rejected') return 'cancelled';
  if (seen?.verdict === 'worse') return 'harmful';
  if (state === 'succeeded' && seen?.verdict === 'recovered') return 'verified';
  return state === 'succeeded' || state === 'not-recovered'
    ? 'ineffective'
    : 'failed';
}

function verificationOf({ verdict, readings = [] }: Partial<Verified>) {
  const text = readings
    .map(
      ({ title, before = NaN, now = NaN }) =>
        `${title}: burn rate ${digits(before)} → ${digits(now)}`,
    )
    .join('; ');
  return {
    verdict: verdict ?? ('not-measured' as const),
    said: say(
      `verification.${verdict ?? 'running'}`,
      text || 'Nothing was measured since.',
      { readings: text },
    ),
    readings: readings.map(reading => ({
      ...reading,
      at: new Date(reading.at).toISOString(),
    })),
  };
}

function digits(value: number): string {
  return Number.isNaN(value) ? '?' : String(Number(value.toPrecision(3)));
}

function sayOutcome(outcome: Outcome, why: string) {
  const texts: Record<Outcome, string> = {
    verified: `Users have recovered. ${why}`,
    ineffective: `Done, and nobody has seen it help. ${why}`,
    harmful: `It got worse. ${why}`,
    failed: `It could not be done. ${why}`,
    unknown: `It is not known whether it was done. ${why}`,
    cancelled: `Called off. ${why}`,
  };
  return say(`attempt.${outcome}`, texts[outcome], { why });
}
