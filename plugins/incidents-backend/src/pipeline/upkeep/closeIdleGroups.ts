import type { Knex } from 'knex';
import { listOf, rowsOf } from '../database/tuples';
import type { PipelineState } from '../PipelineState';

const most = 5_000;

/**
 * Closes groups that nothing fires in and that had no news for long, so that they cost no memory. Those
 * of incidents that are open, or may be opened again, stay. To be called in a fenced transaction.
 *
 * @returns ids to be forgotten once the transaction is committed
 */
export async function closeIdleGroups(
  trx: Knex.Transaction,
  { correlation, tools }: PipelineState,
  now: number,
): Promise<number[]> {
  const { correlate, incidents } = tools.rules;
  const idle = correlation.idle(now - correlate.idleMs).slice(0, most);
  if (!idle.length) return [];
  const rows = rowsOf<{ id: number | string }>(
    await trx.raw(
      `update groups set closed_at = ? where id in (select v from ? w)
         and not exists (
           select 1 from incidents i where i.number = groups.incident_number
             and i.deleted_at is null
             and (i.status <> 'resolved' or i.resolved_at > ?))
       returning id`,
      [now, listOf(trx, 'bigint', idle), now - incidents.reopenWithinMs],
    ),
  );
  return rows.map(({ id }) => Number(id));
}
