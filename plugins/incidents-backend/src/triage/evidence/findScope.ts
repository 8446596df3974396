import type { Knex } from 'knex';
import type { Graph } from '../../graph';
import { whereAlertVisible } from '../../alerts/whereAlertVisible';
import { getIncidentRow, type IncidentRow } from '../../incidents';
import type { Visibility } from '../../service/Visibility';
import { nearby } from './nearby';

const minute = 60_000;
/** Of an incident that lasts for days, its beginning tells why. */
const longest = 60 * minute;
const shortest = 10 * minute;

/** What an incident is about, and which span of time is looked at. Epoch milliseconds. */
export interface EvidenceScope {
  number: number;
  incident: IncidentRow;
  /** What is affected, the origin first, then by the first symptom; at most 200. */
  affected: { ref: string; role: string }[];
  /** The same and what is around it in the graph, the nearest first; at most 300. */
  near: string[];
  firstSymptom: number;
  /** When it is judged: now, or its end. On a minute. */
  at: number;
  /** During: from the first symptom for an hour at most. Before it: as long. */
  during: { from: number; to: number };
  before: { from: number; to: number };
}

/** @throws NotFoundError */
export async function findScope(
  { db, graph, now }: { db: Knex; graph: Graph; now: () => number },
  number: number,
  visible: Visibility,
): Promise<EvidenceScope> {
  const firstAlert = db('alerts')
    .where('incident_number', number)
    .min({ at: 'starts_at' });
  whereAlertVisible(firstAlert, visible);
  const [incident, entities, [first]] = await Promise.all([
    getIncidentRow(db, number),
    db('incident_entities')
      .where('incident_number', number)
      .orderBy('since')
      .orderBy('entity_ref')
      .limit(1000)
      .select<{ entity_ref: string; role: string }[]>('entity_ref', 'role'),
    firstAlert as Promise<{ at: number | string | null }[]>,
  ]);
  const affected = entities
    .map(row => ({ ref: row.entity_ref, role: row.role }))
    .sort((a, b) => rank(a.role) - rank(b.role))
    .slice(0, 200);
  const started = Number(incident.started_at);
  const end = incident.recovered_at ?? incident.resolved_at;
  const at =
    Math.ceil(
      Math.max(started, Math.min(now(), Number(end ?? now()))) / minute,
    ) * minute;
  const alerted = Number(first?.at ?? started);
  // An alert that had fired for days before it was drawn in is no beginning.
  const firstSymptom =
    alerted > started - longest ? Math.min(started, alerted) : started;
  const from = Math.floor(firstSymptom / minute) * minute;
  const length = Math.min(Math.max(at - from, shortest), longest);
  return {
    number,
    incident,
    affected,
    near: nearby(
      graph,
      affected.map(({ ref }) => ref),
    ),
    firstSymptom,
    at,
    during: { from, to: Math.min(from + length, Math.max(at, from + minute)) },
    before: { from: from - length, to: from },
  };
}

function rank(role: string): number {
  return ['origin', 'affected', 'symptom'].indexOf(role);
}
