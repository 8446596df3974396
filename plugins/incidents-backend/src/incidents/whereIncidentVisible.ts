import type { Knex } from 'knex';
import { whereVisible } from '@ghostlight/reliability-node';
import type { RowCondition, Visibility } from '../service/Visibility';

/** Narrows a query on `incidents` to what the caller may see. */
export function whereIncidentVisible(
  query: Knex.QueryBuilder,
  visible: Visibility,
): void {
  whereVisible(query, visible, narrow);
}

function narrow(query: Knex.QueryBuilder, { of, refs }: RowCondition): void {
  if (of === 'unresolved') {
    query.whereNotExists(entity =>
      entity
        .select('entity_ref')
        .from('incident_entities')
        .whereRaw('incident_entities.incident_number = incidents.number'),
    );
  } else whereBelongsTo(query, `${of}_ref`, refs);
}

/**
 * Incidents that are one of these owners' or systems' themselves, or affect an entity that is. Found
 * as one set of numbers first: with `or exists (…)` a database would pass over every incident to find
 * those of somebody who has few.
 */
export function whereBelongsTo(
  query: Knex.QueryBuilder,
  column: 'owner_ref' | 'system_ref',
  refs: string[],
): void {
  const { client } = query;
  const numbers = client
    .queryBuilder()
    .select('number')
    .from('incidents')
    .whereIn(column, refs)
    .union(
      client
        .queryBuilder()
        .select('incident_number')
        .from('incident_entities')
        .whereIn(column, refs),
    );
  // As an array PostgreSQL looks them up by key; as a set it would read the whole table beside it.
  const isPostgres = String(client.config.client).includes('pg');
  query.whereRaw(
    isPostgres
      ? 'incidents.number = any(array(?))'
      : 'incidents.number in (select * from (?))',
    [numbers],
  );
}
