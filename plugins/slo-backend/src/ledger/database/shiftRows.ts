import type { Minute } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { counters, type Totals } from '../Totals';
import { counterTypes } from './ledgerRows';
import { tuples } from './tuples';

/** Adds a change to all rows of an objective later than `after`: the earlier past has changed. */
export async function shiftRows(
  trx: Knex.Transaction,
  shifts: { objectiveId: number; after: Minute; change: Totals }[],
): Promise<void> {
  const real = shifts.filter(({ change }) =>
    counters.some(counter => change[counter] !== 0),
  );
  if (!real.length) return;
  const asked = tuples(
    trx,
    {
      id: 'int',
      since: 'int',
      ...Object.fromEntries(
        Object.entries(counterTypes).map(([column, type]) => [
          `d_${column}`,
          type,
        ]),
      ),
    },
    real.map(({ objectiveId, after, change }) => [
      objectiveId,
      after,
      ...counters.map(counter => change[counter]),
    ]),
  );
  await trx.raw(
    `update ledger set ${Object.keys(counterTypes)
      .map(column => `${column} = ledger.${column} + d.d_${column}`)
      .join(', ')}
     from ? d where ledger.objective_id = d.id and ledger.at > d.since`,
    [asked],
  );
}
