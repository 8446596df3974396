import type { Knex } from 'knex';
import type { IncidentRow } from '../incidents';
import { incidentsOf, type MetricsScope } from './MetricsScope';

/** The instants of an incident that metrics are made of, milliseconds; undefined: nobody said. */
export interface MeasuredIncident {
  number: number;
  title: string;
  severity: string;
  owner?: string;
  imported: boolean;
  startedAt: number;
  detectedAt?: number;
  acknowledgedAt?: number;
  identifiedAt?: number;
  mitigatedAt?: number;
  recoveredAt?: number;
  resolvedAt?: number;
  alerts: number;
}

/** More than this in one answer would not be read by anybody, and would not fit in a page's time. */
const mostIncidents = 50_000;

/** The incidents of a scope, the oldest first. */
export async function measuredIncidents(
  db: Knex,
  scope: MetricsScope,
): Promise<MeasuredIncident[]> {
  const rows: IncidentRow[] = await incidentsOf(db, scope)
    .orderBy('started_at')
    .orderBy('number')
    .limit(mostIncidents)
    .select(
      'number',
      'title',
      'severity',
      'owner_ref',
      'imported',
      'started_at',
      'detected_at',
      'acknowledged_at',
      'identified_at',
      'mitigated_at',
      'recovered_at',
      'resolved_at',
      'alert_count',
    );
  return rows.map(row => ({
    number: row.number,
    title: row.title,
    severity: row.severity,
    owner: row.owner_ref ?? undefined,
    imported: Boolean(row.imported),
    startedAt: Number(row.started_at),
    detectedAt: instant(row.detected_at),
    acknowledgedAt: instant(row.acknowledged_at),
    identifiedAt: instant(row.identified_at),
    mitigatedAt: instant(row.mitigated_at),
    recoveredAt: instant(row.recovered_at),
    resolvedAt: instant(row.resolved_at),
    alerts: row.alert_count,
  }));
}

function instant(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
