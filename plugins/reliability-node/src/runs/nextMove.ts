import type { RunState } from './Run';
import type { RunRecord, StepRecord } from './database';

/** What is to be done with a run that nobody else is at. */
export type Move =
  | { to: 'leave' }
  | { to: 'wait'; until?: number }
  | { to: 'expire' }
  | { to: 'begin' }
  | { to: 'close'; steps: string[] }
  | { to: 'read-back'; step: StepRecord }
  | { to: 'do'; step: StepRecord }
  | { to: 'end'; state: RunState; because?: StepRecord };

const isOver = ({ state }: StepRecord) =>
  state !== 'pending' && state !== 'running' && state !== 'waiting';

/** The step after which nothing but `always` steps is done. */
export function stopperOf(run: RunRecord): StepRecord | undefined {
  return run.steps.find(
    step =>
      step.state === 'unknown' ||
      (step.state === 'failed' && !step.continueOnFailure),
  );
}

/** The whole of the engine's judgement: from what is written down to what comes next. */
export function nextMove(run: RunRecord): Move {
  if (run.finishedAt !== undefined) return { to: 'leave' };
  if (run.approval?.state === 'waiting') {
    const { until } = run.approval;
    return run.now >= until ? { to: 'expire' } : { to: 'wait', until };
  }
  if (run.state === 'paused') return { to: 'wait' };
  if (run.state === 'planned') return { to: 'begin' };

  // Before anything else: what became of the effect that somebody began?
  const begun = run.steps.find(step => step.intended);
  if (begun) return whenDue(run, begun, { to: 'read-back', step: begun });

  const stopped = run.state === 'cancelling' || stopperOf(run) !== undefined;
  const left = run.steps.filter(step => !isOver(step));
  if (stopped) {
    const steps = left.filter(({ always }) => !always).map(({ id }) => id);
    if (steps.length) return { to: 'close', steps };
  }
  if (left.length) return whenDue(run, left[0], { to: 'do', step: left[0] });
  return end(run);
}

function whenDue(run: RunRecord, step: StepRecord, move: Move): Move {
  if (step.state !== 'waiting' || step.nextAt === undefined) return move;
  const until = Math.min(step.nextAt, step.deadline ?? step.nextAt);
  return run.now >= until ? move : { to: 'wait', until };
}

function end(run: RunRecord): Move {
  const unknown = run.steps.find(({ state }) => state === 'unknown');
  if (unknown) return { to: 'end', state: 'unknown', because: unknown };
  if (run.steps.some(({ state }) => state === 'cancelled'))
    return { to: 'end', state: 'cancelled' };
  const because = stopperOf(run);
  if (because) return { to: 'end', state: 'failed', because };
  return { to: 'end', state: 'succeeded' };
}
