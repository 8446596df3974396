import type {
  ExecutionPage,
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
import { describeExecution } from './describeExecution';
import type { ExecutionRow } from './ExecutionRow';

export type ListExecutionsRequest = NonNullable<
  RunbooksPaths['/v1/executions']['get']['parameters']['query']
>;

const order = 'executions';

/** One page, the latest first. */
export async function listExecutions(
  db: Knex,
  request: ListExecutionsRequest,
  visible: Visibility,
): Promise<ExecutionPage> {
  const { limit = 50, state, kind, by } = request;
  const entityRefs = readEntityRefs('entityRef', request.entityRef);
  const after = readCursor(order, request.cursor);
  const query = db<ExecutionRow>('executions')
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  whereVisible(query, visible, (inner, { column, values }) =>
    inner.whereIn(column, values).whereNotNull(column),
  );
  if (entityRefs?.length) query.whereIn('entity_ref', entityRefs);
  for (const [column, value] of [
    ['runbook_ref', request.runbookRef],
    ['policy_ref', request.policyRef],
    ['experiment_ref', request.experimentRef],
    ['incident_id', request.incidentId],
    ['requested_by', by],
  ] as const)
    if (value !== undefined) query.where({ [column]: value });
  if (state?.length) query.whereIn('state', state);
  if (kind?.length) query.whereIn('kind', kind);
  if (after) query.where('seq', '<', after.value);
  const rows: ExecutionRow[] = await query;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(describeExecution),
    ...(last && {
      nextCursor: writeCursor(order, {
        value: Number(last.seq),
        id: Number(last.seq),
      }),
    }),
  };
}
