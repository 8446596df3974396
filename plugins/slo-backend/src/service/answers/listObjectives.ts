import type { ObjectivePage } from '@ghostlight/plugin-slo-common';
import { countVerdicts } from '../database/countVerdicts';
import { listVerdicts } from '../database/listVerdicts';
import type { ServiceContext } from '../ServiceContext';
import type { CallOptions, ListRequest } from '../ObjectivesService';
import {
  readEntityRefs,
  readCursor,
  writeCursor,
} from '@ghostlight/reliability-node';

/** One page of objectives with the counts by health under the same filters. */
export async function listObjectives(
  { db }: ServiceContext,
  request: ListRequest,
  { visible }: CallOptions,
): Promise<ObjectivePage> {
  const { orderBy = 'budget', order = 'asc', limit = 100 } = request;
  const filter = {
    entityRef: readEntityRefs('entityRef', request.entityRef),
    owner: readEntityRefs('owner', request.owner, 'group'),
    system: readEntityRefs('system', request.system, 'system'),
    domain: readEntityRefs('domain', request.domain, 'domain'),
    status: request.status,
    q: request.q,
    visible,
  };
  const sorting = `${orderBy}-${order}`;
  const isNumber = orderBy === 'budget' || orderBy === 'burn';
  const after = readCursor(
    sorting,
    request.cursor,
    isNumber ? 'number' : 'string',
    'string',
  );
  const [page, counts] = await Promise.all([
    listVerdicts(db, { filter, orderBy, order, limit, after }),
    countVerdicts(db, filter),
  ]);
  const wanted = filter.status?.length
    ? [...new Set(filter.status)].map(status => counts[status])
    : Object.values(counts);
  return {
    items: page.items,
    counts,
    totalItems: wanted.reduce((sum, n) => sum + n, 0),
    ...(page.next && { nextCursor: writeCursor(sorting, page.next) }),
  };
}
