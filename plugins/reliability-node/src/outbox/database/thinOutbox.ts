import type { Knex } from 'knex';

/** Forgets a number of messages that were finished longer ago than `keepFor` milliseconds. */
export async function thinOutbox(
  database: Knex,
  now: string,
  { keepFor, limit }: { keepFor: number; limit: number },
): Promise<number> {
  return database('outbox')
    .whereIn(
      'id',
      database('outbox')
        .select('id')
        .where('finished_at', '<', database.raw(`${now} - ?`, [keepFor]))
        .limit(limit),
    )
    .delete();
}
