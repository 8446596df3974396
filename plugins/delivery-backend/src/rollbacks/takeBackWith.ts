import type { JsonObject } from '@backstage/types';
import type {
  Driver,
  DriverPlan,
  DriverStep,
} from '@ghostlight/plugin-delivery-node';
import type {
  CheckHandler,
  Run,
  RunHandler,
  RunsApi,
  RunStep,
  StepContext,
  StepOutcome,
} from '@ghostlight/reliability-node';
import { actWith } from './actWith';
import { driverOf } from './driverOf';
import type { RollbackContext } from './RollbackContext';
import { isRolledOut, usualTimeout } from './takeBack';

/** Kind of the runs that take back what a rollback had changed when it ended too early. */
const takeBackKind = 'take-back';
/** Milliseconds between two looks at how far it is. */
const lookEvery = 500;

/**
 * Asks for a run of what the driver says can be taken back, and waits for its end. Does nothing where the
 * version came through, or where it is not known what was done: then a human has to look first.
 */
export function takeBackWith(context: RollbackContext): CheckHandler {
  const { drivers, runs } = context;
  return {
    kind: 'check',
    async look(step) {
      const { run } = step;
      if (!isEarlyEnd(run)) return { state: 'succeeded' };
      const driver = driverOf(drivers, step);
      const done = await doneOf(runs, run);
      const plan = step.step.input.plan as unknown as DriverPlan;
      if (!run.cancellation && done.length === plan.steps.length)
        return { state: 'succeeded' };
      const steps = driver.cancel?.(plan, done) ?? [];
      if (!steps.length) return { state: 'succeeded' };
      const back = await request(runs, step, driver, steps);
      return outcomeOf(back);
    },
  };
}

/** Does what is taken back: each step by its driver, also when one before it could not be. */
export function createTakeBackHandler(context: RollbackContext): RunHandler {
  return {
    kind: takeBackKind,
    steps: { act: actWith(context, step => driverOf(context.drivers, step)) },
  };
}

async function request(
  runs: RunsApi,
  { run }: StepContext,
  driver: Driver,
  steps: DriverStep[],
): Promise<Run> {
  const { run: back } = await runs.request({
    kind: takeBackKind,
    key: `take-back:${run.id}`,
    // The rollback, which has the target itself, waits for this.
    target: `take-back:${run.id}`,
    input: { rollbackRun: run.id, entityRef: run.input.entityRef },
    steps: steps.map(step => ({
      id: step.id,
      type: 'act',
      title: step.title,
      input: { driver: driver.id, step: step as unknown as JsonObject },
      timeout: step.timeout ?? usualTimeout,
      continueOnFailure: true,
    })),
    requestedBy: run.cancellation?.by ?? run.requestedBy,
  });
  return back;
}

function outcomeOf(back: Run): StepOutcome {
  const titles = (of: RunStep[]) => of.map(({ title }) => title);
  const taken = back.steps.filter(({ state }) => state === 'succeeded');
  const result: JsonObject = { runId: back.id, steps: titles(back.steps) };
  if (back.finishedAt === undefined) {
    const at = back.steps.find(({ state }) => state !== 'succeeded');
    return { state: 'again', after: lookEvery, result, text: at?.title };
  }
  const left = back.steps.filter(step => !taken.includes(step));
  Object.assign(result, { taken: titles(taken), left: titles(left) });
  if (!left.length)
    return {
      state: 'succeeded',
      result,
      text: `Taken back: ${titles(taken).join(', ')}`,
    };
  const error = left
    .map(({ title, error: why, state }) => `${title}: ${why ?? state}`)
    .join('; ');
  const isUnknown = left.some(({ state }) => state === 'unknown');
  return { state: isUnknown ? 'unknown' : 'failed', error, result };
}

/** Cancelled before it was rolled out, or stopped by an act that did not get through. */
function isEarlyEnd(run: Run): boolean {
  if (run.steps.some(({ state }) => state === 'unknown')) return false;
  if (run.cancellation) return !isRolledOut(run);
  return run.steps.some(
    ({ type, state }) => type === 'act' && state === 'failed',
  );
}

/** Steps whose effect is there, whatever else became of them. */
async function doneOf(runs: RunsApi, run: Run): Promise<string[]> {
  const ledger = await runs.ledger(run.id);
  const applied = new Set(
    ledger
      .filter(({ state }) => state === 'applied')
      .map(({ stepId }) => stepId),
  );
  return run.steps.map(({ id }) => id).filter(id => applied.has(id));
}
