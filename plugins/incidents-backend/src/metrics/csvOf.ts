import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import { stringify } from 'csv-stringify/sync';
import type { Knex } from 'knex';
import { measuredIncidents } from './MeasuredIncident';
import type { MetricsScope } from './MetricsScope';
import { phaseNames, phaseSeconds } from './phases';

/** One row per incident of a scope, its times in seconds; empty where one is not known. */
export async function csvOf(db: Knex, scope: MetricsScope): Promise<string> {
  const incidents = await measuredIncidents(db, scope);
  const rows = incidents.map(incident => ({
    incident: incidentIdOf(incident.number),
    title: incident.title,
    severity: incident.severity,
    owner: incident.owner,
    imported: incident.imported ? 'yes' : 'no',
    started_at: new Date(incident.startedAt).toISOString(),
    alerts: incident.alerts,
    ...Object.fromEntries(
      phaseNames.map(phase => [
        `${phase}_seconds`,
        phaseSeconds(incident, phase),
      ]),
    ),
  }));
  return stringify(rows, {
    header: true,
    columns: [
      'incident',
      'title',
      'severity',
      'owner',
      'imported',
      'started_at',
      'alerts',
      ...phaseNames.map(phase => `${phase}_seconds`),
    ],
    // A spreadsheet would run a title that begins like a formula.
    escape_formulas: true,
  });
}
