import type { Outcome } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';

/** A version as the history has it. */
export interface PastVersion {
  id: string;
  version: string;
  outcome: Outcome;
  startedAt: number;
  activeSeconds?: number;
  /** Was active and does not count as failed. */
  good: boolean;
  active: boolean;
}

const most = 100;

/** The latest versions of an entity in an environment. */
export async function readHistory(
  db: Knex,
  entityRef: string,
  environment: string,
  now: number,
): Promise<PastVersion[]> {
  const rows = await db('deployments')
    .where({ entity_ref: entityRef, environment })
    .whereIn('kind', ['deployment', 'rollback'])
    .whereNotNull('version')
    .orderBy('started_at', 'desc')
    .limit(most)
    .select(
      'id',
      'version',
      'outcome',
      'started_at',
      'active_from',
      'active_until',
      'failed',
    );
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    outcome: row.outcome,
    startedAt: Number(row.started_at),
    ...(row.active_from !== null && {
      activeSeconds:
        (Number(row.active_until ?? now) - Number(row.active_from)) / 1000,
    }),
    good: row.active_from !== null && !row.failed,
    active: row.active_from !== null && row.active_until === null,
  }));
}
