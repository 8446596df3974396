import type { JsonObject } from '@backstage/types';
import type { PlannedStep } from '@ghostlight/reliability-node';
import type { ActionDirectory } from '../ActionDirectory';
import type { Program, ProgramStep } from './Program';

/** Milliseconds that looking before an act may take. */
const planTimeout = 60_000;

/** Ids in the engine of what is one step to people. */
export const planIdOf = (id: string) => `${id}.plan`;
export const observeIdOf = (id: string) => `${id}.observe`;
/** All that is one step to people, in order. */
export const engineIdsOf = (id: string) => [planIdOf(id), id, observeIdOf(id)];
/** The step that people see, of one of the engine. */
export const shownIdOf = (id: string) => id.replace(/\.(plan|observe)$/, '');

/**
 * The steps of the engine. An action is three: a look that pins what will be done, the effect, and looks
 * until it is over, where there is anything to look for; an approval is two: a look at what it is asked for,
 * and the question. Of a parallel group all looks come first, then all effects, then all further looks.
 */
export function engineSteps(
  { steps }: Pick<Program, 'steps'>,
  actions: Pick<ActionDirectory, 'get'>,
): PlannedStep[] {
  const planned: PlannedStep[] = [];
  for (let at = 0; at < steps.length; ) {
    const { group } = steps[at];
    let end = at + 1;
    if (group) while (steps[end]?.group === group) end += 1;
    const together = steps.slice(at, end).map(step => partsOf(step, actions));
    planned.push(
      ...inGroup(
        group,
        'plan',
        together.flatMap(({ plan }) => plan ?? []),
      ),
      ...inGroup(
        group,
        'act',
        together.map(({ act }) => act),
      ),
      ...inGroup(
        group,
        'observe',
        together.flatMap(({ observe }) => observe ?? []),
      ),
    );
    at = end;
  }
  return planned;
}

function inGroup(
  group: string | undefined,
  stage: string,
  steps: PlannedStep[],
): PlannedStep[] {
  return group
    ? steps.map(step => ({ ...step, parallel: `${group}.${stage}` }))
    : steps;
}

/** The same without any effect: each step says what it would do. */
export function dryRunSteps({ steps }: Program): PlannedStep[] {
  return steps.map(step => ({
    ...common(step),
    type: 'would',
    // One that cannot be done does not hide what would come of the others.
    continueOnFailure: true,
    timeout: planTimeout,
  }));
}

function partsOf(
  step: ProgramStep,
  actions: Pick<ActionDirectory, 'get'>,
): {
  plan?: PlannedStep;
  act: PlannedStep;
  observe?: PlannedStep;
} {
  const { id, title, kind, timeoutSeconds, continueOnFailure, when } = step;
  const timeout = timeoutSeconds * 1000;
  if (kind !== 'action')
    return {
      // Who approves has to know what.
      ...(kind === 'approval' && {
        plan: {
          ...common(step),
          id: planIdOf(id),
          type: 'foresee',
          timeout: planTimeout,
          continueOnFailure: true,
          ...(when && { when }),
        },
      }),
      act: {
        ...common(step),
        type: kind,
        // Whoever waits for an answer, or until it is well, has that time and a little to look.
        timeout:
          kind === 'verify' || kind === 'wait' ? timeout + 60_000 : timeout,
        ...(continueOnFailure && { continueOnFailure }),
        ...(when && { when }),
      },
    };
  const shared = {
    ...common(step),
    ...(continueOnFailure && { continueOnFailure }),
  };
  const retry = step.retry && {
    attempts: step.retry.attempts,
    backoffMs: step.retry.backoffSeconds * 1000,
  };
  return {
    plan: {
      ...shared,
      id: planIdOf(id),
      type: 'plan',
      timeout: Math.min(planTimeout, timeout),
      ...(when && { when }),
    },
    act: {
      ...shared,
      type: 'act',
      timeout,
      ...(retry && { retry }),
      when: { step: planIdOf(id), in: ['go'] },
    },
    ...(isObserved(actions, step) && {
      observe: {
        ...shared,
        id: observeIdOf(id),
        title,
        type: 'observe',
        timeout,
        when: { step: id, in: ['applied'] },
      },
    }),
  };
}

/** Whether there is more to see when it was done; of what is not installed nobody knows. */
function isObserved(
  actions: Pick<ActionDirectory, 'get'>,
  { action = '' }: ProgramStep,
): boolean {
  const known = actions.get(action);
  return !known || known.observe !== undefined;
}

function common(
  step: ProgramStep,
): Pick<PlannedStep, 'id' | 'title' | 'input'> {
  return {
    id: step.id,
    title: step.title.slice(0, 300),
    input: step as unknown as JsonObject,
  };
}
