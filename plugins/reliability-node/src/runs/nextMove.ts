import type { RunState } from './Run';
import type { RunRecord, StepRecord } from './database';

/** Something that is to be done with a step. */
export interface StepMove {
  does: 'do' | 'read-back';
  step: StepRecord;
}

/** What is to be done with a run that nobody else is at. */
export type Move =
  | { to: 'leave' }
  | { to: 'wait'; until?: number }
  | { to: 'expire' }
  | { to: 'begin' }
  | { to: 'close'; steps: string[] }
  | { to: 'leave-out'; steps: string[] }
  /** All at once; when nothing else happens, there may be more at `until`. */
  | { to: 'work'; moves: StepMove[]; until?: number }
  | { to: 'end'; state: RunState; because?: StepRecord };

const nobody: ReadonlySet<string> = new Set();

const isOver = ({ state }: StepRecord) =>
  state !== 'pending' && state !== 'running' && state !== 'waiting';

/** The step after which nothing but `always` steps is begun. */
export function stopperOf(run: RunRecord): StepRecord | undefined {
  return run.steps.find(
    step =>
      step.state === 'unknown' ||
      (step.state === 'failed' && !step.continueOnFailure),
  );
}

/**
 * The whole of the engine's judgement: from what is written down to what comes next.
 *
 * @param busy - ids of steps that are being done at this moment by whoever asks
 */
export function nextMove(
  run: RunRecord,
  busy: ReadonlySet<string> = nobody,
): Move {
  if (run.finishedAt !== undefined) return { to: 'leave' };
  if (run.approval?.state === 'waiting') {
    const { until } = run.approval;
    return run.now >= until ? { to: 'expire' } : { to: 'wait', until };
  }
  if (run.state === 'paused') return { to: 'wait' };
  if (run.state === 'planned') return { to: 'begin' };

  const left = run.steps.filter(step => !isOver(step));
  const steps = closable(run, left, busy).map(({ id }) => id);
  if (steps.length) return { to: 'close', steps };
  if (!left.length) return end(run);

  const group = groupOf(run, left[0]);
  const unmet = group.filter(step => !isMet(run, step)).map(({ id }) => id);
  if (unmet.length) return { to: 'leave-out', steps: unmet };
  return work(run, group, busy);
}

/**
 * What is not to be begun any more, and after a cancellation not to be gone on with either. An effect of
 * which it is not known what became is read back first.
 */
function closable(
  run: RunRecord,
  left: StepRecord[],
  busy: ReadonlySet<string>,
): StepRecord[] {
  const cancelled = run.state === 'cancelling';
  if (!cancelled && !stopperOf(run)) return [];
  return left.filter(
    step =>
      !step.always &&
      !step.intended &&
      !busy.has(step.id) &&
      (cancelled || step.startedAt === undefined),
  );
}

/** The first step that is left, and those after it that may be in progress at the same time. */
function groupOf(run: RunRecord, first: StepRecord): StepRecord[] {
  if (first.parallel === undefined) return [first];
  const after = run.steps.slice(first.position);
  const others = after.findIndex(step => step.parallel !== first.parallel);
  const group = others < 0 ? after : after.slice(0, others);
  return group.filter(step => !isOver(step));
}

/** Whether the condition of a step holds, or it has begun because it did. */
function isMet(run: RunRecord, { startedAt, when }: StepRecord): boolean {
  if (!when || startedAt !== undefined) return true;
  const choice = choiceOf(run, when.step);
  return choice !== undefined && when.in.includes(choice);
}

/** What was chosen in a step, if anything. */
export function choiceOf(run: RunRecord, stepId: string): string | undefined {
  const choice = run.steps.find(({ id }) => id === stepId)?.result?.choice;
  return typeof choice === 'string' ? choice : undefined;
}

function work(
  run: RunRecord,
  steps: StepRecord[],
  busy: ReadonlySet<string>,
): Move {
  const waits = steps.map(step => ({ step, until: dueAt(step) }));
  const moves = waits
    .filter(({ step, until }) => !busy.has(step.id) && until <= run.now)
    .map(
      ({ step }): StepMove => ({
        does: step.intended ? 'read-back' : 'do',
        step,
      }),
    );
  const later = waits.flatMap(({ step, until }) =>
    busy.has(step.id) || until <= run.now ? [] : [until],
  );
  const until = later.length ? Math.min(...later) : undefined;
  return moves.length ? { to: 'work', moves, until } : { to: 'wait', until };
}

/** When something is to be done with a step that is not over. */
function dueAt({ state, nextAt, deadline }: StepRecord): number {
  if (state !== 'waiting' || nextAt === undefined) return 0;
  return Math.min(nextAt, deadline ?? nextAt);
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
