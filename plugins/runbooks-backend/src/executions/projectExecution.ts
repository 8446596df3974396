import type {
  ExecutionState,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say, type Run } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { shownIdOf } from './engineSteps';
import type { ExecutionRow, ExecutionSummary } from './ExecutionRow';

/**
 * Writes how a run stands into the row of its execution, in the transaction in which the run changes.
 *
 * @returns the row as it is now, when there is one
 */
export async function projectExecution(
  run: Run,
  trx: Knex.Transaction,
): Promise<ExecutionRow | undefined> {
  const row = await trx<ExecutionRow>('executions')
    .where({ run_id: run.id })
    .first();
  if (!row) return undefined;
  const summary: ExecutionSummary = JSON.parse(row.summary);
  const current = currentOf(run);
  const change = {
    state: stateOf(run),
    summary: JSON.stringify({
      ...summary,
      step: current?.number,
      said: saidOf(run),
    }),
    started_at: run.startedAt ?? null,
    finished_at: run.finishedAt ?? null,
  };
  const after = { ...row, ...change };
  const isSame = (Object.keys(change) as (keyof typeof change)[]).every(
    column => String(row[column]) === String(change[column]),
  );
  if (!isSame)
    await trx<ExecutionRow>('executions').where({ id: row.id }).update(change);
  return after;
}

/** How a run stands, in the words of this family. */
export function stateOf(run: Run): ExecutionState {
  if (run.finishedAt !== undefined) {
    if (run.state === 'failed' && failedOnlyVerification(run))
      return 'not-recovered';
    return run.state as ExecutionState;
  }
  if (run.state === 'paused' || run.state === 'cancelling') return run.state;
  if (run.state === 'waiting-approval') return run.state;
  const busy = run.steps.filter(
    ({ state }) => state === 'running' || state === 'waiting',
  );
  const isPerson = ({ type }: Run['steps'][number]) =>
    type === 'manual' || type === 'decision' || type === 'approval';
  if (busy.length && busy.every(isPerson)) return 'waiting';
  if (busy.some(({ type }) => type === 'verify')) return 'verifying';
  return 'running';
}

function failedOnlyVerification(run: Run): boolean {
  const failed = run.steps.filter(({ state }) => state === 'failed');
  return failed.length > 0 && failed.every(({ type }) => type === 'verify');
}

function currentOf(run: Run): { number: number; title: string } | undefined {
  const shown = [...new Set(run.steps.map(({ id }) => shownIdOf(id)))];
  const busy =
    run.steps.find(({ state }) => state === 'running' || state === 'waiting') ??
    run.steps.find(({ state }) => state === 'pending');
  return (
    busy && {
      number: shown.indexOf(shownIdOf(busy.id)) + 1,
      title: busy.title,
    }
  );
}

export function saidOf(run: Run): Sentence {
  const failed = run.steps.find(
    ({ state }) => state === 'failed' || state === 'unknown',
  );
  const title = failed?.title ?? currentOf(run)?.title ?? '';
  const why = failed?.error ?? '';
  switch (stateOf(run)) {
    case 'waiting-approval':
      return say('run.waiting-approval', 'Waits for an approval.');
    case 'waiting':
      return say('run.waiting', `Waits for a person: ${title}`, { title });
    case 'paused':
      return say('run.paused', `Paused before: ${title}`, { title });
    case 'verifying':
      return say('run.verifying', 'Done; looks whether users recover.');
    case 'running':
      return say('run.running', `Runs: ${title}`, { title });
    case 'succeeded':
      if (run.steps.every(({ type }) => type === 'would'))
        return sayDryRun(run);
      return say('run.succeeded', 'Everything was done.');
    case 'not-recovered':
      return say(
        'run.not-recovered',
        `Done, and users have not recovered: ${why}`,
        { why },
      );
    case 'failed':
      return say('run.failed', `${title} failed: ${why}`, { title, why });
    case 'unknown':
      return say(
        'run.unknown',
        `It is not known whether this happened: ${title}. Nothing is repeated; look at the platform.`,
        { title },
      );
    case 'rejected':
      return run.approval?.state === 'expired'
        ? say('run.expired', 'Nobody approved in time.')
        : say('run.rejected', `Rejected by ${run.approval?.by ?? ''}.`, {
            by: run.approval?.by ?? '',
          });
    default:
      return say(
        run.state === 'cancelling' ? 'run.cancelling' : 'run.cancelled',
        `Cancelled by ${run.cancellation?.by ?? ''}: ${
          run.cancellation?.reason ?? ''
        }`,
        {
          by: run.cancellation?.by ?? '',
          reason: run.cancellation?.reason ?? '',
        },
      );
  }
}

function sayDryRun({ steps }: Run): Sentence {
  const refused = steps.filter(({ state }) => state === 'failed').length;
  return refused
    ? say(
        'run.dry-run-refused',
        `${refused} of ${steps.length} steps could not be done as things stand. Nothing was changed.`,
        { refused, steps: steps.length },
      )
    : say('run.dry-run', 'It would be done as planned. Nothing was changed.');
}
