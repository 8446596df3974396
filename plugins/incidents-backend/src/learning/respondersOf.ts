import {
  incidentIdOf,
  type Responder,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Graph } from '../graph/Graph';

const day = 86_400_000;
const year = 365 * day;
/** After this much time, half of what somebody knew counts. */
const halfLife = 90 * day;
const mostPast = 200;
const mostResponders = 5;

/**
 * Who would know: people who acted on incidents of the same entities within a year, the recent and
 * the resolved ones counting more. At most five, each with the reason.
 */
export async function respondersOf(
  db: Knex,
  graph: Graph,
  number: number,
  now: number,
): Promise<Responder[]> {
  const past = await pastOf(db, number, now);
  const numbers = [...past.keys()];
  const [acts, roles] = await Promise.all([
    db('timeline')
      .whereIn('incident_number', numbers)
      .whereLike('author', 'user:%')
      .distinct('incident_number', 'author as user_ref'),
    db('incident_roles')
      .whereIn('incident_number', numbers)
      .distinct('incident_number', 'user_ref'),
  ]);
  const incidentsOf = new Map<string, Set<number>>();
  for (const { incident_number, user_ref } of [...acts, ...roles]) {
    const known = incidentsOf.get(user_ref) ?? new Set();
    incidentsOf.set(user_ref, known.add(incident_number));
  }
  return [...incidentsOf]
    .map(([userRef, theirs]) => {
      const incidents = [...theirs]
        .map(each => ({ number: each, ...past.get(each)! }))
        .sort((a, b) => b.startedAt - a.startedAt);
      const score = incidents.reduce(
        (sum, { startedAt, resolved }) =>
          sum + (resolved ? 1 : 0.5) * 2 ** ((startedAt - now) / halfLife),
        0,
      );
      return { userRef, incidents, score };
    })
    .sort((a, b) => b.score - a.score || (a.userRef < b.userRef ? -1 : 1))
    .slice(0, mostResponders)
    .map(({ userRef, incidents }) => {
      const title = graph.get(userRef)?.title;
      return {
        userRef,
        ...(title && { title }),
        ...reasonOf(incidents, now),
        incidents: incidents
          .slice(0, 10)
          .map(each => incidentIdOf(each.number)),
      };
    });
}

/** Incidents of the last year that affected one of the same entities. */
async function pastOf(
  db: Knex,
  number: number,
  now: number,
): Promise<Map<number, { startedAt: number; resolved: boolean; of: string }>> {
  const rows: {
    number: number;
    started_at: number | string;
    status: string;
    entity_ref: string;
  }[] = await db('incident_entities as own')
    .join('incident_entities as past', 'past.entity_ref', 'own.entity_ref')
    .join('incidents', 'incidents.number', 'past.incident_number')
    .where('own.incident_number', number)
    .whereNot('past.incident_number', number)
    .whereNull('incidents.deleted_at')
    .where('incidents.started_at', '>=', now - year)
    .orderBy('incidents.started_at', 'desc')
    .limit(mostPast)
    .select(
      'incidents.number',
      'incidents.started_at',
      'incidents.status',
      'past.entity_ref',
    );
  return new Map(
    rows.map(row => [
      row.number,
      {
        startedAt: Number(row.started_at),
        resolved: row.status === 'resolved',
        of: row.entity_ref,
      },
    ]),
  );
}

function reasonOf(
  incidents: { startedAt: number; of: string }[],
  now: number,
): Pick<Responder, 'reason' | 'said'> {
  const [{ startedAt, of }] = incidents;
  const days = Math.round((now - startedAt) / day);
  const entity = of.replace(/^.*[:/]/, '');
  const many =
    incidents.length === 1 ? 'an incident' : `${incidents.length} incidents`;
  return {
    reason: `Worked on ${many} of ${entity}, the last ${daysAgo(days)}`,
    said: {
      code: 'responder',
      params: {
        count: String(incidents.length),
        entityRef: of,
        days: String(days),
      },
    },
  };
}

function daysAgo(days: number): string {
  if (days < 1) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
