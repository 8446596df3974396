import type { Knex } from 'knex';

/**
 * Writes several things that have nothing to do with each other: in one statement where the database is
 * somewhere else and takes it, since a lock is held meanwhile.
 *
 * @param statements - inserts and updates, each of other rows
 */
export async function writeTogether(
  trx: Knex.Transaction,
  statements: Knex.QueryBuilder[],
): Promise<void> {
  const [last, ...others] = [...statements].reverse();
  if (!last) return;
  if (String(trx.client.config.client).includes('pg')) {
    others
      .reverse()
      .forEach((statement, n) => last.with(`written_${n}`, statement));
    await last;
    return;
  }
  for (const statement of statements) await statement;
}
