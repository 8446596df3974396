import type { Knex } from 'knex';

/** Whether a run of the target is at work, or ready and asked for earlier. */
export async function isBlocked(
  trx: Knex.Transaction,
  run: { seq: number; target?: string },
): Promise<boolean> {
  if (run.target === undefined) return false;
  const ahead = await trx('runs')
    .where({ target: run.target })
    .whereNull('finished_at')
    .whereNot({ seq: run.seq })
    .where(other =>
      other
        .whereNotNull('started_at')
        .orWhere(ready =>
          ready.where({ state: 'planned' }).where('seq', '<', run.seq),
        ),
    )
    .first('seq');
  return ahead !== undefined;
}

/** Makes the next run of a target due, when the one before it is out of the way. */
export async function wakeNext(
  database: Knex,
  now: string,
  target: string,
): Promise<void> {
  await database('runs')
    .where(
      'seq',
      database('runs')
        .min('seq')
        .where({ target, state: 'planned' })
        .whereNull('finished_at')
        .whereNull('started_at'),
    )
    .update({ due_at: database.raw(now) });
}
