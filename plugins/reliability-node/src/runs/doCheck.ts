import type { StepOutcome, CheckHandler } from './StepHandler';
import { failureOf, type StepWork } from './StepWork';
import {
  beginStep,
  letWait,
  noteFailure,
  settleTry,
  timeOut,
  usualRetry,
} from './settleStep';

/** Looks once, and writes down what was seen. */
export async function doCheck(
  work: StepWork,
  handler: CheckHandler,
): Promise<void> {
  if (!work.begun) {
    if (work.late) {
      await work.begin(timeOut);
      return;
    }
    if (!(await work.begin(beginStep))) return;
  }
  const answer = await work.ask<StepOutcome>(context => handler.look(context), {
    time: work.timeLeft,
    finishes: false,
  });
  if (answer.state === 'answered') {
    const { value } = answer;
    await work.settle((change, step) => settleTry(change, step, value));
    return;
  }
  if (work.stopped) return;
  await work.settle((change, step) => {
    if (change.now >= (step.deadline ?? Infinity)) timeOut(change, step);
    // The cancellation closes it.
    else if (work.cancelled) letWait(change, step, 0);
    else {
      const after = handler.retryAfter ?? usualRetry;
      const failures = step.failures + 1;
      noteFailure(change, step, failureOf(answer), after(failures));
    }
  });
}
