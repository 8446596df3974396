import type { JsonObject } from '@backstage/types';
import { errorText } from './caps';
import type { StepRecord } from './database';
import type { RunChange } from './RunChange';
import type { EffectHandler, StepOutcome } from './StepHandler';
import { failureOf, type StepWork } from './StepWork';
import {
  beginStep,
  finishStep,
  letWait,
  noteFailure,
  settleOutcome,
  settleReadBack,
  settleTry,
  timeOut,
  usualRetry,
} from './settleStep';

type Found = Awaited<ReturnType<EffectHandler['readBack']>>;

/** Milliseconds for the last look at an effect whose step has no time left. */
const lastLook = 10_000;

/**
 * Changes the world once. The intent is committed first; when it cannot be said what became of the act,
 * the step is left `intended`, and whoever comes next reads back.
 */
export async function doEffect(
  work: StepWork,
  handler: EffectHandler,
): Promise<void> {
  if (!work.begun) {
    if (work.late) {
      await work.begin(timeOut);
      return;
    }
    const intend = intentOf(work, handler);
    let goesOn = false;
    await work.begin((change, step) => {
      goesOn = intend(change, step);
    });
    if (!goesOn) return;
  }
  if (work.step.attempts > 1) {
    // It was not there some time ago. What was under way then may have arrived since.
    const found = await look(work, handler);
    if (found.state !== 'absent') {
      await settleFound(work, found);
      return;
    }
  }
  await work.secureLease();
  const answer = await work.ask<StepOutcome>(context => handler.act(context), {
    time: work.timeLeft,
    finishes: true,
  });
  if (answer.state === 'answered') {
    await settleAct(work, handler, answer.value);
  } else if (!work.stopped) {
    await work.settle((change, step) => {
      if (work.cancelled) letWait(change, step, 0);
      else noteFailure(change, step, failureOf(answer), 0);
    });
  }
}

/** What writes down that it begins; it returns false when it cannot be said what is to be done. */
export function intentOf(
  work: Pick<StepWork, 'context'>,
  handler: EffectHandler,
): (change: RunChange, step: StepRecord) => boolean {
  let effect: JsonObject;
  try {
    effect = handler.describe(work.context(AbortSignal.abort()));
  } catch (error) {
    return (change, step) => {
      beginStep(change, step);
      finishStep(change, step, 'failed', { text: errorText(error) });
      return false;
    };
  }
  return (change, step) => {
    beginStep(change, step);
    change.ledge(step, 'intended', effect);
    return true;
  };
}

async function settleAct(
  work: StepWork,
  handler: EffectHandler,
  outcome: StepOutcome,
): Promise<void> {
  if (outcome.state === 'failed') {
    // It failed, but did it change anything?
    const found = await look(work, handler);
    await work.settle((change, step) => {
      const { error } = outcome;
      if (found.state === 'unknown') {
        const after = usualRetry(step.failures + 1);
        noteFailure(change, step, `${error}; ${found.error}`, after);
        return;
      }
      change.ledge(step, found.state, { error, readBack: true });
      // What has happened cannot be tried again under its action id.
      if (found.state === 'applied') settleOutcome(change, step, outcome);
      else settleTry(change, step, outcome);
    });
    return;
  }
  await work.settle((change, step) => {
    const { state } = outcome;
    if (state === 'succeeded') change.ledge(step, 'applied', {});
    else if (state !== 'again')
      change.ledge(step, state, { error: outcome.error });
    settleTry(change, step, outcome);
  });
}

/** Looks for an effect that was begun, and writes down what was found. */
export async function readBack(
  work: StepWork,
  handler: EffectHandler,
): Promise<void> {
  await settleFound(work, await look(work, handler));
}

async function settleFound(work: StepWork, found: Found): Promise<void> {
  if (work.stopped && found.state === 'unknown') return;
  await work.settle((change, step) => settleReadBack(change, step, found));
}

async function look(work: StepWork, handler: EffectHandler): Promise<Found> {
  const answer = await work.ask<Found>(context => handler.readBack(context), {
    time: work.late ? lastLook : work.timeLeft,
    finishes: false,
  });
  if (answer.state !== 'answered') {
    return { state: 'unknown', error: failureOf(answer) };
  }
  if (answer.value.state === 'absent' && work.hung) {
    return {
      state: 'unknown',
      error: 'It is not there, but the act that was to do it is still going on',
    };
  }
  return answer.value;
}
