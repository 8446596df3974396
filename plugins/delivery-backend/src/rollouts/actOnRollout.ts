import { ConflictError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  RolloutAction,
  RolloutActionRequest,
} from '@ghostlight/plugin-delivery-common';
import type { ExternalRollout } from '@ghostlight/plugin-delivery-node';
import { randomUUID } from 'node:crypto';
import { describeRollout } from './describeRollout';
import { planRollout } from './planRollout';
import { refuseWhenBusy } from './refuseWhenBusy';
import { requestBack } from './requestBack';
import { rolloutRow } from './readRollouts';
import type { RolloutContext } from './RolloutContext';
import {
  changeWatching,
  externalDocumentOf,
  nothingWatched,
  ownDocumentOf,
  progressOf,
  watchingOf,
  type RolloutRow,
} from './RolloutRow';
import { forthRun, rolloutKind, targetOf } from './runOf';

/**
 * Drives a rollout by one of its controls.
 *
 * @throws NotFoundError
 * @throws ConflictError when the action is none of its controls as it stands
 */
export async function actOnRollout(
  context: RolloutContext,
  id: string,
  { action, reason }: RolloutActionRequest,
  by: string,
): Promise<void> {
  const row = await rolloutRow(context.db, id);
  const { controls, state } = describeRollout(row, context.settings.alpha);
  if (!controls.includes(action))
    throw new ConflictError(
      controls.length
        ? `It is ${state}: one can ${controls.join(', ')}, not ${action}`
        : `It is ${state}: nothing is left to be done`,
    );
  if (row.engine === 'ghostlight') await act(context, row, action, by, reason);
  else await control(context, row, action, by);
  context.changed?.([row.entity_ref]);
}

async function act(
  context: RolloutContext,
  row: RolloutRow,
  action: RolloutAction,
  by: string,
  reason = '',
): Promise<void> {
  const { db, now, runs } = context;
  const { id, run_id: runId } = row;
  if (row.finished_at !== null)
    await refuseWhenBusy(context, row.target_driver, row.target_ref);
  switch (action) {
    case 'abort':
      if (row.finished_at === null)
        await runs.cancel(runId!, by, reason || `Aborted by ${by}`);
      else await requestBack(context, row, by);
      return;
    case 'retry':
      await retry(context, row, by);
      return;
    case 'pause':
      await changeWatching(db, id, now(), watching => ({
        ...watching,
        held: watching.held ?? { by, at: now() },
      }));
      break;
    case 'resume':
      await changeWatching(db, id, now(), ({ held, ...watching }) => ({
        ...watching,
        steps: afterHolding(watching.steps, held?.at, now()),
      }));
      break;
    case 'promote': {
      const step = describeRollout(row, 0).steps.find(
        ({ seconds, state }) =>
          seconds !== undefined && (state === 'running' || state === 'waiting'),
      );
      await changeWatching(
        db,
        id,
        now(),
        ({ held, waitsFor, ...watching }) => ({
          ...watching,
          steps: afterHolding(watching.steps, held?.at, now()),
          promoted: { ...watching.promoted, ...(step && { [step.id]: by }) },
        }),
      );
      break;
    }
    default:
      await db.transaction(async trx => {
        await trx('rollouts')
          .where({ id, state: 'running' })
          .update({ state: 'promoting' });
        const current = await trx<RolloutRow>('rollouts').where({ id }).first();
        const { held: _, waitsFor: __, ...watching } = watchingOf(current!);
        await trx('rollouts')
          .where({ id })
          .update({
            watching: JSON.stringify({ ...watching, promotedFully: by }),
            updated_at: now(),
          });
      });
  }
  await runs.hurry(runId!);
}

/** The time that somebody held it does not count as watched. */
function afterHolding(
  steps: ReturnType<typeof watchingOf>['steps'],
  from: number | undefined,
  now: number,
) {
  if (from === undefined) return steps;
  return Object.fromEntries(
    Object.entries(steps).map(([id, step]) => [
      id,
      {
        ...step,
        lookedAt: now,
        heldMs: step.heldMs + Math.max(0, now - Math.max(step.lookedAt, from)),
      },
    ]),
  );
}

/** Plans again for how the platform stands now, and ships as a new attempt. */
async function retry(
  context: RolloutContext,
  row: RolloutRow,
  by: string,
): Promise<void> {
  const { db, drivers, entityOf, now, runs, settings } = context;
  const before = ownDocumentOf(row);
  const entity = entityOf(row.entity_ref);
  const driver = drivers.get(row.target_driver);
  if (!entity || !driver)
    throw new NotFoundError('Its entity or driver is not known any more');
  const document = await planRollout({
    driver,
    entity,
    target: before.target,
    image: before.image,
    strategy: before.strategy,
    requestedBy: by,
    ...(before.reason && { reason: before.reason }),
    attempt: before.attempt + 1,
  });
  const { id, version, environment, entity_ref: entityRef } = row;
  await db.transaction(async trx => {
    // Of two who retry at once the other one finds nothing to change.
    const taken = await trx('rollouts')
      .where({ id, document: row.document })
      .whereNotNull('finished_at')
      .update({
        document: JSON.stringify(document),
        progress: '{}',
        watching: JSON.stringify(nothingWatched),
        state: 'running',
        started_at: now(),
        finished_at: null,
        updated_at: now(),
      });
    if (!taken) throw new ConflictError('It was retried meanwhile');
    const { run } = await runs.request(
      forthRun({
        id,
        entityRef,
        environment,
        version,
        driver: driver.id,
        document,
        startTimeout: settings.startTimeout,
        key: `${id}:${document.attempt}`,
        requestedBy: by,
      }),
      trx,
    );
    await trx('rollouts').where({ id }).update({ run_id: run.id });
  });
  runs.wake();
}

/** Passes an action on to the platform's engine, as a run of its own with one effect. */
async function control(
  context: RolloutContext,
  row: RolloutRow,
  action: RolloutAction,
  by: string,
): Promise<void> {
  const { drivers, runs, settings } = context;
  const document = externalDocumentOf(row);
  const driver = drivers.get(row.target_driver);
  const step = driver?.rollouts?.control?.(externalOf(row, document), action);
  if (!step)
    throw new ConflictError(`${row.engine} cannot ${action} from here`);
  const running = progressOf(row).control;
  if (running && ['planned', 'running'].includes(running.state))
    throw new ConflictError(`${running.action} is being done`);
  await runs.request({
    kind: rolloutKind,
    key: `${row.id}:control:${randomUUID()}`,
    target: targetOf(row.target_driver, row.target_ref),
    input: {
      rolloutId: row.id,
      attempt: 1,
      direction: 'control',
      action,
      entityRef: row.entity_ref,
    },
    steps: [
      {
        id: action,
        type: 'effect',
        title: step.title,
        input: {
          driver: row.target_driver,
          step: step as unknown as JsonObject,
        },
        timeout: step.timeout ?? Math.min(60_000, settings.startTimeout),
      },
    ],
    requestedBy: by,
  });
}

function externalOf(
  row: RolloutRow,
  document: ReturnType<typeof externalDocumentOf>,
): ExternalRollout {
  return {
    ...document,
    engine: row.engine as ExternalRollout['engine'],
    state: row.state as ExternalRollout['state'],
    version: row.version,
    startedAt: Number(row.started_at),
    ...(row.finished_at !== null && { finishedAt: Number(row.finished_at) }),
  };
}
