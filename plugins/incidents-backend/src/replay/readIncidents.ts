import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentRow } from '../incidents';
import { readAlertRow, type AlertRow } from '../pipeline/AlertRow';
import type { ReplayedAlert, ReplayedIncident } from './ReplayedIncident';

const page = 200;
const alertsAtOnce = 1_000;

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
    for (const some of portions(rows)) {
      const alerts = await readAlerts(db, some, options);
      const entities = await readEntities(db, some);
      for (const row of some)
        yield describe(
          row,
          alerts.get(row.number) ?? [],
          entities.get(row.number) ?? [],
        );
    }
    after = rows[rows.length - 1].number;
  }
}

/** Incidents whose alerts are not too many to be read at once. */
function* portions(rows: IncidentRow[]): Generator<IncidentRow[]> {
  let some: IncidentRow[] = [];
  let alerts = 0;
  for (const row of rows) {
    if (some.length && alerts + row.alert_count > alertsAtOnce) {
      yield some;
      some = [];
      alerts = 0;
    }
    some.push(row);
    alerts += row.alert_count;
  }
  if (some.length) yield some;
}

/** By incident, the earliest first. */
async function readAlerts(
  db: Knex,
  incidents: IncidentRow[],
  { mostAlerts }: { mostAlerts: number },
): Promise<Map<number, AlertRow[]>> {
  const rows: object[] = await db('alerts')
    .whereIn('incident_number', numbersOf(incidents))
    .orderBy(['incident_number', 'starts_at', 'id'])
    .modify(query => {
      // Of several, none has more than fit.
      if (incidents.length === 1) query.limit(mostAlerts);
    });
  const found = new Map<number, AlertRow[]>();
  for (const raw of rows) {
    const row = readAlertRow(raw);
    const others = found.get(row.incident_number!);
    if (!others) found.set(row.incident_number!, [row]);
    else if (others.length < mostAlerts) others.push(row);
  }
  return found;
}

interface EntityRow {
  incident_number: number;
  entity_ref: string;
  role: string;
}

/** By incident, the origin first. */
async function readEntities(
  db: Knex,
  incidents: IncidentRow[],
): Promise<Map<number, EntityRow[]>> {
  const rows: EntityRow[] = await db('incident_entities')
    .whereIn('incident_number', numbersOf(incidents))
    .orderByRaw(`case role when 'origin' then 0 else 1 end, since, entity_ref`);
  const found = new Map<number, EntityRow[]>();
  for (const row of rows) {
    const others = found.get(row.incident_number);
    if (others) others.push(row);
    else found.set(row.incident_number, [row]);
  }
  return found;
}

function numbersOf(incidents: IncidentRow[]): number[] {
  return incidents.map(({ number }) => number);
}

function describe(
  row: IncidentRow,
  alerts: AlertRow[],
  entities: EntityRow[],
): ReplayedIncident {
  const { number } = row;
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
    alerts: alerts.map(readAlert),
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
