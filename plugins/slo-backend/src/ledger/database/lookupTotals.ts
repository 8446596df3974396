import type { Minute } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import type { Totals } from '../Totals';
import { type LedgerRow, readLedgerRow } from './ledgerRows';
import { isPostgres, rowsOf, tuples } from './tuples';

/** Later than any minute. */
export const forever: Minute = 2 ** 31 - 1;

/**
 * Totals of objectives at instants, in one query: the last row at or before each. Before the first
 * row that is the first row itself, which holds what was before it (nothing, or what was thinned
 * away). Undefined where an objective has no rows.
 */
export async function lookupTotals(
  database: Knex,
  wanted: { objectiveId: number; minutes: Minute[] }[],
): Promise<Map<number, (Totals | undefined)[]>> {
  const found = new Map<number, (Totals | undefined)[]>();
  const pairs: number[][] = [];
  for (const { objectiveId, minutes } of wanted) {
    found.set(objectiveId, new Array(minutes.length).fill(undefined));
    minutes.forEach((minute, index) =>
      pairs.push([objectiveId, minute, index]),
    );
  }
  if (!pairs.length) return found;
  const asked = tuples(
    database,
    { id: 'int', bound: 'int', place: 'int' },
    pairs,
  );
  const last = `select l.at from ledger l
    where l.objective_id = w.id and l.at <= w.bound order by l.at desc limit 1`;
  const first = `select min(l.at) from ledger l where l.objective_id = w.id`;
  const query = isPostgres(database)
    ? `select w.place, r.* from ? w
       cross join lateral (select coalesce((${last}), (${first})) as at) b
       join ledger r on r.objective_id = w.id and r.at = b.at`
    : `select w.place, r.* from ? w
       join ledger r on r.objective_id = w.id
        and r.at = coalesce((${last}), (${first}))`;
  const rows = rowsOf<LedgerRow & { place: number }>(
    await database.raw(query, [asked]),
  );
  for (const row of rows) {
    const list = found.get(row.objective_id);
    if (list) list[row.place] = readLedgerRow(row);
  }
  return found;
}
