import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  Action,
  ActionCall,
  Observation,
} from '@ghostlight/plugin-runbooks-node';
import {
  inTime,
  type Run,
  type RunStep,
  type StepContext,
} from '@ghostlight/reliability-node';
import { planIdOf, type ProgramStep } from '../executions';
import { experimentOf, type ExperimentContext } from './ExperimentContext';
import { stepIds } from './experimentProgram';

/** Milliseconds that a look at the fault may take. */
const patience = 15_000;

type Here = Pick<StepContext, 'run' | 'step' | 'signal'> &
  Partial<Pick<StepContext, 'output'>>;

export function stepOf(run: Run, id: string): RunStep {
  const step = run.steps.find(one => one.id === id);
  if (!step) throw new InputError(`The run has no step '${id}'`);
  return step;
}

/** What an action is called with by a step of an experiment. */
export function callOf(
  context: ExperimentContext,
  here: Here,
  actionId: string,
): ActionCall {
  const { entityRef, environment } = experimentOf(here).spec;
  return {
    entity: context.entityOf(entityRef),
    environment,
    requestedBy: here.run.requestedBy,
    signal: here.signal,
    actionId,
    output: text => here.output?.(context.secrets.redact(text)),
  };
}

/** The injection: its action, what was pinned, and what came of it. */
export function injectionOf(
  context: ExperimentContext,
  run: Run,
): { action: Action; pinned: JsonObject; inject: RunStep } {
  const inject = stepOf(run, stepIds.inject);
  const { action = '' } = inject.input as unknown as ProgramStep;
  const plan = stepOf(run, planIdOf(stepIds.inject));
  return {
    action: context.actions.require(action),
    pinned: (plan.result?.pinned ?? {}) as JsonObject,
    inject,
  };
}

/** How the fault is. One that cannot be looked at just now is told as that, and stops nothing. */
export async function lookAtFault(
  context: ExperimentContext,
  here: Here,
): Promise<Observation> {
  try {
    const { action, pinned, inject } = injectionOf(context, here.run);
    if (!action.observe) return { state: 'done', text: '' };
    const seen = await inTime(patience, signal =>
      action.observe!(
        pinned,
        inject.result ?? {},
        callOf(context, { ...here, signal }, inject.actionId),
      ),
    );
    return { ...seen, text: context.secrets.redact(seen.text) };
  } catch (error) {
    return {
      state: 'progressing',
      text: `The fault could not be looked at: ${context.secrets.redact(
        (error as Error).message,
      )}`,
    };
  }
}
