import type { DriverStep, Driver } from '@ghostlight/plugin-delivery-node';
import type {
  CheckHandler,
  Run,
  RunHandler,
  StepContext,
} from '@ghostlight/reliability-node';
import { actWith } from '../rollbacks';
import type { RolloutContext } from './RolloutContext';
import { rolloutKind } from './runOf';
import { beginStep, settleBackStep, settleStep } from './settle';
import { watchStep } from './watchStep';

/** Milliseconds between two looks at whether what a step made is up. */
const observeInterval = 3_000;

/** What the engine does for runs of rollouts. */
export function createRolloutRunHandler(context: RolloutContext): RunHandler {
  return {
    kind: rolloutKind,
    steps: {
      begin: beginStep(context),
      effect: actWith(context, ({ step }) =>
        find(context.drivers, inputOf(step).driver),
      ),
      observe: observeStep(context),
      watch: watchStep(context),
      settle: settleStep(context),
      'settle-back': settleBackStep(context),
    },
    outcome: outcomeOf,
  };
}

function observeStep({ drivers }: RolloutContext): CheckHandler {
  return {
    kind: 'check',
    async look({ run, step, signal }) {
      const { driver, step: planned, of } = inputOf(step);
      const rollouts = find(drivers, driver).rollouts;
      // An engine's own control is over when it was taken.
      if (!rollouts) return { state: 'succeeded' };
      const effect = run.steps.find(({ id }) => id === of);
      const actionId = effect?.actionId ?? step.actionId;
      const seen = await rollouts.observe(planned, { actionId, signal });
      switch (seen.state) {
        case 'healthy':
          return { state: 'succeeded', text: seen.text };
        case 'progressing':
          return { state: 'again', after: observeInterval, text: seen.text };
        case 'superseded':
          return {
            state: 'failed',
            error: `Superseded: ${seen.text}`,
            result: { superseded: true },
          };
        default:
          return { state: 'failed', error: seen.text };
      }
    },
  };
}

function outcomeOf(run: Run): string | undefined {
  const failed = run.steps.find(
    ({ state }) => state === 'failed' || state === 'unknown',
  );
  return failed && `${failed.title}: ${failed.error ?? failed.state}`;
}

function find(drivers: ReadonlyMap<string, Driver>, id: string): Driver {
  const driver = drivers.get(id);
  if (!driver) throw new Error(`There is no driver '${id}' any more`);
  return driver;
}

function inputOf(step: StepContext['step']): {
  driver: string;
  step: DriverStep;
  of?: string;
} {
  return step.input as unknown as {
    driver: string;
    step: DriverStep;
    of?: string;
  };
}
