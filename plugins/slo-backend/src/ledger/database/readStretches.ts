import type { Minute } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import type { Totals } from '../Totals';
import { type LedgerRow, readLedgerRow } from './ledgerRows';
import { lookupTotals } from './lookupTotals';
import { rowsOf, tuples } from './tuples';

/** The rows of an objective later than `from` up to `to`, and their neighbours. */
export interface Stretch {
  before: Totals | undefined;
  rows: Totals[];
  after: Totals | undefined;
}

/** Reads one stretch of each objective, all in two queries. */
export async function readStretches(
  database: Knex,
  wanted: { objectiveId: number; from: Minute; to: Minute }[],
): Promise<Map<number, Stretch>> {
  if (!wanted.length) return new Map();
  const heads = await lookupTotals(
    database,
    wanted.map(({ objectiveId, from }) => ({ objectiveId, minutes: [from] })),
  );
  const asked = tuples(
    database,
    { id: 'int', lo: 'int', hi: 'int' },
    wanted.map(({ objectiveId, from, to }) => [objectiveId, from, to]),
  );
  const rows = rowsOf<LedgerRow>(
    await database.raw(
      `select r.* from ? w join ledger r on r.objective_id = w.id
        and r.at > w.lo and r.at <= coalesce(
          (select min(n.at) from ledger n
            where n.objective_id = w.id and n.at > w.hi), w.hi)
       order by r.objective_id, r.at`,
      [asked],
    ),
  );
  const found = new Map<number, Stretch>();
  const ends = new Map<number, Minute>();
  for (const { objectiveId, from, to } of wanted) {
    const before = heads.get(objectiveId)?.[0];
    found.set(objectiveId, {
      // Before the first row a lookup answers with the first row.
      before: before && before.at <= from ? before : undefined,
      rows: [],
      after: undefined,
    });
    ends.set(objectiveId, to);
  }
  for (const row of rows) {
    const stretch = found.get(row.objective_id);
    if (!stretch) continue;
    const totals = readLedgerRow(row);
    if (row.at > (ends.get(row.objective_id) ?? 0)) stretch.after = totals;
    else stretch.rows.push(totals);
  }
  return found;
}
