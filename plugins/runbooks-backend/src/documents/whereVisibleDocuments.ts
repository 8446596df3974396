import { whereVisible } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/targetRules';

/** Documents are of no environment: a condition on it lets them through. */
export function whereVisibleDocuments(
  query: Knex.QueryBuilder,
  visible: Visibility,
): void {
  whereVisible(query, visible, (inner, { column, values }) => {
    if (column === 'environment') inner.whereRaw('1 = 1');
    else inner.whereIn(column, values).whereNotNull(column);
  });
}
