import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { nextOf } from '../../database/counters';
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
  await trx('suppressions')
    .where({ alert_id: row.id })
    .whereNull('ended_at')
    .update({ undone_at: now, undone_by: by });
  // That the suppression has not ended yet tells the pipeline that the alert is to be heard now.
  await trx('alerts').where({ id: row.id }).update({
    suppressed_kind: null,
    suppressed_reason: null,
    suppressed_cause: null,
    suppressed_at: null,
    suppressed_until: null,
    suppressed_count: 0,
    recheck_at: now,
  });
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
