import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Silence,
  SilenceRequest,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { nextOf } from '@ghostlight/reliability-node';
import { listOf, rowsOf } from '../database/tuples';
import { causeOfSilence } from '../suppression/SilenceBook';
import { isId } from './mappings';
import { openAlertsMatching } from './openAlertsMatching';

const most = 500;

/** Silences, those that end soonest first; `active`: those that are not over. */
export async function listSilences(
  db: Knex,
  options: { active: boolean; now: number },
): Promise<Silence[]> {
  const query = db('silences').limit(most).select();
  if (options.active)
    query.where('until', '>', options.now).orderBy('until').orderBy('id');
  else query.orderBy('until', 'desc').orderBy('id', 'desc');
  const rows: SilenceRow[] = await query;
  const counts = await countQuiet(
    db,
    rows.map(({ id }) => Number(id)),
  );
  return rows.map(row => readSilence(row, counts.get(Number(row.id)) ?? 0));
}

/**
 * Keeps alerts quiet for a time. What fires already and is in an incident stays in it; that it is over
 * is always told.
 *
 * @throws InputError when it would be over before it begins, or would keep everything quiet
 */
export async function createSilence(
  trx: Knex.Transaction,
  request: SilenceRequest,
  options: { by: string; now: number },
): Promise<Silence> {
  const { by, now } = options;
  const { matchers = [], entityRef, reason } = request;
  if (!matchers.length && !entityRef)
    throw new InputError(
      'matchers: say which alerts by a label, or name an entity (entityRef)',
    );
  const until = instant(request.until, 'until');
  const from = request.from ? instant(request.from, 'from') : now;
  if (until <= Math.max(from, now))
    throw new InputError('A silence ends after it begins, and after now');
  await nextOf(trx, 'correlation');
  const [row] = await trx('silences')
    .insert({
      matchers: JSON.stringify(matchers),
      entity_ref: entityRef ?? null,
      from,
      until,
      reason,
      created_by: by,
    })
    .returning('*');
  const ids = await openAlertsMatching(trx, { matchers, entityRef });
  await lookAt(trx, ids, Math.max(from, now));
  return readSilence(row, 0);
}

/**
 * Ends a silence now. What it kept quiet goes through correlation again.
 *
 * @throws NotFoundError when there is none, or it is over
 */
export async function endSilence(
  trx: Knex.Transaction,
  id: string,
  options: { now: number },
): Promise<void> {
  const { now } = options;
  await nextOf(trx, 'correlation');
  const ended = isId(id)
    ? await trx('silences')
        .where({ id })
        .where('until', '>', now)
        .update({ until: now })
    : 0;
  if (!ended) throw new NotFoundError(`There is no silence '${id}' to end`);
  await trx('alerts')
    .where('suppressed_cause', causeOfSilence(Number(id)))
    .whereRaw(`status = 'firing'`)
    .update({ recheck_at: now });
}

/** Has the pipeline look at alerts at an instant, or earlier where it would have anyway. */
async function lookAt(trx: Knex.Transaction, ids: number[], at: number) {
  if (!ids.length) return;
  await trx.raw(
    `update alerts set recheck_at = case
       when recheck_at is null or recheck_at > ? then ? else recheck_at end
     where id in (select v from ? w)`,
    [at, at, listOf(trx, 'bigint', ids)],
  );
}

async function countQuiet(
  db: Knex,
  ids: number[],
): Promise<Map<number, number>> {
  if (!ids.length) return new Map();
  const rows = rowsOf<{ cause: string; n: number | string }>(
    await db.raw(
      `select suppressed_cause as cause, count(*) as n from alerts
       where suppressed_cause in (select v from ? w) and status = 'firing'
       group by suppressed_cause`,
      [listOf(db, 'text', ids.map(causeOfSilence))],
    ),
  );
  const byCause = new Map(rows.map(({ cause, n }) => [cause, Number(n)]));
  return new Map(ids.map(id => [id, byCause.get(causeOfSilence(id)) ?? 0]));
}

function instant(text: string, field: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new InputError(`'${field}' is not a time`);
  return at;
}

interface SilenceRow {
  id: number | string;
  matchers: string;
  entity_ref: string | null;
  from: number | string;
  until: number | string;
  reason: string;
  created_by: string;
}

function readSilence(row: SilenceRow, suppressed: number): Silence {
  return {
    id: String(row.id),
    matchers: JSON.parse(row.matchers),
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    from: new Date(Number(row.from)).toISOString(),
    until: new Date(Number(row.until)).toISOString(),
    reason: row.reason,
    createdBy: row.created_by,
    suppressed,
  };
}
