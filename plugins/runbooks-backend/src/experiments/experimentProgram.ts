import type { JsonObject } from '@backstage/types';
import type { PlannedStep } from '@ghostlight/reliability-node';
import {
  observeIdOf,
  planIdOf,
  type Program,
  type ProgramStep,
} from '../executions';
import type { Experiment, ExperimentContext } from './ExperimentContext';
import { faultAction } from './faultAction';

/** Ids of the steps of an experiment. */
export const stepIds = {
  before: 'before',
  inject: 'inject',
  guard: 'guard',
  undo: 'undo',
  recovery: 'recovery',
} as const;

const minute = 60_000;
/** How long it is tried to take a fault back, or to learn whether there is one. */
const undoTime = 60 * minute;

/** What people see of a run. */
export function experimentProgram(
  { actions, experiments }: Pick<ExperimentContext, 'actions' | 'experiments'>,
  { spec }: Experiment,
): Program {
  const { objectives, maxBurnRate } = spec.steadyState;
  const { action, input } = faultAction(spec, experiments);
  const verification = {
    withinSeconds: Math.ceil(experiments.recoverWithin / 1000),
    steadySeconds: experiments.recoveredFor / 1000,
    maxBurnRate,
    ...(objectives.length && { objectives }),
  };
  const steps: ProgramStep[] = [
    {
      id: stepIds.before,
      title: 'All is well before',
      kind: 'verify',
      timeoutSeconds: 300,
    },
    {
      id: stepIds.inject,
      title: actions.get(action)?.title ?? 'Inject the fault',
      kind: 'action',
      action,
      input,
      timeoutSeconds: (actions.get(action)?.timeout ?? 5 * minute) / 1000,
    },
    {
      id: stepIds.guard,
      title: 'Watch what users see',
      kind: 'verify',
      timeoutSeconds: Math.ceil(spec.durationSeconds) + 120,
    },
    {
      id: stepIds.undo,
      title: 'Take the fault back',
      kind: 'action',
      timeoutSeconds: undoTime / 1000,
    },
    {
      id: stepIds.recovery,
      title: 'All is well again',
      kind: 'verify',
      timeoutSeconds: verification.withinSeconds,
      verification,
    },
  ];
  return {
    title: spec.title,
    steps,
    estimatedSeconds: Math.ceil(spec.durationSeconds),
  };
}

/**
 * The steps of the engine. Whatever becomes of the others, those from the undo on are always done: after
 * a stop of the guard, a cancellation, a failure, or the death of whoever began it.
 */
export function experimentSteps(
  experiment: Experiment,
  { steps }: Program,
): PlannedStep[] {
  const of = (id: string) => {
    const step = steps.find(one => one.id === id)!;
    return {
      title: step.title.slice(0, 300),
      timeout: step.timeoutSeconds * 1000,
      input: { ...step, experiment } as unknown as JsonObject,
    };
  };
  const { before, inject, guard, undo, recovery } = stepIds;
  const undoPlan = planIdOf(undo);
  return [
    { ...of(before), id: before, type: 'steady' },
    { ...of(inject), id: planIdOf(inject), type: 'plan', timeout: minute },
    {
      ...of(inject),
      id: inject,
      type: 'act',
      when: { step: planIdOf(inject), in: ['go'] },
    },
    { ...of(guard), id: guard, type: 'guard' },
    { ...of(undo), id: undoPlan, type: 'undo-plan', always: true },
    {
      ...of(undo),
      id: undo,
      type: 'undo-act',
      always: true,
      when: { step: undoPlan, in: ['go'] },
      retry: { attempts: 10, backoffMs: 2_000, factor: 2 },
    },
    {
      ...of(undo),
      id: observeIdOf(undo),
      type: 'undo-observe',
      always: true,
      when: { step: undo, in: ['applied'] },
    },
    {
      ...of(recovery),
      id: recovery,
      type: 'verify',
      timeout: of(recovery).timeout + minute,
      always: true,
      when: { step: undoPlan, in: ['go', 'self'] },
    },
  ];
}

/** A look at whether it might begin, and at what it would do. */
export function experimentDryRun(
  experiment: Experiment,
  { steps }: Program,
): PlannedStep[] {
  return steps
    .filter(({ id }) => id === stepIds.before || id === stepIds.inject)
    .map(step => ({
      id: step.id,
      title: step.title.slice(0, 300),
      type: 'would',
      continueOnFailure: true,
      timeout: minute,
      input: { ...step, experiment } as unknown as JsonObject,
    }));
}
