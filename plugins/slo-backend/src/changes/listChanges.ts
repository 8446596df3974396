import { InputError } from '@backstage/errors';
import type { Change } from '@ghostlight/plugin-slo-common';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ChangeRow } from './ChangeRow';

const most = 500;
const longest = 90 * 24 * 3600;

/** Instants are epoch seconds. */
export interface ChangesRequest {
  entityRef: string;
  from: number;
  to: number;
}

/** What changed of an entity in a span, oldest first; of more than 500 the latest. */
export async function listChanges(
  db: Knex,
  request: ChangesRequest,
): Promise<Change[]> {
  const { from, to } = request;
  if (to <= from || to - from > longest)
    throw new InputError(
      'to: must be after from, by 90 days at most (both epoch seconds)',
    );
  const rows: ChangeRow[] = await db('changes')
    .where('entity_ref', readEntityRef('entityRef', request.entityRef))
    .where('at', '>=', from)
    .where('at', '<=', to)
    .orderByRaw('at desc, id desc')
    .limit(most);
  return rows.reverse().map(row => ({
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    kind: row.kind,
    title: row.title,
    ...(row.version !== null && { version: row.version }),
    outcome: row.outcome,
    at: row.at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
  }));
}
