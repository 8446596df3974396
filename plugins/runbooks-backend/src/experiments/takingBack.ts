import type { JsonObject } from '@backstage/types';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import {
  say,
  type CheckHandler,
  type EffectHandler,
  type Run,
  type StepOutcome,
} from '@ghostlight/reliability-node';
import { parseInput } from '../ActionDirectory';
import { planIdOf } from '../executions';
import { sayPlan } from '../executions/sayPlan';
import type { ExperimentContext } from './ExperimentContext';
import { experimentOf } from './ExperimentContext';
import { stepIds } from './experimentProgram';
import { callOf, injectionOf, stepOf } from './faultCalls';
import { asJson } from './readings';

/** Milliseconds until it is asked again whether there is a fault at all. */
const askEvery = 5_000;
const lookEvery = 2_000;

/** What undoes the fault, as the step before found it out. */
interface Undoing {
  action: Action;
  input: JsonObject;
  pinned: JsonObject;
}

const nothing: StepOutcome = {
  state: 'succeeded',
  text: 'Nothing was injected',
  result: { choice: 'none' },
};

/**
 * Finds out whether there is a fault, and what takes it back. What became of an injection that was begun
 * and not seen to end is read back for as long as it takes.
 *
 * Its choice: `none`, nothing was injected; `self`, it ends by itself; `go`, it is to be taken back.
 */
export function planningUndo(context: ExperimentContext): CheckHandler {
  const { secrets } = context;
  return {
    kind: 'check',
    async look(here) {
      const { inject, action, pinned } = injectionOf(context, here.run);
      if (inject.startedAt === undefined) return nothing;
      let result = inject.state === 'succeeded' ? inject.result : undefined;
      if (!result) {
        const found = await action.readBack(
          pinned,
          callOf(context, here, inject.actionId),
        );
        if (found.state === 'absent') return nothing;
        if (found.state === 'unknown')
          return {
            state: 'again',
            after: askEvery,
            text: `It is not known whether there is a fault: ${secrets.redact(
              found.error,
            )}`,
          };
        result = found.result ?? {};
      }
      const undo = action.undo?.(pinned, result);
      if (!undo)
        return {
          state: 'succeeded',
          text: 'There is nothing to take back: it ends by itself',
          result: { choice: 'self' },
        };
      const undoing = context.actions.require(undo.action);
      const input = parseInput(undoing, undo.input);
      const planned = await undoing.plan(
        input,
        callOf(context, here, here.step.actionId),
      );
      const [refusal] = planned.refusals;
      // Whatever forbids it now may be over soon; the step has its time.
      if (refusal)
        return { state: 'again', after: askEvery, text: refusal.text };
      const { entityRef } = experimentOf(here).spec;
      return {
        state: 'succeeded',
        text: planned.title.text,
        result: asJson({
          choice: 'go',
          action: undo.action,
          input,
          pinned: planned.pinned,
          plan: sayPlan(context, undoing, planned, { entityRef, input }),
        }),
      };
    },
  };
}

function undoingOf({ actions }: ExperimentContext, run: Run): Undoing {
  const { result = {} } = stepOf(run, planIdOf(stepIds.undo));
  return {
    action: actions.require(String(result.action)),
    input: (result.input ?? {}) as JsonObject,
    pinned: (result.pinned ?? {}) as JsonObject,
  };
}

/** Takes the fault back, once. */
export function takingBack(context: ExperimentContext): EffectHandler {
  const { auditor, secrets } = context;
  return {
    kind: 'effect',
    describe({ run }) {
      const { action, pinned } = undoingOf(context, run);
      return { action: action.id, pinned: secrets.redactAll(pinned) };
    },
    async act(here) {
      const { action, input, pinned } = undoingOf(context, here.run);
      const { actionId } = here.step;
      const event = await auditor.createEvent({
        eventId: 'experiment-undo',
        severityLevel: 'high',
        meta: {
          runId: here.run.id,
          experimentRef: experimentOf(here).ref,
          action: action.id,
          actionId,
        },
      });
      try {
        const outcome = await action.act(
          pinned,
          input,
          callOf(context, here, actionId),
        );
        if (outcome.state === 'refused') {
          const error = secrets.redact(outcome.error);
          await event.fail({ error: new Error(error) });
          return { state: 'refused', error };
        }
        await event.success();
        return {
          state: 'succeeded',
          result: { ...secrets.redactAll(outcome.result), choice: 'applied' },
        };
      } catch (error) {
        const text = secrets.redact((error as Error).message);
        await event.fail({ error: new Error(text) });
        throw new Error(text);
      }
    },
    async readBack(here) {
      const { action, pinned } = undoingOf(context, here.run);
      const found = await action.readBack(
        pinned,
        callOf(context, here, here.step.actionId),
      );
      if (found.state === 'applied')
        return {
          state: 'applied',
          result: { ...secrets.redactAll(found.result), choice: 'applied' },
        };
      return found.state === 'unknown'
        ? { state: 'unknown', error: secrets.redact(found.error) }
        : found;
    },
  };
}

/** Looks until the fault is out. */
export function seeingItGo(context: ExperimentContext): CheckHandler {
  const { secrets } = context;
  return {
    kind: 'check',
    async look(here) {
      const { action, pinned } = undoingOf(context, here.run);
      if (!action.observe) return { state: 'succeeded' };
      const undo = stepOf(here.run, stepIds.undo);
      const seen = await action.observe(
        pinned,
        undo.result ?? {},
        callOf(context, here, undo.actionId),
      );
      const text = secrets.redact(seen.text);
      if (seen.state === 'done') return { state: 'succeeded', text };
      return seen.state === 'failed'
        ? { state: 'failed', error: text }
        : { state: 'again', after: seen.after ?? lookEvery, text };
    },
  };
}

/** The sentence for people when a fault may still be there. */
export function sayNotTakenBack(why: string) {
  return say(
    'experiment.not-taken-back',
    `The fault may still be there; take it back by hand: ${why}`,
    { why },
  );
}
