import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';

export type ListAlertsRequest = NonNullable<
  IncidentsPaths['/v1/alerts']['get']['parameters']['query']
>;

export type AlertView = NonNullable<ListAlertsRequest['view']>;

/** What the views of the inbox hold, each as the condition of the index that serves it. */
const conditions: Record<AlertView, string> = {
  open: `alerts.status = 'firing' and alerts.suppressed_kind is null`,
  suppressed: `alerts.status = 'firing' and alerts.suppressed_kind is not null`,
  unresolved: `alerts.status = 'firing' and alerts.entity_ref is null`,
  resolved: `alerts.status = 'resolved'`,
  all: '1 = 1',
};

/** Narrows a query on `alerts` to a view. */
export function whereView(query: Knex.QueryBuilder, view: AlertView): void {
  query.whereRaw(conditions[view]);
}
