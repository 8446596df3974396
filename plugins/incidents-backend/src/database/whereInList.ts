import type { Knex } from 'knex';

/**
 * `column in (…)` for lists of any length: the values go over as one parameter, of which SQLite
 * takes only so many.
 */
export function whereInList(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  const client = String(query.client.config.client);
  const list = client.includes('pg')
    ? 'select jsonb_array_elements_text(?::jsonb)'
    : 'select value from json_each(?)';
  query.whereRaw(`?? in (${list})`, [column, JSON.stringify(values)]);
}
