import type { IncidentPage } from '@ghostlight/plugin-incidents-common';
import { say } from '@ghostlight/reliability-node';
import { rowsOf, tableOf } from '../changes/database/sql';
import type { CostContext } from './SpentKeeper';
import { changeRows, setCause } from './writeCosts';

const hour = 3_600_000;
/** How long after it went out a version is what began an incident. */
const within = 2 * hour;
/** For how long after a rollback or a recovery alerts still come in of what is over. */
const settling = 10 * 60_000;
/** Incidents that are looked at again: their origin may be found late. */
const recent = 48 * hour;
const mostPages = 10;

type Incident = IncidentPage['items'][number];

/** An entity with symptoms of an incident that began elsewhere. Epoch milliseconds. */
export interface Suffering {
  entityRef: string;
  from: number;
  /** Alerts may still come in until then. */
  until: number;
}

/**
 * Deployments of an incident's origin that went out shortly before its first symptom count as what began it,
 * in whatever environment it is that objectives are measured in. Who is cleared later is let off.
 *
 * @returns who suffered from what began elsewhere
 */
export async function blameIncidents(
  context: CostContext,
): Promise<Suffering[]> {
  const { db, environment, now } = context;
  const incidents = await readIncidents(context);
  if (!incidents.length) return [];
  const given = incidents.flatMap(incident => {
    const ref = originOf(incident);
    return ref
      ? { id: incident.id, entity_ref: ref, at: Date.parse(incident.startedAt) }
      : [];
  });
  const found = rowsOf<{ id: string; deployment_id: string | null }>(
    await db.raw(
      `select p.id, (
         select d.id from deployments d
         where d.entity_ref = p.entity_ref and d.environment = ?
           and d.active_from is not null and d.active_from <= p.at
           and not (d.kind = 'rollback' and d.active_from > p.at - ${settling})
         order by d.active_from desc, d.id desc limit 1) as deployment_id
       from ${tableOf(db, 'p', {
         id: 'text',
         entity_ref: 'text',
         at: 'bigint',
       })}`,
      [environment, JSON.stringify(given)],
    ),
  );
  const startedAt = new Map(given.map(({ id, at }) => [id, at]));
  const guilty = new Map<string, string[]>();
  for (const { id, deployment_id: of } of found)
    if (of) guilty.set(of, [...(guilty.get(of) ?? []), id]);
  const blamed: { id: string }[] = await db('deployments')
    .where('started_at', '>=', now() - recent - within)
    .whereNot('incident_ids', '[]')
    .select('id');
  const known = new Map(incidents.map(incident => [incident.id, incident]));
  await changeRows(
    context,
    [...new Set([...guilty.keys(), ...blamed.map(({ id }) => id)])],
    row => {
      const before: string[] = JSON.parse(row.incident_ids);
      const mine = (guilty.get(row.id) ?? []).filter(
        id =>
          row.active_from !== null &&
          startedAt.get(id)! - row.active_from <= within,
      );
      // Of incidents that are not looked at any more, what was found stays.
      const ids = [...before.filter(id => !known.has(id)), ...mine].sort();
      row.incident_ids = JSON.stringify(ids);
      for (const id of new Set([...before, ...mine])) {
        const incident = known.get(id);
        if (!incident) continue;
        setCause(
          row,
          'incident',
          id,
          mine.includes(id) &&
            say('failure.incident', `${id} began with it: ${incident.title}`, {
              id,
              title: incident.title,
            }),
        );
      }
    },
  );
  return incidents.flatMap(suffering);
}

function suffering({
  origin,
  entities,
  startedAt,
  recoveredAt,
  resolvedAt,
}: Incident): Suffering[] {
  if (!origin || origin.confidence === 'low') return [];
  const end = recoveredAt ?? resolvedAt;
  const from = Date.parse(startedAt);
  const until = end === undefined ? Infinity : Date.parse(end) + settling;
  return entities.flatMap(({ entityRef, role }) =>
    role === 'symptom' && entityRef !== origin.entityRef
      ? { entityRef, from, until }
      : [],
  );
}

async function readIncidents(context: CostContext): Promise<Incident[]> {
  const { auth, incidents, now } = context;
  const all: Incident[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await incidents.listIncidents(
      {
        from: new Date(now() - recent).toISOString(),
        orderBy: 'startedAt',
        limit: 100,
        cursor,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    all.push(...answer.items.filter(one => !one.mergedInto && !one.imported));
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return all;
}

/** Whose fault it seems: the first suspect, or the one entity that it is about. */
function originOf({ origin, entities }: Incident): string | undefined {
  if (origin) return origin.entityRef;
  return entities.length === 1 ? entities[0].entityRef : undefined;
}
