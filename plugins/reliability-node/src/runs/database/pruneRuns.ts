import type { Knex } from 'knex';

/** Runs per transaction: a journal may be of ten thousand lines. */
const batch = 20;

/**
 * Takes away runs that are over, the oldest first.
 *
 * @returns how many
 */
export async function pruneRuns(
  database: Knex,
  filter: { finishedBefore: number; kind?: string; limit: number },
): Promise<number> {
  const { finishedBefore, kind, limit } = filter;
  let pruned = 0;
  for (let seen = 0; seen < limit; ) {
    const size = Math.min(batch, limit - seen);
    const query = database('runs')
      .where('finished_at', '<', finishedBefore)
      .orderBy('finished_at')
      .limit(size);
    if (kind !== undefined) query.where({ kind });
    const ids: string[] = await query.pluck('id');
    if (ids.length) pruned += await database.transaction(forget(ids));
    seen += ids.length;
    if (ids.length < size) break;
  }
  return pruned;
}

function forget(ids: string[]): (trx: Knex.Transaction) => Promise<number> {
  return async trx => {
    // Where foreign keys are not enforced nothing goes by itself.
    await trx('run_journal').whereIn('run_id', ids).delete();
    await trx('run_steps').whereIn('run_id', ids).delete();
    return trx('runs').whereIn('id', ids).delete();
  };
}
