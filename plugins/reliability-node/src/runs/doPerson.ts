import type { StepWork } from './StepWork';
import { beginStep, letWait, timeOut } from './settleStep';

/** Lets it wait for an answer until its time is up. */
export async function doPerson(work: StepWork): Promise<void> {
  await work.begin((change, step) => {
    if (work.late) {
      timeOut(change, step);
      return;
    }
    beginStep(change, step);
    letWait(change, step, step.timeout);
  });
}
