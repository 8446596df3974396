import { say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { CostContext } from './SpentKeeper';
import type { Suffering } from './blameIncidents';
import { changeRows, setCause } from './writeCosts';

const recent = 2 * 3_600_000;

interface FailedWatch {
  id: string;
  deployment_id: string;
  entity_ref: string;
  environment: string;
  started_at: number | string;
  finished_at: number | string;
}

/**
 * Deployments whose watch failed count as failed, but for those that were out before an incident began
 * elsewhere, of which what the watch saw is a symptom.
 */
export async function blameWatches(
  context: CostContext,
  sufferings: Suffering[],
): Promise<void> {
  const { db, now, environment } = context;
  const rows: FailedWatch[] = await failed(db)
    .where('finished_at', '>=', now() - recent)
    .select(
      'id',
      'deployment_id',
      'entity_ref',
      'environment',
      'started_at',
      'finished_at',
    );
  const watches = new Map(rows.map(row => [row.deployment_id, row]));
  const suffers = (watch: FailedWatch) =>
    watch.environment === environment &&
    sufferings.some(
      ({ entityRef, from, until }) =>
        entityRef === watch.entity_ref &&
        Number(watch.started_at) < from &&
        Number(watch.finished_at) >= from &&
        Number(watch.finished_at) <= until,
    );
  await changeRows(context, [...watches.keys()], row => {
    const watch = watches.get(row.id);
    if (watch)
      setCause(
        row,
        'watch',
        watch.id,
        !suffers(watch) &&
          say('failure.watch', 'It failed the watch after it went out'),
      );
  });
}

function failed(db: Knex): Knex.QueryBuilder {
  return db('watches').where({ state: 'failed' });
}
