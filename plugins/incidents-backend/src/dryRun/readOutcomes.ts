import type { Knex } from 'knex';
import type { IncidentRow } from '../incidents';
import type { Outcome } from './Outcome';

/** Incidents of a run, in the order of their numbers. */
export async function readOutcomes(scratch: Knex): Promise<Outcome[]> {
  const rows: IncidentRow[] = await scratch('incidents')
    .whereNull('merged_into')
    .whereNull('deleted_at')
    .orderBy('number');
  const outcomes = new Map<number, Outcome>(
    rows.map(row => [
      row.number,
      {
        number: row.number,
        title: row.title,
        severity: row.severity,
        startedAt: Number(row.started_at),
        because: row.because,
        ...(row.origin_ref && { originRef: row.origin_ref }),
        entityRefs: [],
        alerts: [],
      },
    ]),
  );
  const entities = await scratch('incident_entities')
    .orderBy(['incident_number', 'since', 'entity_ref'])
    .select('incident_number', 'entity_ref');
  for (const { incident_number: number, entity_ref: ref } of entities)
    outcomes.get(number)?.entityRefs.push(ref);
  const alerts = await scratch('alerts')
    .whereNotNull('incident_number')
    .orderBy('id')
    .select('incident_number', 'fingerprint', 'received_at');
  for (const alert of alerts)
    outcomes.get(alert.incident_number)?.alerts.push({
      fingerprint: alert.fingerprint,
      receivedAt: Number(alert.received_at),
    });
  return [...outcomes.values()];
}
