import type { Knex } from 'knex';
import { incidentsOf, type MetricsScope } from '../MetricsScope';

/**
 * What senders reported in the span and what was left of it. Alerts count by their own entity and
 * owner; those of a system, or of incidents of a severity, by their incident.
 */
export async function noiseOf(
  db: Knex,
  scope: MetricsScope,
): Promise<{
  reports: number;
  alerts: number;
  suppressed: number;
  inIncidents: number;
}> {
  const query = db('alerts')
    .where('received_at', '>=', scope.from)
    .where('received_at', '<', scope.to);
  if (scope.entityRef) query.where('entity_ref', scope.entityRef);
  if (scope.owner) query.where('owner_ref', scope.owner);
  if (scope.system || scope.severity?.length || scope.visible)
    query.whereIn('incident_number', incidentsOf(db, scope).select('number'));
  const suppressed = db('suppressions')
    .whereRaw('suppressions.alert_id = alerts.id')
    .select(db.raw('1'));
  const [row] = await query.select(
    db.raw('coalesce(sum(occurrences), 0) as reports'),
    db.raw('count(*) as alerts'),
    db.raw('count(incident_number) as in_incidents'),
    db.raw('sum(case when exists ? then 1 else 0 end) as suppressed', [
      suppressed,
    ]),
  );
  return {
    reports: Number(row.reports),
    alerts: Number(row.alerts),
    suppressed: Number(row.suppressed ?? 0),
    inIncidents: Number(row.in_incidents),
  };
}
