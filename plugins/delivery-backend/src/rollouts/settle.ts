import type { JsonObject } from '@backstage/types';
import type { Outcome } from '@ghostlight/plugin-delivery-common';
import type { CheckHandler, Run, RunStep } from '@ghostlight/reliability-node';
import { backChangeOf, changeOf } from './changesOf';
import { requestBack } from './requestBack';
import type { RolloutContext } from './RolloutContext';
import { ownDocumentOf, type RolloutRow, type Settled } from './RolloutRow';
import type { RolloutRunInput } from './runOf';

/** Tells the feed that it has begun. */
export function beginStep(context: RolloutContext): CheckHandler {
  return {
    kind: 'check',
    async look({ run }) {
      const row = await rowOf(context, run);
      if (row) await context.record([changeOf(row, 'running', context.now())]);
      return { state: 'succeeded' };
    },
  };
}

/**
 * The end of going forth, whatever became of it: tells the feed, and where something was done that is
 * not wanted any more, asks for the run that takes it back. What it asks for has a key of its own, so
 * that asking twice does no harm.
 */
export function settleStep(context: RolloutContext): CheckHandler {
  return {
    kind: 'check',
    async look({ run }) {
      const row = await rowOf(context, run);
      if (!row) return { state: 'succeeded' };
      const settled = await decide(context, run, row);
      const outcome = outcomeOf(run, settled);
      await context.record([changeOf(row, outcome, context.now())]);
      if (settled.decision === 'back')
        await requestBack(context, row, run.cancellation?.by ?? 'ghostlight');
      context.changed?.([row.entity_ref]);
      return { state: 'succeeded', result: settled as unknown as JsonObject };
    },
  };
}

/** The end of going back. */
export function settleBackStep(context: RolloutContext): CheckHandler {
  return {
    kind: 'check',
    async look({ run }) {
      const row = await rowOf(context, run);
      if (!row) return { state: 'succeeded' };
      const steps = work(run);
      const isUnknown = steps.some(({ state }) => state === 'unknown');
      const isDone = steps.every(({ state }) => state === 'succeeded');
      const notDone = isUnknown ? 'unknown' : 'failed';
      await context.record([
        backChangeOf(row, {
          outcome: isDone ? 'succeeded' : notDone,
          startedAt: run.startedAt ?? run.requestedAt,
          at: context.now(),
          ...(run.requestedBy !== 'ghostlight' && { by: run.requestedBy }),
        }),
      ]);
      context.changed?.([row.entity_ref]);
      return { state: 'succeeded' };
    },
  };
}

async function decide(
  { runs }: RolloutContext,
  run: Run,
  row: RolloutRow,
): Promise<Settled> {
  const steps = work(run);
  if (steps.some(({ state }) => state === 'unknown'))
    return { decision: 'leave' };
  if (steps.every(({ state }) => state === 'succeeded' || state === 'skipped'))
    return { decision: 'done' };
  // What somebody else has put there since is not ours to take away.
  if (steps.some(({ result }) => result?.superseded))
    return { decision: 'leave', superseded: true };
  const { back, strategy } = ownDocumentOf(row);
  const ledger = await runs.ledger(run.id);
  const isTouched = ledger.some(({ state }) => state === 'applied');
  const isWanted = strategy.automaticRollback || Boolean(run.cancellation);
  return {
    decision: isTouched && isWanted && back.length ? 'back' : 'leave',
  };
}

function outcomeOf(run: Run, { decision, superseded }: Settled): Outcome {
  if (decision === 'done') return 'succeeded';
  if (work(run).some(({ state }) => state === 'unknown')) return 'unknown';
  const isCancelled = superseded || run.cancellation;
  return isCancelled && decision === 'leave' ? 'cancelled' : 'failed';
}

/** The steps that do or look, without the bookkeeping. */
function work(run: Run): RunStep[] {
  return run.steps.filter(({ id }) => !id.startsWith('.'));
}

async function rowOf({ db }: RolloutContext, run: Run) {
  const { rolloutId } = run.input as RolloutRunInput;
  return db<RolloutRow>('rollouts').where({ id: rolloutId }).first();
}
