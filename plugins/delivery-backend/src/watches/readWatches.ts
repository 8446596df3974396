import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Watch, WatchRule } from '@ghostlight/plugin-delivery-common';
import { readCursor, say, writeCursor } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { whereReleaseVisible } from '../changes/database/whereReleaseVisible';
import type { ReleaseResource, Visibility } from '../service/releaseRules';
import { reportOf, rulesOf, type StoredRule, type WatchRow } from './WatchRow';

const order = 'watches-latest';

/** Which watches are wanted. */
export interface ListWatchesFilter {
  entityRefs?: string[];
  environment?: string;
  states?: Watch['state'][];
  /** 1 to 500; default 50. */
  limit?: number;
  cursor?: string;
}

/** One page, the latest first, without the readings. */
export async function listWatches(
  db: Knex,
  filter: ListWatchesFilter,
  visible?: Visibility,
): Promise<{ items: Watch[]; nextCursor?: string }> {
  const { entityRefs, environment, states, limit = 50, cursor } = filter;
  const after = readCursor(order, cursor, 'number', 'string');
  const query = db<WatchRow>('watches')
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (entityRefs?.length) query.whereIn('entity_ref', entityRefs);
  if (environment !== undefined) query.where({ environment });
  if (states?.length) query.whereIn('state', states);
  if (after)
    query.whereRaw('(started_at, id) < (?, ?)', [after.value, after.id]);
  whereReleaseVisible(query, visible, 'watches');
  const rows = await query;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row => describeWatch(row, { points: false })),
    ...(rows.length > limit &&
      last && {
        nextCursor: writeCursor(order, {
          value: Number(last.started_at),
          id: last.id,
        }),
      }),
  };
}

/** With its readings. @throws NotFoundError */
export async function getWatch(db: Knex, id: string): Promise<Watch> {
  return describeWatch(await watchRow(db, id), { points: true });
}

/** What a permission decision about it looks at; undefined when there is none. */
export async function locateWatch(
  db: Knex,
  id: string,
): Promise<ReleaseResource | undefined> {
  const row = await db<WatchRow>('watches').where({ id }).first();
  return (
    row && {
      entityRef: row.entity_ref,
      environment: row.environment,
      ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
      ...(row.system_ref !== null && { systemRef: row.system_ref }),
    }
  );
}

/**
 * Ends a watch before its time.
 *
 * @throws NotFoundError
 * @throws ConflictError when it is over
 */
export async function cancelWatch(
  { db, now }: { db: Knex; now: () => number },
  id: string,
  by: string,
  reason: string,
): Promise<void> {
  const row = await watchRow(db, id);
  const report = {
    ...reportOf(row),
    said: say(
      'watch.cancelled.by',
      `${by} ended the watch${reason ? `: ${reason}` : '.'}`,
      { by, reason },
    ),
  };
  const ended = await db('watches')
    .where({ id, state: 'watching' })
    .update({
      state: 'cancelled',
      finished_at: now(),
      next_at: null,
      report: JSON.stringify(report),
    });
  if (!ended) throw new ConflictError(`The watch is over: ${row.state}`);
}

/** The row as the API has it. */
export function describeWatch(
  row: WatchRow,
  { points }: { points: boolean },
): Watch {
  const { said, recommendations } = reportOf(row);
  return {
    id: row.id,
    deploymentId: row.deployment_id,
    entityRef: row.entity_ref,
    environment: row.environment,
    ...(row.version !== null && { version: row.version }),
    state: row.state,
    startedAt: iso(row.started_at),
    endsAt: iso(row.ends_at),
    ...(row.finished_at !== null && { finishedAt: iso(row.finished_at) }),
    rules: rulesOf(row).map(rule => describeRule(rule, points)),
    said,
    recommendations,
    automaticRollback: row.automatic,
    ...(row.rollback_id !== null && { rollbackId: row.rollback_id }),
    ...(row.plan_id !== null && { planId: row.plan_id }),
  };
}

function describeRule(rule: StoredRule, withPoints: boolean): WatchRule {
  const { metric, objective, comparison, threshold, forMinutes } = rule;
  const { severity, state, said } = rule;
  const values = rule.points.map(({ value }) => value);
  return {
    ...(metric && { metric }),
    ...(objective && { objective }),
    comparison,
    threshold,
    forMinutes,
    severity,
    state,
    said,
    n: values.length,
    ...(values.length && {
      avg: values.reduce((sum, value) => sum + value, 0) / values.length,
      min: Math.min(...values),
      max: Math.max(...values),
      final: values[values.length - 1],
    }),
    ...(withPoints && {
      points: rule.points.map(({ at, value }) => ({ at: iso(at), value })),
    }),
  };
}

async function watchRow(db: Knex, id: string): Promise<WatchRow> {
  const row = await db<WatchRow>('watches').where({ id }).first();
  if (!row) throw new NotFoundError(`There is no watch ${id}`);
  return row;
}

function iso(at: number | string): string {
  return new Date(Number(at)).toISOString();
}
