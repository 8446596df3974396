import type { RollbackState } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import type { RollbackRow } from './RollbackRow';

/** The rollbacks of an entity that are not over, by environment. */
export async function runningRollbacks(
  db: Knex,
  entityRef: string,
): Promise<Map<string, { id: string; state: RollbackState }>> {
  const rows = await db<RollbackRow>('rollbacks')
    .where({ entity_ref: entityRef, dry_run: false })
    .whereNull('finished_at')
    .orderBy('requested_at')
    .limit(100);
  return new Map(
    rows.map(({ id, state, environment }) => [environment, { id, state }]),
  );
}
