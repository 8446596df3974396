import type { Starter } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import { listOf } from './sql';

/** What of this plugin made a change. */
export interface Tie {
  actionId: string;
  startedBy: Starter;
  /** Of a rollback. */
  rollback?: { id: string; undoes?: string };
}

/** Finds the rollbacks and rollouts behind action ids that came back from the platforms. */
export async function tieActions(
  trx: Knex.Transaction,
  actionIds: string[],
): Promise<Map<string, Tie>> {
  const ties = new Map<string, Tie>();
  // Runs are made by the first start of the plugin; a tool may be without them.
  if (!actionIds.length || !(await trx.schema.hasTable('run_steps')))
    return ties;
  const rows: {
    action_id: string;
    requested_by: string;
    rollback_id: string | null;
    from_id: string | null;
  }[] = await trx('run_steps')
    .join('runs', 'runs.id', 'run_steps.run_id')
    .leftJoin('rollbacks', 'rollbacks.run_id', 'runs.id')
    .whereRaw(`run_steps.action_id in ${listOf(trx)}`, [
      JSON.stringify(actionIds),
    ])
    .select({
      action_id: 'run_steps.action_id',
      requested_by: 'runs.requested_by',
      rollback_id: 'rollbacks.id',
      from_id: 'rollbacks.from_id',
    });
  for (const row of rows) {
    ties.set(row.action_id, {
      actionId: row.action_id,
      startedBy: { kind: 'ghostlight', name: row.requested_by },
      ...(row.rollback_id && {
        rollback: { id: row.rollback_id, undoes: row.from_id ?? undefined },
      }),
    });
  }
  return ties;
}
