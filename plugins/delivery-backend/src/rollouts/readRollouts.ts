import { NotFoundError } from '@backstage/errors';
import type { RolloutBrief } from '@ghostlight/plugin-delivery-common';
import { readCursor, writeCursor } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { whereReleaseVisible } from '../changes/database/whereReleaseVisible';
import type { ReleaseResource, Visibility } from '../service/releaseRules';
import {
  briefOf,
  describeRollout,
  type DescribedRollout,
} from './describeRollout';
import type { RolloutRow } from './RolloutRow';

const order = 'rollouts-latest';

/** Which rollouts are wanted. */
export interface ListRolloutsFilter {
  entityRefs?: string[];
  environment?: string;
  /** 1 to 500; default 50. */
  limit?: number;
  cursor?: string;
}

type Reading = { db: Knex; settings: { alpha: number } };

/** One page, the latest first. */
export async function listRollouts(
  { db, settings }: Reading,
  filter: ListRolloutsFilter,
  visible?: Visibility,
): Promise<{ items: DescribedRollout[]; nextCursor?: string }> {
  const { entityRefs, environment, limit = 50, cursor } = filter;
  const after = readCursor(order, cursor, 'number', 'string');
  const query = db<RolloutRow>('rollouts')
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (entityRefs?.length) query.whereIn('entity_ref', entityRefs);
  if (environment !== undefined) query.where({ environment });
  if (after)
    query.whereRaw('(started_at, id) < (?, ?)', [after.value, after.id]);
  whereReleaseVisible(query, visible, 'rollouts');
  const rows = await query;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row => describeRollout(row, settings.alpha)),
    ...(rows.length > limit &&
      last && {
        nextCursor: writeCursor(order, {
          value: Number(last.started_at),
          id: last.id,
        }),
      }),
  };
}

/** @throws NotFoundError */
export async function getRollout(
  { db, settings }: Reading,
  id: string,
): Promise<DescribedRollout> {
  return describeRollout(await rolloutRow(db, id), settings.alpha);
}

/** What a permission decision about it looks at; undefined when there is none. */
export async function locateRollout(
  db: Knex,
  id: string,
): Promise<ReleaseResource | undefined> {
  const row = await db<RolloutRow>('rollouts').where({ id }).first();
  return (
    row && {
      entityRef: row.entity_ref,
      environment: row.environment,
      ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
      ...(row.system_ref !== null && { systemRef: row.system_ref }),
    }
  );
}

/** The rollouts of an entity that are on their way, by environment: the latest where there are several. */
export async function runningRollouts(
  { db, settings }: Reading,
  entityRef: string,
): Promise<Map<string, RolloutBrief>> {
  const rows = await db<RolloutRow>('rollouts')
    .where({ entity_ref: entityRef })
    .whereNull('finished_at')
    .orderBy('started_at', 'asc')
    .limit(100);
  return new Map(
    rows.map(row => [row.environment, briefOf(row, settings.alpha)]),
  );
}

/** @throws NotFoundError */
export async function rolloutRow(db: Knex, id: string): Promise<RolloutRow> {
  const row = await db<RolloutRow>('rollouts').where({ id }).first();
  if (!row) throw new NotFoundError(`There is no rollout ${id}`);
  return row;
}
