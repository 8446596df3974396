import type { Knex } from 'knex';

/** Rows that go in one statement: few enough that nobody waits for them. */
const batchSize = 2_000;

/**
 * Forgets what came into the feed before a time; the history stays. The horizon that readers are told of
 * moves first, so that nobody takes a gap for the whole.
 *
 * @returns how many rows went
 */
export async function pruneFeed(options: {
  db: Knex;
  /** Epoch milliseconds. */
  before: number;
  signal?: AbortSignal;
}): Promise<number> {
  const { db, before, signal } = options;
  let total = 0;
  while (!signal?.aborted) {
    const rows: { seq: number | string; recorded_at: number | string }[] =
      await db('changes')
        .orderBy('seq')
        .limit(batchSize)
        .select('seq', 'recorded_at');
    // In the order of the feed, whatever the clocks of replicas said.
    const kept = rows.findIndex(row => Number(row.recorded_at) >= before);
    const old = kept < 0 ? rows : rows.slice(0, kept);
    if (!old.length) break;
    const horizon = Number(old[old.length - 1].seq);
    await db('counters')
      .where({ name: 'feed-pruned' })
      .where('value', '<', horizon)
      .update({ value: horizon });
    total += await db('changes').where('seq', '<=', horizon).delete();
    if (old.length < batchSize) break;
  }
  const old = db('deliveries')
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(batchSize)
    .select('id');
  while (!signal?.aborted) {
    const gone = await db('deliveries').whereIn('id', old.clone()).delete();
    if (gone < batchSize) break;
  }
  return total;
}
