import type { Knex } from 'knex';
import { isPostgres } from './tuples';

/**
 * Keeps others from changing the ledger of these objectives until the transaction ends. Always in
 * the order of ids, so that two who want the same ones cannot wait for each other. On SQLite the
 * insert alone makes this transaction the one writer.
 */
export async function lockObjectives(
  trx: Knex.Transaction,
  objectiveIds: number[],
): Promise<void> {
  if (!objectiveIds.length) return;
  const ids = [...objectiveIds].sort((a, b) => a - b);
  await trx('sampling')
    .insert(ids.map(id => ({ objective_id: id })))
    .onConflict('objective_id')
    .ignore();
  if (isPostgres(trx)) {
    await trx('sampling')
      .whereIn('objective_id', ids)
      .orderBy('objective_id')
      .forUpdate()
      .select('objective_id');
  }
}
