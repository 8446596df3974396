import type { Knex } from 'knex';
import { rowsOf } from './tuples';

/** Whether there is anything to do, in one statement that reads a few rows of indexes. */
export async function readWaiting(
  db: Knex,
  options: { now: number; revision: number; resolveAfterMs?: number },
): Promise<{ batch: boolean; recovered: boolean }> {
  const { now, revision, resolveAfterMs } = options;
  const [row] = rowsOf<{
    inbox: number | null;
    due: number | null;
    revision: number | string;
    recovered: number | null;
  }>(
    await db.raw(
      `select
         (select 1 from inbox where outcome is null limit 1) as inbox,
         (select 1 from alerts where recheck_at is not null and recheck_at <= ? limit 1) as due,
         (select value from counters where name = 'correlation') as revision,
         (select 1 from incidents where recovered_at is not null and status <> 'resolved'
            and merged_into is null and deleted_at is null and recovered_at <= ? limit 1) as recovered`,
      [now, resolveAfterMs === undefined ? -1 : now - resolveAfterMs],
    ),
  );
  return {
    batch: Boolean(row.inbox || row.due) || Number(row.revision) !== revision,
    recovered: Boolean(row.recovered),
  };
}
