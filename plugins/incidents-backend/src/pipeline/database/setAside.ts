import type { Knex } from 'knex';

const later = 10 * 60_000;

/** Puts the first row that waits into quarantine, so that the others need not wait for it. */
export async function quarantineFirst(
  trx: Knex.Transaction,
  reason: string,
  now: number,
): Promise<number | undefined> {
  const row = await trx('inbox')
    .whereNull('outcome')
    .orderBy('id')
    .first('id', 'delivery_id', 'adapter', 'raw');
  if (!row) return undefined;
  await trx('quarantine').insert({
    delivery_id: row.delivery_id,
    adapter: row.adapter,
    received_at: now,
    reason: `The pipeline could not take it: ${reason.slice(0, 1_000)}`,
    headers: '{}',
    raw: row.raw,
  });
  await trx('inbox').where({ id: row.id }).update({ outcome: 'failed' });
  return Number(row.id);
}

/** Has the first alert that is due wait some more, so that the others need not wait for it. */
export async function putOffFirst(
  trx: Knex.Transaction,
  now: number,
): Promise<number | undefined> {
  const row = await trx('alerts')
    .whereNotNull('recheck_at')
    .where('recheck_at', '<=', now)
    .orderBy('recheck_at')
    .first('id');
  if (!row) return undefined;
  await trx('alerts')
    .where({ id: row.id })
    .update({ recheck_at: now + later });
  return Number(row.id);
}
