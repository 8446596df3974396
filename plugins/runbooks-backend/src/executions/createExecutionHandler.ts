import { InputError, NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { fillIn } from '@ghostlight/plugin-runbooks-common';
import type {
  Action,
  ActionCall,
  ActionContext,
} from '@ghostlight/plugin-runbooks-node';
import type {
  CheckHandler,
  EffectHandler,
  PersonHandler,
  RunHandler,
  StepContext,
  StepHandler,
  StepOutcome,
} from '@ghostlight/reliability-node';
import { parseInput } from '../ActionDirectory';
import { verifyObjectives, type Verified } from '../verification';
import { planIdOf, shownIdOf } from './engineSteps';
import type { ExecutionContext } from './ExecutionContext';
import { foreseeing } from './foreseeing';
import type { ProgramStep } from './Program';
import { inputOf } from './RunInput';
import { sayPlan } from './sayPlan';
import { templateValues } from './templateValues';

/** Kinds of runs in the engine. */
export const executionRunKind = 'runbook';
export const experimentRunKind = 'experiment';

const observeEvery = 2_000;

const waiting: CheckHandler = {
  kind: 'check',
  look: async here => {
    const { seconds = 0 } = stepOf(here);
    const over = (here.step.startedAt ?? here.now()) + seconds * 1000;
    const left = over - here.now();
    return left > 0
      ? {
          state: 'again',
          after: left,
          text: `${Math.ceil(left / 1000)} s left`,
        }
      : { state: 'succeeded' };
  },
};

/** Does the steps of executions, whatever they are of. */
export function createExecutionHandler(
  context: ExecutionContext,
  kind: string = executionRunKind,
  more: Record<string, StepHandler> = {},
): RunHandler {
  return {
    kind,
    steps: {
      plan: planning(context),
      act: acting(context),
      observe: observing(context),
      would: wondering(context),
      wait: waiting,
      verify: verifying(context),
      manual: manual(context),
      decision: deciding(context),
      foresee: foreseeing(context),
      approval: approving(context),
      ...more,
    },
    outcome: run =>
      run.steps.find(({ state }) => state === 'failed' || state === 'unknown')
        ?.error,
  };
}

type Here = Pick<StepContext, 'run' | 'step' | 'results' | 'signal'>;

function stepOf({ step }: Here): ProgramStep {
  return step.input as unknown as ProgramStep;
}

/** The action of a step with its input as filled in now; throws what a person should read. */
function resolve(
  context: ExecutionContext,
  here: Here,
): { action: Action; input: JsonObject; call: ActionContext } {
  const { action: id = '', input: template = {}, literal } = stepOf(here);
  const action = context.actions.require(id);
  const run = inputOf(here.run);
  const filled = literal
    ? template
    : fillIn(template, templateValues(run, here.results, context.secrets));
  return {
    action,
    input: parseInput(action, filled),
    call: {
      entity: run.entityRef ? context.entityOf(run.entityRef) : undefined,
      environment: run.environment,
      ...(run.incidentId && { incidentId: run.incidentId }),
      requestedBy: here.run.requestedBy,
      signal: here.signal,
    },
  };
}

/** What is wrong with an input is no reason to look again. */
async function refusing(
  look: () => Promise<StepOutcome>,
): Promise<StepOutcome> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof InputError)
      return { state: 'refused', error: error.message };
    throw error;
  }
}

function planning(context: ExecutionContext): CheckHandler {
  return {
    kind: 'check',
    look: here =>
      refusing(async () => {
        const { action, input, call } = resolve(context, here);
        const planned = await action.plan(input, call);
        const { entityRef } = inputOf(here.run);
        const plan = sayPlan(context, action, planned, { entityRef, input });
        const result = {
          choice: 'go',
          pinned: planned.pinned,
          plan: plan as unknown as JsonObject,
        };
        return planned.refusals.length
          ? {
              state: 'refused',
              error: planned.refusals.map(({ text }) => text).join(' '),
              result: { plan: result.plan },
            }
          : { state: 'succeeded', result, text: planned.title.text };
      }),
  };
}

function acting(context: ExecutionContext): EffectHandler {
  const { auditor, secrets } = context;
  const pinnedOf = (here: Here) =>
    here.results[planIdOf(here.step.id)]?.pinned as JsonObject;
  const callOf = (here: StepContext, call: ActionContext): ActionCall => ({
    ...call,
    actionId: here.step.actionId,
    output: text => here.output(secrets.redact(text)),
  });
  const metaOf = ({ run, step }: StepContext): JsonObject => ({
    runId: run.id,
    step: step.id,
    action: stepOf({ run, step } as Here).action ?? '',
    actionId: step.actionId,
    requestedBy: run.requestedBy,
    ...(inputOf(run).entityRef && { entityRef: inputOf(run).entityRef }),
  });
  return {
    kind: 'effect',
    describe: here => ({
      action: stepOf(here).action ?? '',
      pinned: secrets.redactAll(pinnedOf(here)),
    }),
    act: here =>
      refusing(async () => {
        const { action, input, call } = resolve(context, here);
        const event = await auditor.createEvent({
          eventId: 'action-act',
          severityLevel: 'high',
          meta: metaOf(here),
        });
        try {
          const outcome = await action.act(
            pinnedOf(here),
            input,
            callOf(here, call),
          );
          if (outcome.state === 'refused') {
            await event.fail({
              error: new Error(secrets.redact(outcome.error)),
            });
            return { state: 'refused', error: secrets.redact(outcome.error) };
          }
          await event.success();
          const result = secrets.redactAll(outcome.result ?? {});
          return {
            state: 'succeeded',
            result: { ...result, choice: 'applied' },
          };
        } catch (error) {
          const text = secrets.redact(
            (error as Error).message ?? String(error),
          );
          await event.fail({ error: new Error(text) });
          throw new Error(text);
        }
      }),
    readBack: async here => {
      const { action, call } = resolve(context, here);
      const found = await action.readBack(pinnedOf(here), callOf(here, call));
      // Whoever began it may not have lived to say how it ended.
      if (found.state !== 'unknown') {
        const event = await auditor.createEvent({
          eventId: 'action-read-back',
          severityLevel: 'high',
          meta: { ...metaOf(here), found: found.state },
        });
        await event.success();
      }
      if (found.state === 'applied')
        return {
          state: 'applied',
          result: {
            ...secrets.redactAll(found.result ?? {}),
            choice: 'applied',
          },
        };
      return found.state === 'unknown'
        ? { state: 'unknown', error: secrets.redact(found.error) }
        : found;
    },
  };
}

function observing(context: ExecutionContext): CheckHandler {
  const { secrets } = context;
  return {
    kind: 'check',
    look: async here => {
      const id = shownIdOf(here.step.id);
      const { action, call } = resolve(context, here);
      if (!action.observe) return { state: 'succeeded' };
      const acted = here.run.steps.find(step => step.id === id)!;
      const pinned = here.results[planIdOf(id)]?.pinned as JsonObject;
      const seen = await action.observe(pinned, here.results[id], {
        ...call,
        actionId: acted.actionId,
        output: text => here.output(secrets.redact(text)),
      });
      const text = secrets.redact(seen.text);
      const result = secrets.redactAll(seen.result);
      if (seen.state === 'done') return { state: 'succeeded', text, result };
      if (seen.state === 'progressing')
        return {
          state: 'again',
          after: seen.after ?? observeEvery,
          text,
          result,
        };
      return { state: 'failed', error: text, result };
    },
  };
}

/** A dry run: what a step would do. */
function wondering(context: ExecutionContext): CheckHandler {
  const { secrets } = context;
  return {
    kind: 'check',
    look: here =>
      refusing(async () => {
        const step = stepOf(here);
        if (step.kind !== 'action')
          return { state: 'succeeded', result: { would: step.kind } };
        const { action, input, call } = resolve(context, here);
        const planned = await action.plan(input, call);
        const { entityRef } = inputOf(here.run);
        const plan = sayPlan(context, action, planned, { entityRef, input });
        const result = { plan: plan as unknown as JsonObject };
        const refusal = planned.refusals.map(({ text }) => text).join(' ');
        if (refusal) return { state: 'refused', error: refusal, result };
        const asked = await action.dryRun?.(planned.pinned, call);
        return asked?.state === 'refused'
          ? { state: 'refused', error: secrets.redact(asked.error), result }
          : { state: 'succeeded', result, text: planned.title.text };
      }),
  };
}

function verifying(context: ExecutionContext): CheckHandler {
  return {
    kind: 'check',
    look: here => {
      const { entityRef, baseline, isMixed } = inputOf(here.run);
      return verifyObjectives({
        burn: context.burn,
        config: context.verification,
        entityRef,
        verification: stepOf(here).verification!,
        seen: here.step.result as Partial<Verified> | undefined,
        baseline,
        isMixed,
        since: here.step.startedAt ?? here.now(),
        now: here.now(),
      });
    },
  };
}

interface Answer {
  done?: boolean;
  choice?: string;
  approve?: boolean;
  checked?: number[];
  notes?: string;
}

/** What a person said, for the record. */
function saidBy(
  { secrets }: ExecutionContext,
  { checked, notes }: Answer,
  by: string,
  choice: string,
): JsonObject {
  return {
    choice,
    by,
    ...(notes && { notes: secrets.redact(notes.trim()) }),
    ...(checked && { checked }),
  };
}

function manual(context: ExecutionContext): PersonHandler {
  return {
    kind: 'person',
    async accept(here, answer: Answer, by) {
      if (typeof answer.done !== 'boolean')
        throw new InputError(
          'done: true when it was done, false when it could not be',
        );
      const count = stepOf(here).checklist?.length ?? 0;
      if (answer.checked?.some(index => index < 0 || index >= count))
        throw new InputError(`checked: 0 to ${count - 1} of the checklist`);
      if (answer.done && (answer.checked?.length ?? 0) < count && !answer.notes)
        throw new InputError(
          'checked: tick the whole checklist, or say in notes why not',
        );
      const result = saidBy(
        context,
        answer,
        by,
        answer.done ? 'done' : 'not-done',
      );
      return answer.done
        ? { state: 'succeeded', result }
        : { state: 'failed', error: `${by} could not do it`, result };
    },
  };
}

function deciding(context: ExecutionContext): PersonHandler {
  return {
    kind: 'person',
    async accept(here, answer: Answer, by) {
      const choices = stepOf(here).choices ?? [];
      const chosen = choices.find(({ id }) => id === answer.choice);
      if (!chosen)
        throw new InputError(
          `choice: one of ${choices.map(({ id }) => id).join(', ')}`,
        );
      return {
        state: 'succeeded',
        text: chosen.title,
        result: saidBy(context, answer, by, chosen.id),
      };
    },
  };
}

function approving(context: ExecutionContext): PersonHandler {
  return {
    kind: 'person',
    async accept(here, answer: Answer, by) {
      if (typeof answer.approve !== 'boolean')
        throw new InputError('approve: true or false');
      if (answer.approve && by === here.run.requestedBy)
        throw new NotAllowedError(
          'You asked for this run; somebody else has to approve',
        );
      const choice = answer.approve ? 'approved' : 'rejected';
      const result = saidBy(context, answer, by, choice);
      return answer.approve
        ? { state: 'succeeded', result }
        : { state: 'failed', error: `Rejected by ${by}`, result };
    },
  };
}
