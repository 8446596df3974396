import type { Knex } from 'knex';
import { counters, type Totals } from '../Totals';
import { counterTypes } from './ledgerRows';
import { insertTuples, type Tuple } from './tuples';

/** Rows a statement. */
const chunk = 5000;

/** Inserts rows; those there already are replaced if `replace` says that there may be such. */
export async function writeRows(
  trx: Knex.Transaction,
  rows: { objectiveId: number; row: Totals }[],
  options: { replace: boolean },
): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    await insertTuples(
      trx,
      'ledger',
      { objective_id: 'int', at: 'int', ...counterTypes },
      rows
        .slice(start, start + chunk)
        .map(
          ({ objectiveId, row }): Tuple => [
            objectiveId,
            row.at,
            ...counters.map(counter => row[counter]),
          ],
        ),
      options.replace ? { key: ['objective_id', 'at'] } : {},
    );
  }
}
