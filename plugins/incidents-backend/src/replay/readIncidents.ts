import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentRow } from '../incidents';
import { readAlertRow, type AlertRow } from '../pipeline/AlertRow';
import type { ReplayedAlert, ReplayedIncident } from './ReplayedIncident';

const page = 200;

/** Incidents in the order of their numbers, few of them in memory at a time. */
export async function* readIncidents(
  db: Knex,
  options: { mostAlerts: number },
): AsyncGenerator<ReplayedIncident> {
  for (let after = 0; ; ) {
    const rows: IncidentRow[] = await db('incidents')
      .where('number', '>', after)
      .orderBy('number')
      .limit(page);
    if (!rows.length) return;
    for (const row of rows) yield readIncident(db, row, options);
    after = rows[rows.length - 1].number;
  }
}

async function readIncident(
  db: Knex,
  row: IncidentRow,
  { mostAlerts }: { mostAlerts: number },
): Promise<ReplayedIncident> {
  const { number } = row;
  const alerts: object[] = await db('alerts')
    .where('incident_number', number)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(mostAlerts);
  const entities: { entity_ref: string; role: string }[] = await db(
    'incident_entities',
  )
    .where('incident_number', number)
    .orderByRaw(`case role when 'origin' then 0 else 1 end, since, entity_ref`);
  return {
    id: incidentIdOf(number),
    title: row.title,
    severity: row.severity,
    status: row.status,
    because: row.because,
    startedAt: iso(row.started_at)!,
    detectedAt: iso(row.detected_at),
    recoveredAt: iso(row.recovered_at),
    resolvedAt: iso(row.resolved_at),
    reopened: row.reopened,
    originRef: row.origin_ref ?? undefined,
    suspects: JSON.parse(row.suspects),
    entities: entities.map(({ entity_ref: entityRef, role }) => ({
      entityRef,
      role,
    })),
    alertCount: row.alert_count,
    alerts: alerts.map(alert => readAlert(readAlertRow(alert))),
  };
}

function readAlert(row: AlertRow): ReplayedAlert {
  return {
    adapter: row.adapter,
    name: row.name,
    title: row.title,
    severity: row.severity,
    status: row.status,
    labels: JSON.parse(row.labels),
    entityRef: row.entity_ref ?? undefined,
    entityReason: row.entity_reason ?? undefined,
    startsAt: iso(row.starts_at)!,
    endsAt: iso(row.ends_at),
    occurrences: row.occurrences,
    isSymptom: row.is_symptom,
    because: row.joined ? JSON.parse(row.joined) : [],
  };
}

function iso(at: number | string | null): string | undefined {
  return at === null ? undefined : new Date(Number(at)).toISOString();
}
