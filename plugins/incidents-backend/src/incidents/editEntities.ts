import type { Knex } from 'knex';
import type { Graph } from '../graph/Graph';
import type { TimelineAppend } from './appendTimeline';
import { belongingOf } from './belongings';

/**
 * Makes these the affected entities, and whose the incident is with them. An origin that stays keeps
 * its role.
 *
 * @returns what the timeline is to say of it
 */
export async function editEntities(
  trx: Knex.Transaction,
  graph: Graph,
  options: { number: number; entityRefs: string[]; at: number },
): Promise<Pick<TimelineAppend, 'kind' | 'text' | 'data'>[]> {
  const { number, at } = options;
  const wanted = [...new Set(options.entityRefs)];
  const rows: { entity_ref: string; role: string }[] = await trx(
    'incident_entities',
  )
    .where('incident_number', number)
    .orderBy('entity_ref')
    .select('entity_ref', 'role');
  const there = new Set(rows.map(row => row.entity_ref));
  const added = wanted.filter(ref => !there.has(ref));
  const removed = [...there].filter(ref => !wanted.includes(ref));
  if (!added.length && !removed.length) return [];
  await trx('incident_entities')
    .where('incident_number', number)
    .whereIn('entity_ref', removed)
    .delete();
  if (added.length) {
    await trx('incident_entities').insert(
      added.map(entityRef => {
        const { ownerRef, systemRef } = belongingOf(graph, entityRef);
        return {
          incident_number: number,
          entity_ref: entityRef,
          role: 'affected',
          by_hand: true,
          since: at,
          owner_ref: ownerRef ?? null,
          system_ref: systemRef ?? null,
        };
      }),
    );
  }
  const origin = rows.find(
    row => row.role === 'origin' && wanted.includes(row.entity_ref),
  );
  const { ownerRef, systemRef } = belongingOf(
    graph,
    origin?.entity_ref ?? wanted[0],
  );
  await trx('incidents')
    .where({ number })
    .update({ owner_ref: ownerRef ?? null, system_ref: systemRef ?? null });
  return [
    ...added.map(ref => ({
      kind: 'entity' as const,
      text: `Affects ${ref}`,
      data: { added: ref },
    })),
    ...removed.map(ref => ({
      kind: 'entity' as const,
      text: `Does not affect ${ref}`,
      data: { removed: ref },
    })),
  ];
}
