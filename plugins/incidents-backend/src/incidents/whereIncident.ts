import type {
  IncidentStatus,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Visibility } from '../service/Visibility';
import { whereBelongsTo, whereIncidentVisible } from './whereIncidentVisible';

/** Filters of a list of incidents; all must hold, and of each one of its values. */
export interface IncidentFilter {
  status?: IncidentStatus[];
  severity?: Severity[];
  entityRef?: string[];
  owner?: string[];
  system?: string[];
  /** Epoch milliseconds; started at or after. */
  from?: number;
  /** Started before. */
  to?: number;
  /** This one alone. */
  number?: number;
  /** With merged ones. */
  merged?: boolean;
  visible: Visibility;
}

/** Narrows a query on `incidents` to a filter. */
export function whereIncident(
  query: Knex.QueryBuilder,
  filter: IncidentFilter,
): void {
  const { status, severity, entityRef, owner, system, from, to } = filter;
  query.whereNull('deleted_at');
  if (!filter.merged) query.whereNull('merged_into');
  whereIncidentVisible(query, filter.visible);
  if (status?.length) {
    query.whereIn('status', status);
    // As the index of open ones says it.
    if (!status.includes('resolved')) query.whereRaw(`status <> 'resolved'`);
  }
  if (severity?.length) query.whereIn('severity', severity);
  if (entityRef?.length)
    query.whereIn('incidents.number', numbers =>
      numbers
        .select('incident_number')
        .from('incident_entities')
        .whereIn('entity_ref', entityRef),
    );
  if (owner?.length) whereBelongsTo(query, 'owner_ref', owner);
  if (system?.length) whereBelongsTo(query, 'system_ref', system);
  if (from !== undefined) query.where('started_at', '>=', from);
  if (to !== undefined) query.where('started_at', '<', to);
  if (filter.number !== undefined)
    query.where('incidents.number', filter.number);
}
