import type { LoggerService } from '@backstage/backend-plugin-api';
import { errorText } from './caps';
import { runOf, type RunRecord } from './database';
import { choiceOf, stopperOf, type Move } from './nextMove';
import type { RunChange } from './RunChange';
import { finishStep } from './settleStep';
import type { RunHandler } from './StepHandler';

/** Nobody approved it in time. */
export function expire(change: RunChange): void {
  change.run.approval!.state = 'expired';
  change.note('approval-expired', {});
  endUnbegun(change, 'rejected', 'Nobody approved it in time');
}

/** Ends a run of which nothing was done. */
export function endUnbegun(
  change: RunChange,
  state: 'rejected' | 'cancelled',
  outcome: string,
): void {
  for (const step of change.run.steps) {
    if (step.finishedAt === undefined) {
      step.state = 'cancelled';
      step.finishedAt = change.now;
    }
  }
  change.end(state, outcome);
}

/** Ends steps that are not to be done any more: one before them failed, or the run was cancelled. */
export function close(change: RunChange, steps: string[]): void {
  const stopper = stopperOf(change.run);
  for (const id of steps) {
    const step = change.step(id)!;
    if (stopper) {
      finishStep(change, step, 'skipped', {
        text: `Left out after ${stopper.title}`,
      });
    } else {
      const by = change.run.cancellation?.by;
      finishStep(change, step, 'cancelled', { by });
    }
  }
}

/** Ends steps that another choice was made for. */
export function leaveOut(change: RunChange, steps: string[]): void {
  const { run } = change;
  for (const id of steps) {
    const step = change.step(id)!;
    const { step: asked, in: among } = step.when!;
    const choice = choiceOf(run, asked);
    const what = choice === undefined ? 'no choice' : `'${choice}'`;
    const title = run.steps.find(one => one.id === asked)?.title ?? asked;
    finishStep(change, step, 'skipped', {
      text: `${title}: ${what}, and not ${among.join(' or ')}`,
      data: { unmet: true },
    });
  }
}

/** Ends a run as a move says, with the sentence of its handler, else with why it ended. */
export function endRun(
  change: RunChange,
  move: Move & { to: 'end' },
  { handler, logger }: { handler: RunHandler; logger: LoggerService },
): void {
  const { run } = change;
  run.state = move.state;
  let outcome: string | undefined;
  try {
    outcome = handler.outcome?.(runOf(run));
  } catch (error) {
    logger.warn(`Run ${run.id} ended without a sentence: ${errorText(error)}`);
  }
  const { because } = move;
  change.end(
    move.state,
    outcome ??
      (because
        ? `${because.title}: ${because.error ?? because.state}`
        : cancelOutcome(run)),
  );
}

function cancelOutcome(run: RunRecord): string | undefined {
  if (run.state === 'cancelled') return run.cancellation?.reason;
  return run.cancellation
    ? 'Everything was done before it could be cancelled'
    : undefined;
}
