import type { JsonObject } from '@backstage/types';
import type { Driver, DriverStep } from '@ghostlight/plugin-delivery-node';
import type {
  EffectHandler,
  StepContext,
  StepOutcome,
} from '@ghostlight/reliability-node';
import type { RollbackContext } from './RollbackContext';

/** An effect through a driver, with an audit record before and after. */
export function actWith(
  { auditor }: Pick<RollbackContext, 'auditor'>,
  driverOf: (step: StepContext) => Driver,
): EffectHandler {
  return {
    kind: 'effect',
    describe: step => {
      const { id, title, pinned } = stepOf(step);
      return { driver: driverOf(step).id, step: id, title, pinned };
    },
    act: async step => {
      const { run, step: current } = step;
      const event = await auditor.createEvent({
        eventId: `${run.kind}-act`,
        severityLevel: 'high',
        meta: metaOf(step),
      });
      try {
        const outcome = outcomeOf(
          await driverOf(step).act(stepOf(step), {
            actionId: current.actionId,
            signal: step.signal,
          }),
        );
        if (outcome.state === 'succeeded') await event.success();
        else await event.fail({ error: new Error(errorOf(outcome)) });
        return outcome;
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    },
    readBack: async step => {
      const { actionId } = step.step;
      const { signal } = step;
      const found = await driverOf(step).readBack(stepOf(step), {
        actionId,
        signal,
      });
      // Whoever began it may not have lived to say how it ended.
      if (found.state !== 'unknown') {
        const event = await auditor.createEvent({
          eventId: `${step.run.kind}-read-back`,
          severityLevel: 'high',
          meta: { ...metaOf(step), found: found.state },
        });
        await event.success();
      }
      return found;
    },
  };
}

function metaOf({ run, step }: StepContext): JsonObject {
  return {
    runId: run.id,
    step: step.id,
    actionId: step.actionId,
    ...(run.target && { target: run.target }),
    requestedBy: run.requestedBy,
  };
}

function errorOf(outcome: StepOutcome): string {
  return 'error' in outcome ? outcome.error : outcome.state;
}

export function stepOf({ step }: StepContext): DriverStep {
  return step.input.step as unknown as DriverStep;
}

export function outcomeOf(
  outcome:
    | { state: 'applied'; result?: JsonObject }
    | { state: 'refused'; error: string },
): StepOutcome {
  return outcome.state === 'applied'
    ? { state: 'succeeded', result: outcome.result }
    : outcome;
}
