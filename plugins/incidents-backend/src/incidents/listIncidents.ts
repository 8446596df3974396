import type {
  IncidentPage,
  IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readCursor, writeCursor } from '../service/cursor';
import { readEntityRefs } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { msOf } from '../service/times';
import type { Visibility } from '../service/Visibility';
import { countOpen } from './countOpen';
import { describeIncidents } from './describeIncidents';
import type { IncidentRow } from './IncidentRow';
import { whereIncident } from './whereIncident';

export type ListIncidentsRequest = NonNullable<
  IncidentsPaths['/v1/incidents']['get']['parameters']['query']
>;

/** One page of incidents, with the counts of open ones. */
export async function listIncidents(
  { db, graph }: ServiceContext,
  request: ListIncidentsRequest,
  visible: Visibility,
): Promise<IncidentPage> {
  const { orderBy = 'startedAt', limit = 50, from, to } = request;
  const order = `incidents-${orderBy}`;
  const after = readCursor(
    order,
    request.cursor,
    orderBy === 'severity' ? 'string' : 'number',
  );
  const query: Knex.QueryBuilder<IncidentRow, IncidentRow[]> = db('incidents')
    .select('incidents.*')
    .limit(limit + 1);
  whereIncident(query, {
    status: request.status,
    severity: request.severity,
    entityRef: readEntityRefs('entityRef', request.entityRef),
    owner: readEntityRefs('owner', request.owner, 'group'),
    system: readEntityRefs('system', request.system, 'system'),
    from: from === undefined ? undefined : msOf(from),
    to: to === undefined ? undefined : msOf(to),
    q: request.q,
    merged: request.merged,
    visible,
  });
  if (orderBy === 'startedAt') {
    query.orderByRaw('started_at desc, number desc');
    // Row values, so that the index is entered where the last page ended.
    if (after)
      query.whereRaw('(started_at, number) < (?, ?)', [after.value, after.id]);
  } else {
    query.orderByRaw('severity asc, number desc');
    if (after)
      query.whereRaw('severity >= ? and (severity > ? or number < ?)', [
        after.value,
        after.value,
        after.id,
      ]);
  }
  const [rows, counts] = await Promise.all([query, countOpen(db, visible)]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: await describeIncidents(db, graph, page),
    counts,
    ...(last && {
      nextCursor: writeCursor(order, {
        value: orderBy === 'severity' ? last.severity : Number(last.started_at),
        id: last.number,
      }),
    }),
  };
}
