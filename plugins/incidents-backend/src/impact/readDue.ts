import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentRow } from '../incidents';

/** An incident whose cost is to be counted. Epoch milliseconds. */
export interface DueIncident {
  number: number;
  startedAt: number;
  resolvedAt?: number;
  entityRefs: string[];
  /** What was counted last. */
  before?: IncidentDetail['impact'];
}

/** Incidents whose cost is due to be counted, the longest waiting first. */
export async function readDue(
  db: Knex,
  now: number,
  limit: number,
): Promise<DueIncident[]> {
  const rows = await db<IncidentRow>('incidents')
    .whereNotNull('impact_due_at')
    .where('impact_due_at', '<=', now)
    .orderBy('impact_due_at')
    .limit(limit)
    .select('number', 'started_at', 'resolved_at', 'impact');
  const entities: { incident_number: number; entity_ref: string }[] = await db(
    'incident_entities',
  )
    .whereIn(
      'incident_number',
      rows.map(row => row.number),
    )
    .orderBy('entity_ref')
    .select('incident_number', 'entity_ref');
  return rows.map(row => ({
    number: row.number,
    startedAt: Number(row.started_at),
    ...(row.resolved_at !== null && { resolvedAt: Number(row.resolved_at) }),
    entityRefs: entities
      .filter(each => each.incident_number === row.number)
      .map(each => each.entity_ref),
    ...(row.impact && { before: JSON.parse(row.impact) }),
  }));
}
