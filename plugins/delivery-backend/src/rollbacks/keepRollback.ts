import type { Run } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { rollbackKind } from './requestRollback';
import type { RollbackRow, RollbackSummary } from './RollbackRow';
import { saidOf, stateOf } from './saidOf';

/**
 * Writes how a run of a rollback stands into the rollback's row, in the transaction in which the run
 * changes. Does nothing for other runs: goes into `recordChange` of the engine.
 *
 * @returns the row as it is now, when it is one of a rollback that was there before
 */
export async function keepRollback(
  run: Run,
  trx: Knex.Transaction,
): Promise<RollbackRow | undefined> {
  if (run.kind !== rollbackKind) return undefined;
  const row = await trx<RollbackRow>('rollbacks')
    .where({ run_id: run.id })
    .first();
  if (!row) return undefined;
  const summary: RollbackSummary = JSON.parse(row.summary);
  const change = {
    state: stateOf(run),
    summary: JSON.stringify({
      ...summary,
      said: saidOf(run, summary.to.version),
    }),
    started_at: run.startedAt ?? null,
    finished_at: run.finishedAt ?? null,
  };
  await trx<RollbackRow>('rollbacks').where({ id: row.id }).update(change);
  return { ...row, ...change };
}
