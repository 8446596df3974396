import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { nextOf } from '@ghostlight/reliability-node';
import { listOf, rowsOf } from '../database/tuples';
import { readAlertRow, type AlertRow } from '../AlertRow';
import { endWithoutReport } from '../episodes/applyReport';
import { isId } from './mappings';

/**
 * Undoes what keeps an alert quiet. It goes through correlation again, and is not kept quiet for that
 * cause any more.
 *
 * @throws NotFoundError
 * @throws ConflictError when nothing keeps it quiet
 */
export async function unsuppressAlert(
  trx: Knex.Transaction,
  id: string,
  options: { by: string; now: number },
): Promise<void> {
  const { by, now } = options;
  await nextOf(trx, 'correlation');
  const row = await find(trx, id);
  if (row.suppressed_kind === null)
    throw new ConflictError(`Nothing keeps alert ${id} quiet`);
  await release(trx, [row.id], { by, now });
}

/**
 * The same for several at once, with the same few statements for one and for many. Those that nothing
 * keeps quiet are passed over.
 *
 * @returns how many are heard again
 */
export async function unsuppressAlerts(
  trx: Knex.Transaction,
  ids: readonly number[],
  options: { by: string; now: number },
): Promise<number> {
  if (!ids.length) return 0;
  await nextOf(trx, 'correlation');
  const rows = rowsOf<{ id: number | string }>(
    await trx.raw(
      `select id from alerts
       where id in (select v from ? w) and suppressed_kind is not null`,
      [listOf(trx, 'bigint', ids)],
    ),
  );
  const quiet = rows.map(({ id }) => Number(id));
  await release(trx, quiet, options);
  return quiet.length;
}

async function release(
  trx: Knex.Transaction,
  ids: readonly number[],
  { by, now }: { by: string; now: number },
): Promise<void> {
  const list = listOf(trx, 'bigint', ids);
  await trx.raw(
    `update suppressions set undone_at = ?, undone_by = ?
     where alert_id in (select v from ? w) and ended_at is null`,
    [now, by, list],
  );
  // That the suppression has not ended yet tells the pipeline that the alert is to be heard now.
  await trx.raw(
    `update alerts set suppressed_kind = null, suppressed_reason = null,
       suppressed_said = null, suppressed_cause = null, suppressed_at = null,
       suppressed_until = null, suppressed_count = 0, recheck_at = ?
     where id in (select v from ? w)`,
    [now, list],
  );
}

/**
 * Declares an alert over whose sender will not say so. What else that means, the pipeline finds out.
 *
 * @throws NotFoundError
 * @throws ConflictError when it is over already
 */
export async function resolveAlert(
  trx: Knex.Transaction,
  id: string,
  options: { now: number },
): Promise<void> {
  const { now } = options;
  await nextOf(trx, 'correlation');
  const row = await find(trx, id);
  if (row.status === 'resolved')
    throw new ConflictError(`Alert ${id} is over already`);
  endWithoutReport(row, now);
  const { status, ends_at, transitions, turns } = row;
  await trx('alerts')
    .where({ id: row.id })
    .update({ status, ends_at, transitions, turns, recheck_at: now });
}

async function find(trx: Knex.Transaction, id: string): Promise<AlertRow> {
  const row = isId(id) ? await trx('alerts').where({ id }).first() : undefined;
  if (!row) throw new NotFoundError(`There is no alert '${id}'`);
  return readAlertRow(row);
}
