import type {
  AttemptPage,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import {
  readCursor,
  readEntityRefs,
  whereVisible,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/targetRules';
import type { AttemptRow } from './AttemptRow';
import { describeAttempt } from './describeAttempt';

export type ListAttemptsRequest = NonNullable<
  RunbooksPaths['/v1/attempts']['get']['parameters']['query']
>;

const order = 'attempts';

/** One page, the latest first. */
export async function listAttempts(
  db: Knex,
  request: ListAttemptsRequest,
  visible: Visibility,
): Promise<AttemptPage> {
  const { limit = 50 } = request;
  const rows = await listAttemptRows(db, request, visible);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(describeAttempt),
    ...(last && {
      nextCursor: writeCursor(order, {
        value: Number(last.seq),
        id: Number(last.seq),
      }),
    }),
  };
}

/** The rows of a page, and one more when there are more. */
export async function listAttemptRows(
  db: Knex,
  request: ListAttemptsRequest,
  visible: Visibility,
): Promise<AttemptRow[]> {
  const { limit = 50, state, policyRef, incidentId } = request;
  const entityRefs = readEntityRefs('entityRef', request.entityRef);
  const after = readCursor(order, request.cursor);
  const query = db<AttemptRow>('attempts')
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  whereVisible(query, visible, (inner, { column, values }) =>
    inner.whereIn(column, values).whereNotNull(column),
  );
  if (entityRefs?.length) query.whereIn('entity_ref', entityRefs);
  if (policyRef) query.where({ policy_ref: policyRef });
  if (incidentId) query.where({ incident_id: incidentId });
  if (state?.length)
    query.where(inner => {
      inner.where(plain =>
        plain.whereIn('state', state).whereNull('escalated_at'),
      );
      if (state.includes('escalated')) inner.orWhereNotNull('escalated_at');
    });
  if (after) query.where('seq', '<', after.value);
  return query;
}
