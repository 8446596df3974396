import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentRow } from '../../incidents/IncidentRow';
import { whereIncidentVisible } from '../../incidents/whereIncidentVisible';
import type { Visibility } from '../../service/Visibility';
import type { ClosedIncident } from './clusterIncidents';

/** The latest of a span; more are not compared with each other. */
const most = 2_000;
const mostAlerts = 20_000;

/** Incidents that are over and began since then, the latest first, as far as the caller may see them. */
export async function readClosedIncidents(
  db: Knex,
  since: number,
  visible?: Visibility,
): Promise<ClosedIncident[]> {
  const chosen = db('incidents')
    .where('started_at', '>=', since)
    .whereNotNull('resolved_at')
    .whereNull('merged_into')
    .whereNull('deleted_at')
    .modify(query => visible && whereIncidentVisible(query, visible))
    .orderBy('started_at', 'desc')
    .limit(most);
  const rows: IncidentRow[] = await chosen.clone().select('*');
  const numbers = () => chosen.clone().select('number').as('chosen');
  const [entities, alerts] = await Promise.all([
    db('incident_entities')
      .join(numbers(), 'chosen.number', 'incident_number')
      .select('incident_number', 'entity_ref'),
    db('alerts')
      .join(numbers(), 'chosen.number', 'incident_number')
      .distinct('incident_number', 'name')
      .limit(mostAlerts),
  ]);
  const refs = groupBy(entities, ({ entity_ref }) => entity_ref);
  const names = groupBy(alerts, ({ name }) => name);
  return rows.map(row => ({
    id: incidentIdOf(row.number),
    title: row.title,
    entityRefs: refs.get(row.number) ?? [],
    alerts: names.get(row.number) ?? [],
    startedAt: Number(row.started_at),
    resolvedAt: Number(row.resolved_at),
    ...(row.mitigation && { mitigation: row.mitigation }),
  }));
}

function groupBy<Row extends { incident_number: number }>(
  rows: Row[],
  valueOf: (row: Row) => string,
): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const row of rows) {
    const group = groups.get(row.incident_number);
    if (group) group.push(valueOf(row));
    else groups.set(row.incident_number, [valueOf(row)]);
  }
  return groups;
}
