import type { Minute } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { tuples } from './tuples';

/**
 * Deletes the rows of an objective between two instants that are not the last before a boundary of
 * every one of `steps`. What holds before the first row must stay, so that one does.
 */
export async function thinRows(
  trx: Knex.Transaction,
  stretches: { objectiveId: number; from: Minute; to: Minute }[],
  steps: number[],
): Promise<number> {
  if (!stretches.length) return 0;
  const asked = tuples(
    trx,
    { id: 'int', lo: 'int', hi: 'int' },
    stretches.map(({ objectiveId, from, to }) => [objectiveId, from, to]),
  );
  // Whole numbers divide to whole numbers on both databases.
  const laterInGroup = steps
    .map(
      step => `exists (select 1 from ledger n
        where n.objective_id = l.objective_id and n.at > l.at
          and n.at <= ((l.at + ${step} - 1) / ${step}) * ${step})`,
    )
    .join(' and ');
  const result = await trx.raw(
    `delete from ledger where (objective_id, at) in (
       select l.objective_id, l.at from ? w
       join ledger l on l.objective_id = w.id and l.at > w.lo and l.at <= w.hi
       where ${laterInGroup}
         and l.at > (select min(f.at) from ledger f where f.objective_id = w.id))`,
    [asked],
  );
  return changes(result);
}

/**
 * Deletes what is older than an instant but for the last row of it, from which the rest counts on.
 */
export async function dropRows(
  trx: Knex.Transaction,
  cuts: { objectiveId: number; to: Minute }[],
): Promise<number> {
  if (!cuts.length) return 0;
  const asked = tuples(
    trx,
    { id: 'int', cut: 'int' },
    cuts.map(({ objectiveId, to }) => [objectiveId, to]),
  );
  const result = await trx.raw(
    `delete from ledger where (objective_id, at) in (
       select l.objective_id, l.at from ? w
       join ledger l on l.objective_id = w.id
        and l.at < (select max(b.at) from ledger b
                    where b.objective_id = w.id and b.at <= w.cut))`,
    [asked],
  );
  return changes(result);
}

function changes(result: { rowCount?: number; changes?: number }): number {
  return Number(result.rowCount ?? result.changes ?? 0);
}
