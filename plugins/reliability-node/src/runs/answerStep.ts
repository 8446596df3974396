import { ConflictError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import {
  resultsBefore,
  runOf,
  stepOf,
  type RunRecord,
  type StepRecord,
} from './database';
import type { RunChange } from './RunChange';
import { settleOutcome } from './settleStep';
import type { RunHandler } from './StepHandler';

/** Milliseconds that somebody's answer is looked at. */
const patience = 30_000;

/**
 * Has a person's answer looked at, outside of any transaction.
 *
 * @returns what is to be changed, if nobody else was faster
 * @throws ConflictError when the step does not wait for one; whatever `accept` throws
 */
export async function answerStep(
  run: RunRecord,
  stepId: string,
  handler: RunHandler | undefined,
  given: { by: string; answer: JsonObject; comment?: string },
): Promise<(change: RunChange) => void> {
  const { by, answer, comment } = given;
  const step = run.steps.find(({ id }) => id === stepId);
  if (!step) throw new InputError(`Run ${run.id} has no step '${stepId}'`);
  const how = handler?.steps[step.type];
  if (how?.kind !== 'person')
    throw new InputError(`Step '${stepId}' is not for people`);
  checkWaits(run, step);
  const outcome = await how.accept(
    {
      run: runOf(run),
      step: stepOf(step),
      signal: AbortSignal.timeout(patience),
      results: resultsBefore(run, step),
      now: () => run.now,
    },
    answer,
    by,
  );
  return change => {
    const waiting = change.step(stepId)!;
    checkWaits(change.run, waiting);
    const { progress, result } = waiting;
    if (progress !== step.progress || !isDeepStrictEqual(result, step.result))
      throw new ConflictError(`Somebody else has just answered '${stepId}'`);
    const data = outcome.result;
    change.note('answered', { step: waiting, by, text: comment, data });
    // For more answers it waits as long as it would have for the first.
    const after = waiting.timeout;
    settleOutcome(
      change,
      waiting,
      outcome.state === 'again' ? { ...outcome, after } : outcome,
      by,
    );
    if (change.run.state !== 'paused') change.run.dueAt = change.now;
  };
}

/** @throws ConflictError */
function checkWaits(run: RunRecord, step: StepRecord): void {
  const { id, always, deadline = Infinity, state } = step;
  if (state !== 'waiting')
    throw new ConflictError(`Step '${id}' is ${state}, and waits for nobody`);
  if (run.finishedAt !== undefined || (run.state === 'cancelling' && !always))
    throw new ConflictError(`Run ${run.id} is ${run.state}`);
  // Time stands still while the run is paused.
  if ((run.pausedAt ?? run.now) >= deadline)
    throw new ConflictError(`The time of step '${id}' is up`);
}
