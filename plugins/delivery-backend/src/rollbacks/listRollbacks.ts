import type {
  DeliveryPaths,
  RollbackPage,
} from '@ghostlight/plugin-delivery-common';
import {
  readCursor,
  readEntityRefs,
  whereVisible,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/releaseRules';
import { describeRollback } from './describeRollback';
import type { RollbackRow } from './RollbackRow';

export type ListRollbacksRequest = NonNullable<
  DeliveryPaths['/v1/rollbacks']['get']['parameters']['query']
>;

const order = 'rollbacks';

/** One page, the latest first. */
export async function listRollbacks(
  db: Knex,
  request: ListRollbacksRequest,
  visible: Visibility,
): Promise<RollbackPage> {
  const { limit = 50, environment, state } = request;
  const entityRefs = readEntityRefs(
    'entityRef',
    request.entityRef,
    'component',
  );
  const after = readCursor(order, request.cursor, 'number', 'string');
  const query = db<RollbackRow>('rollbacks')
    .orderBy([
      { column: 'requested_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  whereVisible(query, visible, (inner, { column, values }) =>
    inner.whereIn(column, values).whereNotNull(column),
  );
  if (entityRefs?.length) query.whereIn('entity_ref', entityRefs);
  if (environment) query.where({ environment });
  if (state?.length) query.whereIn('state', state);
  if (after)
    query.whereRaw('(requested_at, id) < (?, ?)', [after.value, after.id]);
  const rows: RollbackRow[] = await query;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(describeRollback),
    ...(last && {
      nextCursor: writeCursor(order, {
        value: Number(last.requested_at),
        id: last.id,
      }),
    }),
  };
}
