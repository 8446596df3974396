import { say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { CostContext } from './SpentKeeper';
import { changeRows, setCause } from './writeCosts';

const recent = 2 * 3_600_000;

/** Deployments whose watch failed count as failed. */
export async function blameWatches(context: CostContext): Promise<void> {
  const { db, now } = context;
  const rows: { id: string; deployment_id: string }[] = await failed(db)
    .where('finished_at', '>=', now() - recent)
    .select('id', 'deployment_id');
  const watches = new Map(rows.map(row => [row.deployment_id, row.id]));
  await changeRows(context, [...watches.keys()], row => {
    const id = watches.get(row.id);
    if (id)
      setCause(
        row,
        'watch',
        id,
        say('failure.watch', 'It failed the watch after it went out'),
      );
  });
}

function failed(db: Knex): Knex.QueryBuilder {
  return db('watches').where({ state: 'failed' });
}
