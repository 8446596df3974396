import type { ServiceContext } from '../service/ServiceContext';
import type { Visibility } from '../service/Visibility';
import { whereOpen } from './countOpen';
import { whereIncidentVisible } from './whereIncidentVisible';

/** Refs of the entities that an open incident affects; at most 5000. */
export async function listOpenEntities(
  { db }: ServiceContext,
  visible: Visibility,
): Promise<string[]> {
  const query = db('incidents')
    .join(
      'incident_entities as affected',
      'affected.incident_number',
      'incidents.number',
    )
    .distinct<{ ref: string }[]>('affected.entity_ref as ref')
    .orderBy('ref')
    .limit(5000);
  whereOpen(query);
  whereIncidentVisible(query, visible);
  return (await query).map(({ ref }) => ref);
}
