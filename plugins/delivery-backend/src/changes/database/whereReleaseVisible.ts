import { whereVisible } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { listOf } from './sql';

/** Narrows a query on a table that has the columns of conditions to what the caller may see. */
export function whereReleaseVisible(
  query: Knex.QueryBuilder,
  visible: Visibility,
  table: string = 'deployments',
): void {
  whereVisible(query, visible, (inner, { column, values }) => {
    const name = `${table}.${column}`;
    // Never null, or NOT would hide the row.
    inner.whereRaw(`(?? is not null and ?? in ${listOf(query)})`, [
      name,
      name,
      JSON.stringify(values),
    ]);
  });
}
