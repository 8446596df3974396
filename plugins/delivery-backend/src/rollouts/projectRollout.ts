import type {
  RolloutAction,
  RolloutState,
} from '@ghostlight/plugin-delivery-common';
import type { Run } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  lockRollout,
  ownDocumentOf,
  progressOf,
  watchingOf,
  type RolloutProgress,
  type RunProgress,
  type Settled,
} from './RolloutRow';
import { rolloutKind, type RolloutRunInput } from './runOf';

/**
 * Writes how a run of a rollout stands into the rollout's row, in the transaction in which the run
 * changes. Does nothing for other runs: goes into `recordChange` of the engine.
 */
export async function projectRollout(
  run: Run,
  trx: Knex.Transaction,
): Promise<void> {
  if (run.kind !== rolloutKind) return;
  const { rolloutId, direction, attempt, action } =
    run.input as RolloutRunInput;
  const row = await lockRollout(trx, rolloutId);
  if (!row) return;
  const told = toldOf(run, action as RolloutAction | undefined);
  if (direction === 'control') {
    const progress = { ...progressOf(row), control: told };
    await trx('rollouts')
      .where({ id: rolloutId })
      .update({ progress: JSON.stringify(progress) });
    return;
  }
  if (row.engine !== 'ghostlight' || ownDocumentOf(row).attempt !== attempt)
    return;
  const progress = { ...progressOf(row), [direction]: told };
  const state = stateOf(progress, Boolean(watchingOf(row).promotedFully));
  const over = isOver(state);
  await trx('rollouts')
    .where({ id: rolloutId })
    .update({
      progress: JSON.stringify(progress),
      state,
      finished_at: over ? run.finishedAt ?? row.finished_at : null,
    });
}

/** Whether nothing more happens by itself. */
export function isOver(state: RolloutState): boolean {
  return [
    'succeeded',
    'rolled-back',
    'failed',
    'cancelled',
    'unknown',
  ].includes(state);
}

/** Going back comes after going forth, and counts from then on. */
export function stateOf(
  { forth, back }: RolloutProgress,
  promoting: boolean,
): RolloutState {
  switch (back?.state) {
    case undefined:
      break;
    case 'succeeded':
      return 'rolled-back';
    case 'unknown':
      return 'unknown';
    case 'failed':
    case 'cancelled':
    case 'rejected':
      return 'failed';
    default:
      return 'aborting';
  }
  switch (forth?.state) {
    case 'succeeded':
      return 'succeeded';
    case 'unknown':
      return 'unknown';
    case 'failed':
      return forth.settled?.superseded ? 'cancelled' : 'failed';
    case 'cancelled':
    case 'rejected':
      return 'cancelled';
    case 'cancelling':
      return 'aborting';
    case 'waiting-approval':
      return 'waiting-approval';
    default:
      return promoting ? 'promoting' : 'running';
  }
}

function toldOf(run: Run, action: RolloutAction | undefined): RunProgress {
  const settle = run.steps.find(({ type }) => type === 'settle');
  return {
    runId: run.id,
    state: run.state,
    steps: run.steps.map(
      ({ id, state, startedAt, finishedAt, progress, error }) => ({
        id,
        state,
        ...(startedAt !== undefined && { startedAt }),
        ...(finishedAt !== undefined && { finishedAt }),
        ...(progress !== undefined && { progress: progress.slice(0, 300) }),
        ...(error !== undefined && { error: error.slice(0, 500) }),
      }),
    ),
    ...(settle?.result && { settled: settle.result as unknown as Settled }),
    ...(run.cancellation && { cancelledBy: run.cancellation.by }),
    ...(action && { action }),
  };
}
