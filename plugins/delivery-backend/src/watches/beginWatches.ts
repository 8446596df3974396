import type { Knex } from 'knex';
import { type Lease, say } from '@ghostlight/reliability-node';
import { randomUUID } from 'node:crypto';
import { readRow, type DeploymentRow } from '../changes/DeploymentRow';
import { listOf } from '../changes/database/sql';
import { adviceOnWishes, unreadRules, wishesOf } from './wishesOf';
import type { WatchContext } from './WatchContext';
import type { WatchReport, WatchRow } from './WatchRow';

const cursorName = 'watches';
const pieceSize = 500;

/**
 * Begins a watch for each deployment that went out well since the last time, by a cursor of its own in
 * the feed. Cursor and watches are written in one transaction, so that none is missed or begun twice.
 *
 * @returns entities whose watches began, and whether there is more to read
 */
export async function beginWatches(
  context: WatchContext,
  lease: Lease,
): Promise<{ entityRefs: string[]; more: boolean }> {
  const { db, now, settings } = context;
  return db.transaction(async trx => {
    await lease.assert(trx);
    const [after, end] = await readCursors(trx, now() - settings.duration);
    const changed: { seq: number | string; change_id: string }[] = await trx(
      'changes',
    )
      .where('seq', '>', after)
      .where('seq', '<=', end)
      .orderBy('seq')
      .limit(pieceSize)
      .select('seq', 'change_id');
    const rows = await shipped(
      trx,
      [...new Set(changed.map(row => row.change_id))],
      now() - settings.duration,
    );
    const watches = rows.map(row => watchOf(context, row));
    if (watches.length)
      await trx('watches').insert(watches).onConflict('deployment_id').ignore();
    const last =
      changed.length < pieceSize
        ? end
        : Number(changed[changed.length - 1].seq);
    if (last !== after)
      await trx('counters').where({ name: cursorName }).update({ value: last });
    return {
      entityRefs: [...new Set(watches.map(({ entity_ref }) => entity_ref))],
      more: changed.length === pieceSize,
    };
  });
}

/** Where it stands, and where the feed ends. The first time it begins with what may still be watched. */
async function readCursors(
  trx: Knex.Transaction,
  since: number,
): Promise<[number, number]> {
  const rows: { name: string; value: number | string }[] = await trx('counters')
    .whereIn('name', ['feed', cursorName])
    .select('name', 'value');
  const valueOf = (name: string) => rows.find(row => row.name === name)?.value;
  const end = Number(valueOf('feed') ?? 0);
  const known = valueOf(cursorName);
  if (known !== undefined) return [Number(known), end];
  const first = await trx('changes')
    .where('recorded_at', '>=', since)
    .min({ seq: 'seq' })
    .first();
  const after = first?.seq ? Number(first.seq) - 1 : end;
  await trx('counters').insert({ name: cursorName, value: after });
  return [after, end];
}

/** Of these changes the deployments that run now and began to not long ago. */
async function shipped(
  trx: Knex.Transaction,
  ids: string[],
  since: number,
): Promise<DeploymentRow[]> {
  if (!ids.length) return [];
  const rows: DeploymentRow[] = await trx('deployments')
    .whereRaw(`id in ${listOf(trx)}`, [JSON.stringify(ids)])
    .where({ kind: 'deployment', outcome: 'succeeded' })
    .whereNull('same_as')
    .whereNotNull('entity_ref')
    .whereNotNull('active_from')
    .whereNull('active_until')
    .where('active_from', '>', since);
  return rows.map(readRow);
}

function watchOf(
  { entityOf, settings }: WatchContext,
  row: DeploymentRow,
): WatchRow {
  const entity = entityOf(row.entity_ref!);
  const wishes = wishesOf(entity, settings);
  const startedAt = row.active_from!;
  const version = row.version ?? 'The deployment';
  const report: WatchReport = {
    said: say(
      'watch.watching',
      `${version} is watched; nothing is wrong so far.`,
      { version, minutes: 0 },
    ),
    recommendations: adviceOnWishes(wishes),
    ...(!entity && { unread: true }),
    ...(!wishes.objectives && { withoutObjectives: true }),
  };
  return {
    id: randomUUID(),
    deployment_id: row.id,
    entity_ref: row.entity_ref!,
    owner_ref: row.owner_ref,
    system_ref: row.system_ref,
    environment: row.environment,
    version: row.version,
    state: 'watching',
    started_at: startedAt,
    ends_at: startedAt + settings.duration,
    finished_at: null,
    next_at: startedAt + settings.interval,
    rules: JSON.stringify(unreadRules(wishes.rules)),
    report: JSON.stringify(report),
    automatic: wishes.automatic,
    rollback_id: null,
    plan_id: null,
  };
}
