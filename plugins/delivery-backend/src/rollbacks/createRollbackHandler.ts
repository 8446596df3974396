import type { JsonObject } from '@backstage/types';
import type {
  Driver,
  DriverPlan,
  DriverStep,
} from '@ghostlight/plugin-delivery-node';
import type {
  EffectHandler,
  RunHandler,
  StepContext,
  StepOutcome,
} from '@ghostlight/reliability-node';
import { rollbackKind } from './requestRollback';
import type { RollbackContext } from './RollbackContext';
import { verifyRecovery } from './verifyRecovery';

/** Milliseconds between two looks at a roll-out. */
const lookEvery = 1000;

/** Does rollbacks: each step by its driver, then until it is rolled out, then until users recover. */
export function createRollbackHandler(context: RollbackContext): RunHandler {
  const { drivers } = context;
  const driverOf = (step: StepContext): Driver => {
    const driver = drivers.get(String(step.step.input.driver));
    if (!driver)
      throw new Error(
        `The driver '${step.step.input.driver}' is not installed any more`,
      );
    return driver;
  };
  return {
    kind: rollbackKind,
    steps: {
      act: actWith(context, driverOf),
      'dry-run': {
        kind: 'check',
        look: async step =>
          outcomeOf(await driverOf(step).dryRun(stepOf(step), step.signal)),
      },
      observe: {
        kind: 'check',
        look: async step => {
          const plan = step.step.input.plan as unknown as DriverPlan;
          const last = step.run.steps
            .filter(({ type }) => type === 'act')
            .at(-1)!;
          const { state, text, result } = await driverOf(step).observe(plan, {
            actionId: last.actionId,
            signal: step.signal,
          });
          if (state === 'healthy') return { state: 'succeeded', result, text };
          if (state === 'progressing')
            return { state: 'again', after: lookEvery, text, result };
          return { state: 'failed', error: text, result };
        },
      },
      verify: {
        kind: 'check',
        look: step =>
          verifyRecovery(step, {
            entity: context.entityOf(String(step.step.input.entityRef)),
            environment: String(step.step.input.environment),
            sources: context.metricSources,
            config: context.verification,
          }),
      },
    },
  };
}

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

function stepOf({ step }: StepContext): DriverStep {
  return step.input.step as unknown as DriverStep;
}

function outcomeOf(
  outcome:
    | { state: 'applied'; result?: JsonObject }
    | { state: 'refused'; error: string },
): StepOutcome {
  return outcome.state === 'applied'
    ? { state: 'succeeded', result: outcome.result }
    : outcome;
}
