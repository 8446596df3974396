import { incidentNumberOf } from '@ghostlight/plugin-incidents-common';
import type {
  IncidentStatus,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { likeOf } from '../service/likeOf';
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
  /** Text to find in id, title or entity. */
  q?: string;
  /** With merged ones. */
  merged?: boolean;
  visible: Visibility;
}

/** Narrows a query on `incidents` to a filter. */
export function whereIncident(
  query: Knex.QueryBuilder,
  filter: IncidentFilter,
): void {
  const { status, severity, entityRef, owner, system, from, to, q } = filter;
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
  if (q) whereFound(query, q);
}

function whereFound(query: Knex.QueryBuilder, q: string): void {
  const number = incidentNumberOf(q);
  if (number !== undefined && number < 2 ** 31) {
    query.where('incidents.number', number);
    return;
  }
  const like = likeOf(q);
  query.where(found =>
    found
      .whereRaw(`lower(title) like ? escape '\\'`, [like])
      .orWhereIn('incidents.number', numbers =>
        numbers
          .select('incident_number')
          .from('incident_entities')
          .whereRaw(`lower(entity_ref) like ? escape '\\'`, [like]),
      ),
  );
}
