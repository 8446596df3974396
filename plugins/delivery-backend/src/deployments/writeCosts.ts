import type { FailureCause } from '@ghostlight/plugin-delivery-common';
import { lockCounter } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { readRows } from '../changes/database/readRows';
import { updateLanes } from '../changes/database/updateLanes';
import { upsertRows } from '../changes/database/upsertRows';
import { deploymentColumns, type DeploymentRow } from '../changes';
import { say } from '../say';
import type { CostContext } from './SpentKeeper';

/** What a deployment cost since the last time. */
export interface Cost {
  id: string;
  /** Of error budget. */
  minutes: number;
  /** All of it, in minutes. */
  budget: number;
  asOf: number;
}

/** Adds up what deployments cost; one that spent too much counts as failed. */
export async function writeCosts(
  context: CostContext,
  costs: Cost[],
  also: (trx: Knex.Transaction) => Promise<void>,
): Promise<void> {
  const byId = new Map(costs.map(cost => [cost.id, cost]));
  await changeRows(
    context,
    [...byId.keys()],
    row => {
      const cost = byId.get(row.id);
      // What did not move leaves no trace, or every tick would write every lane.
      if (!cost || (cost.minutes === 0 && row.spent_minutes !== null)) return;
      row.spent_minutes = (row.spent_minutes ?? 0) + cost.minutes;
      row.spent_as_of = cost.asOf;
      const share = cost.budget > 0 ? row.spent_minutes / cost.budget : 0;
      setCause(
        row,
        'budget',
        undefined,
        share >= context.budgetShare &&
          say(
            'failure.budget',
            `It spent ${Math.round(share * 100)} % of the error budget`,
            { share: Math.round(share * 100) },
          ),
      );
    },
    also,
  );
}

/** Sets or takes away one of the causes by which a deployment counts as failed. */
export function setCause(
  row: DeploymentRow,
  kind: FailureCause['kind'],
  ref: string | undefined,
  said: FailureCause['said'] | false,
): void {
  const causes: FailureCause[] = JSON.parse(row.failed_because);
  const others = causes.filter(
    cause => cause.kind !== kind || cause.ref !== ref,
  );
  if (said) others.push({ kind, ...(ref && { ref }), said });
  row.failed_because = JSON.stringify(others);
  row.failed = others.length > 0;
  if (!row.failed) row.recovered_at = null;
}

/**
 * Changes rows of deployments under the lock of the feed, since who records writes whole rows, too; then
 * the lanes that they are current in.
 */
export async function changeRows(
  { db, entities, now }: Pick<CostContext, 'db' | 'entities' | 'now'>,
  ids: string[],
  change: (row: DeploymentRow) => void,
  also?: (trx: Knex.Transaction) => Promise<void>,
): Promise<void> {
  if (!ids.length && !also) return;
  await db.transaction(async trx => {
    await lockCounter(trx, 'feed');
    await also?.(trx);
    const rows = await readRows(trx, ids);
    const changed = rows.filter(row => {
      const before = JSON.stringify(row);
      change(row);
      return JSON.stringify(row) !== before;
    });
    if (!changed.length) return;
    const at = now();
    await upsertRows(
      trx,
      'deployments',
      deploymentColumns,
      changed.map(row => ({ ...row, updated_at: at })),
      ['id'],
    );
    const lanes = changed.flatMap(row =>
      row.entity_ref && row.active_until === null
        ? JSON.stringify([row.entity_ref, row.environment])
        : [],
    );
    await updateLanes(trx, new Set(lanes), entities);
  });
}
