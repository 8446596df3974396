import type { JsonObject } from '@backstage/types';
import { backoffOf } from '../outbox/backoffOf';
import { capJson, capText } from './caps';
import type { StepRecord } from './database';
import type { StepState } from './Run';
import type { RunChange } from './RunChange';
import { noteLeftOut } from './StepOutput';
import type { EffectHandler, StepOutcome } from './StepHandler';

/** Characters of JSON that a step may result in. */
const resultCap = 256_000;

/** Milliseconds until the next try: 2 s doubling to 30 s, half of it by chance. */
export function usualRetry(failures: number): number {
  return backoffOf({ first: 2_000, most: 30_000 }, failures);
}

export function beginStep(change: RunChange, step: StepRecord): void {
  if (step.startedAt === undefined) {
    step.startedAt = change.now;
    step.deadline = change.now + step.timeout;
    change.note('step-started', { step, text: step.title });
  }
  step.state = 'running';
  step.attempts += 1;
  step.nextAt = undefined;
}

export function finishStep(
  change: RunChange,
  step: StepRecord,
  state: StepState,
  why: { text?: string; by?: string; data?: JsonObject } = {},
): void {
  step.state = state;
  step.finishedAt = change.now;
  step.nextAt = undefined;
  step.error =
    (state === 'failed' || state === 'unknown') && why.text !== undefined
      ? capText(why.text)
      : undefined;
  noteLeftOut(change, step);
  change.note(`step-${state}`, { step, ...why });
}

/** Lets it wait, at most until its time is up. */
export function letWait(
  change: RunChange,
  step: StepRecord,
  after: number,
): void {
  step.state = 'waiting';
  const wait = Number.isFinite(after) ? Math.max(0, Math.round(after)) : 0;
  step.nextAt = Math.min(change.now + wait, step.deadline ?? Infinity);
}

/** Remembers that a try came to nothing, and waits. */
export function noteFailure(
  change: RunChange,
  step: StepRecord,
  error: string,
  after: number,
): void {
  const text = capText(error);
  if (step.error !== text) change.note('attempt-failed', { step, text });
  step.error = text;
  step.failures += 1;
  letWait(change, step, after);
}

/** Says how it goes, unless that was said already. */
export function noteProgress(
  change: RunChange,
  step: StepRecord,
  said: string,
  data?: JsonObject,
): boolean {
  const text = capText(said);
  if (step.progress === text && data === undefined) return false;
  step.progress = text;
  change.note('progress', { step, text, data });
  return true;
}

/** The same as `settleOutcome`, unless it failed and is to be tried again. */
export function settleTry(
  change: RunChange,
  step: StepRecord,
  outcome: StepOutcome,
): void {
  const { retry } = step;
  const failed = outcome.state === 'failed' || outcome.state === 'refused';
  if (!retry || !failed) {
    settleOutcome(change, step, outcome);
    return;
  }
  step.tries += 1;
  const { attempts, backoffMs, factor = 2 } = retry;
  const after = Math.round(backoffMs * factor ** (step.tries - 1));
  const { error, result, state } = outcome;
  change.note('attempt-failed', {
    step,
    text: error,
    data: {
      attempt: step.tries,
      of: attempts,
      ...(state === 'refused' && { refused: true }),
    },
  });
  const given =
    step.tries >= attempts ||
    change.now + after >= (step.deadline ?? Infinity) ||
    (change.run.state === 'cancelling' && !step.always);
  if (given) {
    settleOutcome(change, step, outcome);
    return;
  }
  if (result) step.result = capJson(result, resultCap);
  step.failures = 0;
  step.error = capText(error);
  letWait(change, step, after);
}

/**
 * Writes down what a look, or an act that is known to be over or to go on, or a person's answer resulted
 * in.
 */
export function settleOutcome(
  change: RunChange,
  step: StepRecord,
  outcome: StepOutcome,
  by?: string,
): void {
  step.failures = 0;
  if (outcome.result) step.result = capJson(outcome.result, resultCap);
  switch (outcome.state) {
    case 'succeeded':
      if (outcome.text !== undefined) step.progress = capText(outcome.text);
      finishStep(change, step, 'succeeded', { text: outcome.text, by });
      break;
    case 'again':
      if (outcome.text !== undefined) noteProgress(change, step, outcome.text);
      step.error = undefined;
      letWait(change, step, outcome.after);
      break;
    case 'unknown':
      finishStep(change, step, 'unknown', { text: outcome.error, by });
      break;
    default:
      finishStep(change, step, 'failed', {
        text: outcome.error,
        by,
        ...(outcome.state === 'refused' ? { data: { refused: true } } : {}),
      });
  }
}

export function timeOut(change: RunChange, step: StepRecord): void {
  const last = step.error ? `; at last: ${step.error}` : '';
  finishStep(change, step, 'failed', {
    text: `It was not over after ${step.timeout} ms${last}`,
    data: { timedOut: true },
  });
}

/** Writes down what was found in the world about an effect that was begun. */
export function settleReadBack(
  change: RunChange,
  step: StepRecord,
  found: Awaited<ReturnType<EffectHandler['readBack']>>,
): void {
  const late = change.now >= (step.deadline ?? Infinity);
  if (found.state === 'applied') {
    const result = found.result && capJson(found.result, resultCap);
    change.ledge(step, 'applied', {
      readBack: true,
      ...(result && { result }),
    });
    change.note('read-back', { step, text: 'applied' });
    settleOutcome(change, step, { state: 'succeeded', result });
  } else if (found.state === 'absent') {
    change.ledge(step, 'absent', { readBack: true });
    change.note('read-back', { step, text: 'absent' });
    if (late) timeOut(change, step);
    // Whatever kept it from being done may still be there.
    else letWait(change, step, step.failures ? usualRetry(step.failures) : 0);
  } else if (late) {
    const error = capText(found.error);
    change.ledge(step, 'unknown', { error });
    finishStep(change, step, 'unknown', { text: error });
  } else {
    noteFailure(change, step, found.error, usualRetry(step.failures + 1));
  }
}
