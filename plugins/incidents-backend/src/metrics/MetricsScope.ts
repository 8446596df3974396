import type { Severity } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { whereIncidentVisible } from '../incidents/whereIncidentVisible';
import type { Visibility } from '../service/Visibility';

/** Which incidents are counted: those that started in the span and are neither merged nor deleted. */
export interface MetricsScope {
  entityRef?: string;
  owner?: string;
  system?: string;
  severity?: Severity[];
  /** Milliseconds since the epoch, inclusive. */
  from: number;
  /** Exclusive. */
  to: number;
  imported: boolean;
  /** What the caller may see; all, when it is left out. */
  visible?: Visibility;
}

/** An affected entity, its owner or its system, as the scope asks. */
function concerns(
  { entityRef, owner, system }: MetricsScope,
  rows: Knex.QueryBuilder,
) {
  if (entityRef) rows.where('incident_entities.entity_ref', entityRef);
  if (owner) rows.where('incident_entities.owner_ref', owner);
  if (system) rows.where('incident_entities.system_ref', system);
  return rows;
}

/** The incidents of a scope, as a query over `incidents`. */
export function incidentsOf(db: Knex, scope: MetricsScope): Knex.QueryBuilder {
  const query = db('incidents')
    .whereNull('merged_into')
    .whereNull('deleted_at')
    .where('started_at', '>=', scope.from)
    .where('started_at', '<', scope.to);
  if (scope.severity?.length) query.whereIn('severity', scope.severity);
  if (!scope.imported) query.where('imported', false);
  if (scope.entityRef || scope.owner || scope.system) {
    query.whereExists(
      concerns(
        scope,
        db('incident_entities')
          .select(db.raw('1'))
          .whereRaw('incident_entities.incident_number = incidents.number'),
      ),
    );
  }
  whereIncidentVisible(query, scope.visible);
  return query;
}

/** The affected entities of those incidents that the scope itself is about. */
export function entitiesOf(db: Knex, scope: MetricsScope): Knex.QueryBuilder {
  return concerns(
    scope,
    db('incident_entities').whereIn(
      'incident_number',
      incidentsOf(db, scope).select('number'),
    ),
  );
}
