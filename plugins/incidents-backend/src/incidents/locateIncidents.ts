import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentResource } from '../service/incidentRules';

/** Whose incidents are, by number, for permission decisions. Deleted ones are not there. */
export async function locateIncidents(
  db: Knex,
  numbers: number[],
): Promise<Map<number, IncidentResource>> {
  const [rows, entities]: [Belonging[], Belonging[]] = await Promise.all([
    db('incidents')
      .whereIn('number', numbers)
      .whereNull('deleted_at')
      .select('number', 'owner_ref', 'system_ref'),
    db('incident_entities')
      .whereIn('incident_number', numbers)
      .distinct('incident_number as number', 'owner_ref', 'system_ref'),
  ]);
  const found = new Map<number, Belonging[]>();
  for (const row of rows) found.set(row.number, [row]);
  for (const row of entities) found.get(row.number)?.push(row);
  return new Map(
    [...found].map(([number, parts]) => [
      number,
      {
        id: incidentIdOf(number),
        ownerRefs: [...new Set(parts.flatMap(part => part.owner_ref ?? []))],
        systemRefs: [...new Set(parts.flatMap(part => part.system_ref ?? []))],
      },
    ]),
  );
}

interface Belonging {
  number: number;
  owner_ref: string | null;
  system_ref: string | null;
}
