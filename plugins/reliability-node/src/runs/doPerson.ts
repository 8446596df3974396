import type { StepRecord } from './database';
import type { RunChange } from './RunChange';
import type { StepWork } from './StepWork';
import { beginStep, letWait, timeOut } from './settleStep';

/** Lets it wait for an answer until its time is up. */
export async function doPerson(work: StepWork): Promise<void> {
  await work.begin((change, step) => {
    if (work.late) {
      timeOut(change, step);
      return;
    }
    beginPerson(change, step);
  });
}

export function beginPerson(change: RunChange, step: StepRecord): void {
  beginStep(change, step);
  letWait(change, step, step.timeout);
}
