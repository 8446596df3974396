import type { Knex } from 'knex';
import { whereVisible } from '@ghostlight/reliability-node';
import type { RowCondition, Visibility } from '../service/Visibility';

/** Narrows a query on `alerts` to what the caller may see. */
export function whereAlertVisible(
  query: Knex.QueryBuilder,
  visible: Visibility,
): void {
  whereVisible(query, visible, narrow);
}

function narrow(query: Knex.QueryBuilder, { of, refs }: RowCondition): void {
  if (of === 'owner')
    query.whereNotNull('alerts.owner_ref').whereIn('alerts.owner_ref', refs);
  else if (of === 'unresolved') query.whereNull('alerts.entity_ref');
  // Alerts know no system.
  else query.whereRaw('1 = 0');
}
