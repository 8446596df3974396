import type { Graph as Answer } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Graph } from '../graph/Graph';
import type { ServiceContext } from '../service/ServiceContext';
import { getIncidentRow } from './readIncident';

const most = 100;
/** Hops from what is affected. */
const hops = { dependents: 3, dependencies: 2 };

/**
 * What an incident affects, what may be affected next, and what it depends on, the nearest first up
 * to 100 entities.
 */
export async function readGraph(
  { db, graph }: ServiceContext,
  number: number,
): Promise<Answer> {
  await getIncidentRow(db, number);
  const [rows, alerts] = await Promise.all([
    db('incident_entities')
      .where('incident_number', number)
      .orderBy('since')
      .orderBy('entity_ref')
      .select<{ entity_ref: string; role: string; healthy_at: unknown }[]>(
        'entity_ref',
        'role',
        'healthy_at',
      ),
    countByEntity(db, number),
  ]);
  const states = new Map<string, Answer['nodes'][number]['state']>();
  for (const row of rows)
    states.set(
      row.entity_ref,
      row.healthy_at === null
        ? (row.role as 'origin' | 'affected' | 'symptom')
        : 'healthy',
    );
  const affected = [...states.keys()];
  // A system fails through its parts, which are shown themselves.
  const atRisk = reach(affected, hops.dependents, ref =>
    graph.dependentsOf(ref).filter(other => !other.startsWith('system:')),
  );
  const below = reach(affected, hops.dependencies, ref =>
    graph.dependenciesOf(ref),
  );
  // Hop by hop, so that neither direction crowds out the other.
  for (let hop = 0; hop < Math.max(atRisk.length, below.length); hop++) {
    for (const ref of atRisk[hop] ?? [])
      if (!states.has(ref)) states.set(ref, 'at-risk');
    for (const ref of below[hop] ?? [])
      if (!states.has(ref)) states.set(ref, 'healthy');
  }
  const refs = [...states.keys()].slice(0, most);
  return {
    nodes: refs.map(entityRef => {
      const { title, ownerRef } = graph.get(entityRef) ?? {};
      return {
        entityRef,
        ...(title && { title }),
        ...(ownerRef && { owner: ownerRef }),
        state: states.get(entityRef) ?? 'healthy',
        alerts: alerts.get(entityRef) ?? 0,
      };
    }),
    edges: edgesAmong(graph, refs),
    truncated: states.size > most,
  };
}

/** What is reached in each hop; stops when there is more than is shown anyway. */
function reach(
  from: string[],
  depth: number,
  next: (ref: string) => readonly string[],
): string[][] {
  const seen = new Set(from);
  const layers: string[][] = [];
  let layer = from;
  for (
    let hop = 0;
    hop < depth && layer.length && seen.size <= 2 * most;
    hop++
  ) {
    const found: string[] = [];
    for (const ref of layer) {
      for (const other of next(ref)) {
        if (seen.has(other)) continue;
        seen.add(other);
        found.push(other);
      }
    }
    layers.push(found.sort());
    layer = found;
  }
  return layers;
}

function edgesAmong(graph: Graph, refs: string[]): Answer['edges'] {
  const shown = new Set(refs);
  return refs.flatMap(from =>
    graph
      .dependenciesOf(from)
      .filter(to => shown.has(to))
      .map(to => ({ from, to })),
  );
}

async function countByEntity(
  db: Knex,
  number: number,
): Promise<Map<string, number>> {
  const rows: { entity_ref: string; n: number | string }[] = await db('alerts')
    .where('incident_number', number)
    .whereNotNull('entity_ref')
    .groupBy('entity_ref')
    .select('entity_ref', db.raw('count(*) as n'));
  return new Map(rows.map(row => [row.entity_ref, Number(row.n)]));
}
