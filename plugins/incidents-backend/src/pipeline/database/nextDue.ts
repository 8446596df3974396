import type { Knex } from 'knex';
import { rowsOf } from './tuples';

/** When the pipeline has something to do though nothing comes in; what is undefined never comes. */
export interface NextDue {
  /** An alert is to be looked at again. */
  recheck?: number;
  /** An incident is over. */
  resolve?: number;
}

/** Looks for what is due the earliest, of either kind. */
export async function nextDue(
  db: Knex,
  options: { resolveAfterMs?: number },
): Promise<NextDue> {
  const { resolveAfterMs } = options;
  const [row] = rowsOf<Record<'recheck' | 'recovered', number | string | null>>(
    await db.raw(
      `select
         (select min(recheck_at) from alerts where recheck_at is not null) as recheck,
         (select min(recovered_at) from incidents where recovered_at is not null
            and status <> 'resolved' and merged_into is null and deleted_at is null) as recovered`,
    ),
  );
  return {
    ...(row.recheck !== null && { recheck: Number(row.recheck) }),
    ...(row.recovered !== null &&
      resolveAfterMs !== undefined && {
        resolve: Number(row.recovered) + resolveAfterMs,
      }),
  };
}
