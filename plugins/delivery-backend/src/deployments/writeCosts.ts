import type { FailureCause } from '@ghostlight/plugin-delivery-common';
import { lockCounter, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { readRows } from '../changes/database/readRows';
import { updateLanes } from '../changes/database/updateLanes';
import { upsertRows } from '../changes/database/upsertRows';
import {
  deploymentColumns,
  type DeploymentRow,
  type SpentOf,
} from '../changes';
import type { CostContext } from './SpentKeeper';

/** What a deployment cost since the last time. */
export interface Cost {
  id: string;
  /** By objective. */
  spent: SpentOf[];
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
      if (!cost) return;
      const isMoved = cost.spent.some(({ minutes }) => minutes > 0);
      if (!isMoved && row.spent_minutes !== null) return;
      const { minutes, budget } = addUp(row, cost.spent);
      row.spent_minutes = minutes;
      row.spent_as_of = cost.asOf;
      const share = budget > 0 ? minutes / budget : 0;
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

/** Adds to what is known, objective by objective. @returns the one of whose budget it spent the most */
function addUp(row: DeploymentRow, spent: readonly SpentOf[]): SpentOf {
  const known: SpentOf[] = JSON.parse(row.spent_by);
  const all = new Map(known.map(one => [one.ref, one]));
  for (const one of spent) {
    const { minutes = 0 } = all.get(one.ref) ?? {};
    all.set(one.ref, { ...one, minutes: minutes + one.minutes });
  }
  row.spent_by = JSON.stringify([...all.values()]);
  const shareOf = ({ minutes, budget }: SpentOf) =>
    budget > 0 ? minutes / budget : 0;
  return [...all.values()].reduce((worst, one) =>
    shareOf(one) > shareOf(worst) ? one : worst,
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
