import {
  incidentIdOf,
  type IncidentStatus,
  type Severity,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentRow } from '../../incidents';
import type { IncidentSnapshot } from './IncidentSnapshot';

const entitiesAtMost = 1000;

/** Reads incidents with the entities they touch; those that do not exist are left out. */
export async function readSnapshots(
  database: Knex,
  numbers: number[],
): Promise<Map<number, IncidentSnapshot>> {
  const found = new Map<number, IncidentSnapshot>();
  for (let from = 0; from < numbers.length; from += 500) {
    const some = numbers.slice(from, from + 500);
    const rows = await database<IncidentRow>('incidents')
      .whereIn('number', some)
      .select();
    const entities: { incident_number: number; entity_ref: string }[] =
      await database('incident_entities')
        .whereIn('incident_number', some)
        .select('incident_number', 'entity_ref')
        .orderBy('since')
        .orderBy('entity_ref');
    const refs = new Map<number, string[]>();
    for (const { incident_number, entity_ref } of entities) {
      const list = refs.get(incident_number) ?? [];
      if (list.length < entitiesAtMost) list.push(entity_ref);
      refs.set(incident_number, list);
    }
    for (const row of rows)
      found.set(row.number, snapshotOf(row, refs.get(row.number) ?? []));
  }
  return found;
}

function snapshotOf(row: IncidentRow, refs: string[]): IncidentSnapshot {
  const origin = row.origin_ref ?? undefined;
  return {
    number: row.number,
    id: incidentIdOf(row.number),
    title: row.title,
    severity: row.severity as Severity,
    status: row.status as IncidentStatus,
    ownerRef: row.owner_ref ?? undefined,
    originRef: origin,
    because: row.because,
    startedAt: Number(row.started_at),
    resolvedAt: instant(row.resolved_at),
    acknowledgedAt: instant(row.acknowledged_at),
    acknowledgedBy: row.acknowledged_by ?? undefined,
    mergedInto: row.merged_into ?? undefined,
    deleted: row.deleted_at !== null,
    imported: Boolean(row.imported),
    entityRefs: origin
      ? [origin, ...refs.filter(entityRef => entityRef !== origin)]
      : refs,
  };
}

function instant(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
