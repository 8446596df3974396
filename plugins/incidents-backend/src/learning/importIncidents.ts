import { InputError } from '@backstage/errors';
import type { ImportedIncident } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { writeSaid } from '../database/readSaid';
import type { Graph } from '../graph/Graph';
import { appendTimeline, indexIncidents } from '../incidents';
import { readEntityRef, nextOf } from '@ghostlight/reliability-node';

const instants = [
  'detectedAt',
  'acknowledgedAt',
  'identifiedAt',
  'mitigatedAt',
  'recoveredAt',
  'resolvedAt',
] as const;

/**
 * Brings in incidents of another tool's past, each once under its key. They are flagged, notify
 * nobody, and name who responded so that responders can be suggested.
 *
 * @throws InputError that names the item and field; then none is brought in
 */
export async function importIncidents(
  db: Knex,
  incidents: ImportedIncident[],
  options: { now: number; by: string; graph: Graph },
): Promise<{ imported: number; known: number }> {
  const { now, by, graph } = options;
  const read = new Map(
    incidents.map((incident, index) => [
      incident.key,
      readImported(incident, index),
    ]),
  );
  return db.transaction(async trx => {
    // Locks the sequence, so that two imports of the same do not both find nothing.
    await trx('counters').where({ name: 'incident' }).increment('value', 0);
    const present = await trx('incidents')
      .whereIn('import_key', [...read.keys()])
      .pluck('import_key');
    for (const key of present) read.delete(key);
    for (const [key, incident] of read) {
      const number = await nextOf(trx, 'incident');
      const entities = incident.entityRefs.map(ref => graph.get(ref));
      const ownerRef =
        entities.find(entity => entity?.ownerRef)?.ownerRef ?? null;
      await trx('incidents').insert({
        number,
        title: incident.title,
        severity: incident.severity,
        status: incident.resolvedAt === null ? 'monitoring' : 'resolved',
        source: 'import',
        owner_ref: ownerRef,
        system_ref:
          entities.find(entity => entity?.systemRef)?.systemRef ?? null,
        origin_ref: null,
        suspects: '[]',
        because: `Imported as ${key}`,
        because_said: writeSaid({ code: 'opened.import', params: { key } }),
        summary: incident.summary ?? '',
        root_cause: incident.rootCause ?? null,
        mitigation: incident.mitigation ?? null,
        started_at: incident.startedAt,
        detected_at: incident.detectedAt,
        acknowledged_at: incident.acknowledgedAt,
        identified_at: incident.identifiedAt,
        mitigated_at: incident.mitigatedAt,
        recovered_at: incident.recoveredAt,
        resolved_at: incident.resolvedAt,
        created_at: now,
        created_by: by,
        updated_at: now,
        imported: true,
        import_key: key,
      });
      if (incident.entityRefs.length) {
        await trx('incident_entities').insert(
          incident.entityRefs.map((entityRef, index) => ({
            incident_number: number,
            entity_ref: entityRef,
            role: 'affected',
            by_hand: true,
            since: incident.startedAt,
            healthy_at: incident.resolvedAt,
            owner_ref: entities[index]?.ownerRef ?? null,
            system_ref: entities[index]?.systemRef ?? null,
          })),
        );
      }
      await indexIncidents(trx, [{ ...incident, number, ownerRef }]);
      await appendTimeline(trx, [
        {
          incident: number,
          at: now,
          kind: 'status',
          author: by,
          text: `Imported as ${key}`,
          key: 'opened',
        },
        ...incident.responders.map(author => ({
          incident: number,
          at: incident.resolvedAt ?? incident.startedAt,
          kind: 'action' as const,
          author,
          text: 'Responded, as the imported record has it',
          key: `responder-${author}`.slice(0, 200),
        })),
      ]);
    }
    return { imported: read.size, known: present.length };
  });
}

/** An imported incident with its instants in milliseconds and in order, and its refs in full. */
function readImported(incident: ImportedIncident, index: number) {
  const at = `incidents[${index}]`;
  const startedAt = new Date(incident.startedAt).getTime();
  const times = Object.fromEntries(
    instants.map(name => {
      const given = incident[name];
      return [name, given === undefined ? null : new Date(given).getTime()];
    }),
  ) as Record<(typeof instants)[number], number | null>;
  for (const name of instants) {
    if (times[name] !== null && times[name] < startedAt)
      throw new InputError(`${at}.${name}: is before startedAt`);
  }
  const refs = (field: string, values: string[] = [], kind: string) => [
    ...new Set(
      values.map(value => readEntityRef(`${at}.${field}`, value, kind)),
    ),
  ];
  return {
    ...incident,
    ...times,
    startedAt,
    entityRefs: refs('entityRefs', incident.entityRefs, 'component'),
    responders: refs('responders', incident.responders, 'user'),
  };
}
