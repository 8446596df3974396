import type { DriverPlan } from '@ghostlight/plugin-delivery-node';
import type { RunHandler, StepContext } from '@ghostlight/reliability-node';
import { actWith, outcomeOf, stepOf } from './actWith';
import { driverOf as findDriver } from './driverOf';
import { rollbackKind } from './requestRollback';
import type { RollbackContext } from './RollbackContext';
import { takeBackStep } from './takeBack';
import { takeBackWith } from './takeBackWith';
import { verifyRecovery } from './verifyRecovery';

/** Milliseconds between two looks at a roll-out. */
const lookEvery = 1000;

/**
 * Does rollbacks: each step by its driver, then until it is rolled out, then until users recover. What was
 * changed of one that ends before it is rolled out is taken back as far as its driver can.
 */
export function createRollbackHandler(context: RollbackContext): RunHandler {
  const driverOf = (step: StepContext) => findDriver(context.drivers, step);
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
      [takeBackStep]: takeBackWith(context),
    },
  };
}
