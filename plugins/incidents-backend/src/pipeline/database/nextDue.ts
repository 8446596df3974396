import type { Knex } from 'knex';
import { rowsOf } from './tuples';

/** When the pipeline has something to do next though nothing comes in; undefined: never. */
export async function nextDue(
  db: Knex,
  options: { resolveAfterMs?: number },
): Promise<number | undefined> {
  const { resolveAfterMs } = options;
  const [row] = rowsOf<Record<'recheck' | 'recovered', number | string | null>>(
    await db.raw(
      `select
         (select min(recheck_at) from alerts where recheck_at is not null) as recheck,
         (select min(recovered_at) from incidents where recovered_at is not null
            and status <> 'resolved' and merged_into is null and deleted_at is null) as recovered`,
    ),
  );
  const times: number[] = [];
  if (row.recheck !== null) times.push(Number(row.recheck));
  if (row.recovered !== null && resolveAfterMs !== undefined)
    times.push(Number(row.recovered) + resolveAfterMs);
  return times.length ? Math.min(...times) : undefined;
}
