import type { Knex } from 'knex';

export type Binding = string | number;

/** Runs SQL that gives rows, which the drivers hand over differently. */
export async function rowsOf<T>(
  database: Knex,
  sql: string,
  bindings: Binding[],
): Promise<T[]> {
  const result = await database.raw(sql, bindings);
  return Array.isArray(result) ? result : result.rows;
}
