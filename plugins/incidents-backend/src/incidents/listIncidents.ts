import {
  incidentNumberOf,
  type IncidentPage,
  type IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import {
  readEntityRefs,
  readCursor,
  writeCursor,
  type CursorPosition,
} from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { msOf } from '../service/times';
import type { Visibility } from '../service/Visibility';
import { countOpen } from './countOpen';
import { describeIncidents } from './describeIncidents';
import type { IncidentRow } from './IncidentRow';
import { searchIncidents, weekOf, wordsToFind } from './search';
import { whereIncident, type IncidentFilter } from './whereIncident';

export type ListIncidentsRequest = NonNullable<
  IncidentsPaths['/v1/incidents']['get']['parameters']['query']
>;

type Rows = Knex.QueryBuilder<IncidentRow, IncidentRow[]>;

/** One page of incidents, with the counts of open ones. */
export async function listIncidents(
  { db, graph }: ServiceContext,
  request: ListIncidentsRequest,
  visible: Visibility,
): Promise<IncidentPage> {
  const { orderBy = 'startedAt', limit = 50 } = request;
  const order = `incidents-${orderBy}`;
  const after = readCursor(
    order,
    request.cursor,
    orderBy === 'severity' ? 'string' : 'number',
  );
  const [rows, counts] = await Promise.all([
    readRows(db, { ...request, orderBy, limit: limit + 1 }, after, visible),
    countOpen(db, visible),
  ]);
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

async function readRows(
  db: Knex,
  request: ListIncidentsRequest & { limit: number },
  after: CursorPosition | undefined,
  visible: Visibility,
): Promise<IncidentRow[]> {
  const { limit, status, severity, entityRef, owner, system } = request;
  const from = request.from === undefined ? undefined : msOf(request.from);
  const to = request.to === undefined ? undefined : msOf(request.to);
  const latestFirst = request.orderBy === 'startedAt';
  const q = request.q?.trim();
  const number = q ? incidentNumberOf(q) : undefined;
  const filter: IncidentFilter = {
    status,
    severity,
    entityRef: readEntityRefs('entityRef', entityRef),
    owner: readEntityRefs('owner', owner, 'group'),
    system: readEntityRefs('system', system, 'system'),
    from,
    to,
    number,
    merged: request.merged,
    visible,
  };
  // An id that no incident can have.
  if (number !== undefined && number >= 2 ** 31) return [];
  const narrowed = (): Rows => {
    const query: Rows = db('incidents').select('incidents.*');
    whereIncident(query, filter);
    if (after) whereAfter(query, after, latestFirst);
    return query;
  };
  const ordered = (query: Rows): Rows =>
    query.orderByRaw(
      latestFirst
        ? 'started_at desc, number desc'
        : 'severity asc, number desc',
    );
  if (!q || number !== undefined) return ordered(narrowed()).limit(limit);
  const latest = [
    to,
    latestFirst && after ? Number(after.value) : undefined,
  ].filter(each => each !== undefined);
  return searchIncidents(db, {
    words: wordsToFind(q),
    narrowed,
    ordered,
    latestFirst,
    filtered:
      visible !== undefined ||
      [status, severity, entityRef, owner, system].some(each => each?.length),
    weeks: {
      first: from === undefined ? undefined : weekOf(from),
      last: latest.length ? weekOf(Math.min(...latest)) : undefined,
    },
    limit,
  });
}

function whereAfter(
  query: Rows,
  after: CursorPosition,
  latestFirst: boolean,
): void {
  // Row values, so that the index is entered where the last page ended.
  if (latestFirst)
    query.whereRaw('(started_at, number) < (?, ?)', [after.value, after.id]);
  else
    query.whereRaw('severity >= ? and (severity > ? or number < ?)', [
      after.value,
      after.value,
      after.id,
    ]);
}
