import type { Knex } from 'knex';

/**
 * `column in (…)` for lists of any length: the values go over as one parameter, of which databases take
 * only so many.
 */
export function whereInList(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  const list = String(query.client.config.client).includes('pg')
    ? 'select jsonb_array_elements_text(?::jsonb)'
    : 'select value from json_each(?)';
  query.whereRaw(`?? in (${list})`, [column, JSON.stringify(values)]);
}
