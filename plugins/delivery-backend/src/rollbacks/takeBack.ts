import type { JsonObject } from '@backstage/types';
import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type {
  Driver,
  DriverPlan,
  DriverStep,
} from '@ghostlight/plugin-delivery-node';
import {
  type PlannedStep,
  type Run,
  type RunStep,
  say,
} from '@ghostlight/reliability-node';

/** Id and type of the step that asks for one. */
export const takeBackStep = 'take-back';

/** Milliseconds. */
export const usualTimeout = 60_000;

/** What the step results in. */
export interface TakenBack {
  /** The run that takes it back; left out when nothing had to be. */
  runId?: string;
  /** Titles of what is to be taken back, what was, and what could not be. */
  steps?: string[];
  taken?: string[];
  left?: string[];
}

/**
 * The step at the end that takes back what can be: planned with each rollback whose driver knows anything
 * that can, and done whatever becomes of the others.
 */
export function planTakeBack(
  driver: Driver | undefined,
  plan: DriverPlan,
): PlannedStep[] {
  const steps = driver?.cancel?.(
    plan,
    plan.steps.map(({ id }) => id),
  );
  if (!driver || !steps?.length) return [];
  return [
    {
      id: takeBackStep,
      type: takeBackStep,
      title: 'Take back what was changed, when it ends too early',
      input: {
        driver: driver.id,
        plan: plan as unknown as JsonObject,
        may: steps.map(sayTitle) as unknown as JsonObject[],
      },
      timeout: steps.reduce(
        (sum, { timeout = usualTimeout }) => sum + timeout,
        usualTimeout,
      ),
      always: true,
    },
  ];
}

/** What would be taken back if it were cancelled now, in words. */
export function ifCancelled(run: Run): Sentence[] {
  const step = takeBackOf(run);
  if (!step || step.state !== 'pending' || run.finishedAt !== undefined)
    return [];
  if (run.cancellation || isRolledOut(run)) return [];
  return step.input.may as unknown as Sentence[];
}

export function takeBackOf(run: Run): RunStep | undefined {
  return run.steps.find(({ type }) => type === takeBackStep);
}

export function isRolledOut(run: Run): boolean {
  return run.steps.some(
    ({ type, state }) => type === 'observe' && state === 'succeeded',
  );
}

function sayTitle({ title, titleSaid }: DriverStep): Sentence {
  return titleSaid ?? say('step.title', title, { title });
}
