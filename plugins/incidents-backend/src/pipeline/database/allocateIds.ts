import type { Knex } from 'knex';
import { isPostgres, rowsOf } from './tuples';

/**
 * Ids for rows that are to be inserted in this transaction, so that they can be spoken of before.
 * Those that are not used leave gaps, which mean nothing.
 */
export async function allocateIds(
  trx: Knex.Transaction,
  table: 'alerts' | 'groups',
  count: number,
): Promise<number[]> {
  if (!count) return [];
  if (isPostgres(trx)) {
    const rows = rowsOf<{ id: string }>(
      await trx.raw(
        `select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?)`,
        [table, count],
      ),
    );
    return rows.map(({ id }) => Number(id));
  }
  // The transaction began by writing: nobody else inserts until it ends.
  const [{ last }] = rowsOf<{ last: number }>(
    await trx.raw(
      `select coalesce(max(seq), 0) as last from sqlite_sequence where name = ?`,
      [table],
    ),
  );
  return Array.from({ length: count }, (_, index) => last + 1 + index);
}
