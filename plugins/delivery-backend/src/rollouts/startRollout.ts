import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { RolloutRequest } from '@ghostlight/plugin-delivery-common';
import { createHash, randomUUID } from 'node:crypto';
import { chooseTarget, findTargets } from '../rollbacks/findTargets';
import { checkObjectives } from './checkObjectives';
import { planRollout, versionOf } from './planRollout';
import { refuseWhenBusy } from './refuseWhenBusy';
import type { RolloutContext } from './RolloutContext';
import { nothingWatched, type RolloutRow } from './RolloutRow';
import { forthRun } from './runOf';

/** Who ships, as the caller of the service knows it. */
export interface Shipper {
  /** User ref, or the subject of a service. */
  name: string;
  ownerRef?: string;
  systemRef?: string;
  /** Asked again with the same key by the same shipper, it gives the rollout that is there. */
  idempotencyKey?: string;
  /** Whoever ships must be allowed to see the objectives that gate it. */
  credentials?: BackstageCredentials;
  /** Waits for somebody else to approve, until then at the latest (epoch milliseconds). */
  approvalUntil?: number;
}

/**
 * Ships an image by a strategy.
 *
 * @returns the rollout's id
 * @throws InputError, NotFoundError, ConflictError
 */
export async function startRollout(
  context: RolloutContext,
  request: RolloutRequest & { environment: string },
  shipper: Shipper,
): Promise<string> {
  const { db, drivers, entityOf, runs, settings, now } = context;
  const { entityRef, environment } = request;
  const key = keyOf(shipper);
  const known = await findStarted(context, key);
  if (known) return known;
  const entity = entityOf(entityRef);
  if (!entity) throw new NotFoundError(`No entity ${entityRef} is known`);
  const image = request.image.trim();
  if (!/^[\w][\w./:@+-]*$/.test(image))
    throw new InputError(`image: is no reference of an image: ${image}`);
  const strategy = request.strategy ?? settings.strategy;
  await checkObjectives(
    context,
    strategy,
    request.strategy && shipper.credentials,
  );
  const able = [...drivers.values()].filter(({ rollouts }) => rollouts);
  const { driver, target } = chooseTarget(
    await findTargets(able, entity),
    environment,
    request.target,
  );
  const document = await planRollout({
    driver,
    entity,
    target,
    image,
    strategy,
    requestedBy: shipper.name,
    ...(request.reason && { reason: request.reason }),
    attempt: 1,
  });
  const id = randomUUID();
  const version = request.version ?? versionOf(image);
  const at = now();
  const row: RolloutRow = {
    id,
    run_id: null,
    engine: 'ghostlight',
    engine_key: key,
    entity_ref: entityRef,
    owner_ref: shipper.ownerRef ?? null,
    system_ref: shipper.systemRef ?? null,
    environment,
    target_driver: driver.id,
    target_ref: target.ref,
    state: 'running',
    version,
    document: JSON.stringify(document),
    progress: '{}',
    watching: JSON.stringify(nothingWatched),
    started_at: at,
    finished_at: null,
    updated_at: at,
  };
  const { approvalUntil } = shipper;
  const asked = {
    ...forthRun({
      id,
      entityRef,
      environment,
      version,
      driver: driver.id,
      document,
      startTimeout: settings.startTimeout,
      key,
      requestedBy: shipper.name,
    }),
    ...(approvalUntil !== undefined && { approval: { until: approvalUntil } }),
  };
  try {
    await db.transaction(async trx => {
      await trx('rollouts').insert(row);
      const { run } = await runs.request(asked, trx);
      await trx('rollouts').where({ id }).update({ run_id: run.id });
    });
  } catch (error) {
    // The other one may have used the same key, or just been as fast.
    const first = await findStarted(context, key);
    if (first) return first;
    await refuseWhenBusy(context, driver.id, target.ref);
    throw error;
  }
  runs.wake();
  context.changed?.([entityRef]);
  return id;
}

async function findStarted(
  { db }: RolloutContext,
  key: string,
): Promise<string | undefined> {
  const row = await db('rollouts')
    .where({ engine: 'ghostlight', engine_key: key })
    .first('id');
  return row?.id;
}

function keyOf({ name, idempotencyKey }: Shipper): string {
  if (idempotencyKey === undefined) return `start:${randomUUID()}`;
  const text = JSON.stringify([name, idempotencyKey]);
  return `start:${createHash('sha256').update(text).digest('hex')}`;
}
