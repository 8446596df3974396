import type {
  ExternalRollout,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import { createHash, randomUUID } from 'node:crypto';
import type { Belonging } from '../changes/Draft';
import {
  nothingWatched,
  type ExternalDocument,
  type RolloutRow,
} from './RolloutRow';
import type { RolloutContext } from './RolloutContext';

/** Rollouts of one target that are looked at, the latest ones. */
const mostFound = 20;

/**
 * Writes what an engine says of one target; rollouts that it does not know any more are over.
 *
 * @returns whether anything is different
 */
export async function writeExternal(
  { db, now }: Pick<RolloutContext, 'db' | 'now'>,
  told: {
    driver: string;
    target: TargetRef;
    entityRef: string;
    belonging?: Belonging;
    found: ExternalRollout[];
  },
): Promise<boolean> {
  const { driver, target, entityRef, belonging, found } = told;
  const at = now();
  const rows = found.slice(0, mostFound).map(rollout => {
    const row: RolloutRow = {
      id: randomUUID(),
      run_id: null,
      engine: rollout.engine,
      engine_key: engineKeyOf(driver, rollout),
      entity_ref: entityRef,
      owner_ref: belonging?.ownerRef ?? null,
      system_ref: belonging?.systemRef ?? null,
      environment: target.environment,
      target_driver: driver,
      target_ref: target.ref,
      state: rollout.state,
      version: rollout.version.slice(0, 200),
      document: JSON.stringify(documentOf(rollout)),
      progress: '{}',
      watching: JSON.stringify(nothingWatched),
      started_at: rollout.startedAt,
      finished_at: finishedAtOf(rollout, at),
      updated_at: at,
    };
    return row;
  });
  const known = await db<RolloutRow>('rollouts')
    .where({ target_driver: driver, target_ref: target.ref })
    .whereNot({ engine: 'ghostlight' })
    .where(query =>
      query.whereNull('finished_at').orWhereIn(
        'engine_key',
        rows.map(row => row.engine_key!),
      ),
    );
  let moved = false;
  for (const row of rows) {
    const before = known.find(
      ({ engine_key }) => engine_key === row.engine_key,
    );
    if (before && isSame(before, row)) continue;
    const { state, version, document, finished_at, updated_at } = row;
    await db('rollouts')
      .insert(row)
      .onConflict(['engine', 'engine_key'])
      .merge({
        state,
        version,
        document,
        // The first time that it was seen to be over stays.
        finished_at:
          finished_at === null ? null : before?.finished_at ?? finished_at,
        updated_at,
      });
    moved = true;
  }
  const gone = known.filter(
    before =>
      before.finished_at === null &&
      !rows.some(({ engine_key }) => engine_key === before.engine_key),
  );
  if (gone.length) {
    await db('rollouts')
      .whereIn(
        'id',
        gone.map(({ id }) => id),
      )
      .update({ state: 'cancelled', finished_at: at, updated_at: at });
  }
  return moved || gone.length > 0;
}

function isSame(before: RolloutRow, row: RolloutRow): boolean {
  return (
    before.state === row.state &&
    before.document === row.document &&
    (before.finished_at === null) === (row.finished_at === null)
  );
}

function documentOf(rollout: ExternalRollout): ExternalDocument {
  const { strategy, target, previousVersion, weight, step, text, controls } =
    rollout;
  return {
    key: rollout.key,
    strategy,
    target,
    ...(previousVersion !== undefined && { previousVersion }),
    ...(weight !== undefined && { weight }),
    ...(step !== undefined && { step }),
    text: text.replaceAll('\u0000', '').slice(0, 1_000),
    controls,
  };
}

function finishedAtOf(rollout: ExternalRollout, now: number): number | null {
  const over = ['succeeded', 'rolled-back', 'failed'].includes(rollout.state);
  return over ? rollout.finishedAt ?? now : null;
}

/** Unique over all targets, and short enough. */
function engineKeyOf(driver: string, { target, key }: ExternalRollout): string {
  const text = JSON.stringify([driver, target.ref, key]);
  return text.length <= 300
    ? text
    : createHash('sha256').update(text).digest('hex');
}
