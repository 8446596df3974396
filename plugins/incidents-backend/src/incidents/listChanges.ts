import type {
  Change,
  IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import { webAddress } from '../alerts/describeAlert';
import { whereInList } from '../database/whereInList';
import type { Graph } from '../graph/Graph';
import { readIncidentId } from '../service/ids';
import { readEntityRefs } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { isoOf, msOf } from '../service/times';
import type { Visibility } from '../service/Visibility';
import { getIncidentRow } from './readIncident';
import { visibleEntities } from './visibleEntities';

export type ListChangesRequest = NonNullable<
  IncidentsPaths['/v1/changes']['get']['parameters']['query']
>;

const before = 2 * 60 * 60_000;
/** Clocks of senders differ: what is a little later may be the cause. */
const skew = 5 * 60_000;
const mostEntities = 1000;

/** Changes, the latest first. Who may see an incident may see the changes before it. */
export async function listChanges(
  context: ServiceContext,
  request: ListChangesRequest,
  visible: Visibility,
): Promise<Change[]> {
  const { db, graph } = context;
  const { limit = 50, incident, from, to } = request;
  const asked = readEntityRefs('entityRef', request.entityRef);
  const span = { from: from && msOf(from), to: to && msOf(to) };
  let refs = visibleEntities(graph, visible, asked);
  if (incident) {
    const scope = await scopeOf(context, readIncidentId(incident));
    refs = asked ? scope.refs.filter(ref => asked.includes(ref)) : scope.refs;
    span.from ??= scope.startedAt - before;
    span.to ??= scope.startedAt + skew;
  }
  const query = db('changes')
    .whereNotNull('entity_ref')
    .orderByRaw('at desc, id desc')
    .limit(limit)
    .select<ChangeRow[]>('*');
  if (refs) whereInList(query, 'entity_ref', refs);
  if (span.from) query.where('at', '>=', span.from);
  if (span.to) query.where('at', '<', span.to);
  return (await query).map(describeChange);
}

async function scopeOf(
  { db, graph }: ServiceContext,
  number: number,
): Promise<{ refs: string[]; startedAt: number }> {
  const row = await getIncidentRow(db, number);
  const entities: { entity_ref: string }[] = await db('incident_entities')
    .where('incident_number', number)
    .select('entity_ref');
  return {
    refs: withDependencies(
      graph,
      entities.map(entity => entity.entity_ref),
    ),
    startedAt: Number(row.started_at),
  };
}

/** Entities and what they depend on, however far, the nearest first. */
function withDependencies(graph: Graph, refs: string[]): string[] {
  const found = new Set(refs);
  for (const ref of found) {
    if (found.size >= mostEntities) break;
    for (const other of graph.dependenciesOf(ref)) found.add(other);
  }
  return [...found];
}

interface ChangeRow {
  id: number | string;
  entity_ref: string;
  kind: Change['kind'];
  title: string;
  version: string | null;
  author: string | null;
  outcome: NonNullable<Change['outcome']> | null;
  environment: string | null;
  url: string | null;
  at: number | string;
  delivery_id: string | null;
  rollback_id: string | null;
}

function describeChange(row: ChangeRow): Change {
  return {
    id: String(row.id),
    entityRef: row.entity_ref,
    kind: row.kind,
    title: row.title,
    version: row.version ?? undefined,
    author: row.author ?? undefined,
    outcome: row.outcome ?? undefined,
    url: webAddress(row.url),
    environment: row.environment ?? undefined,
    at: isoOf(row.at),
    deliveryId: row.delivery_id ?? undefined,
    rollbackId: row.rollback_id ?? undefined,
  };
}
