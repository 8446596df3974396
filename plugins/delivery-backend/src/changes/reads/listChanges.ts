import type {
  ChangePage,
  DeliveryPaths,
} from '@ghostlight/plugin-delivery-common';
import {
  likeOf,
  readCursor,
  readEntityRef,
  readEntityRefs,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { listOf } from '../database/sql';
import { whereReleaseVisible } from '../database/whereReleaseVisible';
import { readRow, type DeploymentRow } from '../DeploymentRow';
import { toldOf } from '../recordReports';

export type ListChangesRequest = NonNullable<
  DeliveryPaths['/v1/changes']['get']['parameters']['query']
>;

const order = 'changes';

/** One page of changes of all kinds, the latest first. */
export async function listChanges(
  db: Knex,
  request: ListChangesRequest,
  visible: Visibility,
): Promise<ChangePage> {
  const { limit = 50, environment, kind, owner, from, to, q } = request;
  const after = readCursor(order, request.cursor, 'number', 'string');
  const refs = readEntityRefs('entityRef', request.entityRef);
  const query = db('deployments')
    .whereNull('same_as')
    .orderByRaw('started_at desc, id desc')
    .limit(limit + 1)
    .select<DeploymentRow[]>('*');
  whereReleaseVisible(query, visible);
  if (refs)
    query.whereRaw(`entity_ref in ${listOf(db)}`, [JSON.stringify(refs)]);
  if (environment) query.where({ environment });
  if (kind?.length) query.whereIn('kind', kind);
  if (owner) query.where('owner_ref', readEntityRef('owner', owner, 'group'));
  if (from) query.where('started_at', '>=', Date.parse(from));
  if (to) query.where('started_at', '<', Date.parse(to));
  if (q?.trim())
    query.whereRaw("searched like ? escape '\\'", [likeOf(q.trim())]);
  if (after)
    query.whereRaw('(started_at, id) < (?, ?)', [after.value, after.id]);
  const rows = await query;
  const page = rows.slice(0, limit).map(readRow);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(toldOf),
    ...(last && {
      nextCursor: writeCursor(order, { value: last.started_at, id: last.id }),
    }),
  };
}
