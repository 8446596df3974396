import type { Knex } from 'knex';

/** Rows that go in one statement: few enough that nobody waits for them. */
const batchSize = 2_000;

/**
 * Forgets deliveries, what the pipeline has read of the inbox, and quarantine, once they are old. What
 * waits for the pipeline stays. A delivery that is forgotten is not known as a repeat any more.
 *
 * @returns how many rows went
 */
export async function pruneIntake(options: {
  db: Knex;
  /** Epoch milliseconds: what was received before goes. */
  before: number;
  signal?: AbortSignal;
}): Promise<number> {
  const { db, before, signal } = options;
  const old = (table: string) =>
    db(table)
      .where('received_at', '<', before)
      .orderBy('received_at')
      .limit(batchSize)
      .select('id');
  const gone =
    (await inBatches('inbox', () => old('inbox').whereNotNull('outcome'))) +
    (await inBatches('deliveries', () => old('deliveries'))) +
    (await inBatches('quarantine', () => old('quarantine')));
  await db('intake_counts').where('hour', '<', before).delete();
  return gone;

  async function inBatches(table: string, ids: () => Knex.QueryBuilder) {
    let total = 0;
    while (!signal?.aborted) {
      const count = await db(table).whereIn('id', ids()).delete();
      total += count;
      if (count < batchSize) break;
    }
    return total;
  }
}
