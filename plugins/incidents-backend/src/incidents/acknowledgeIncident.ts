import type { Knex } from 'knex';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import { lockIncident } from './lockIncident';

/**
 * Says that somebody has seen it, which stops the escalation. The first one counts for the times; one
 * of an incident that was reopened since stops that escalation.
 */
export async function acknowledgeIncident(
  { db, now, announcer }: ServiceContext,
  number: number,
  by: string,
): Promise<'changed' | 'unchanged'> {
  const at = now();
  return db.transaction(async trx => {
    const row = await lockIncident(trx, number, at);
    const key = `acknowledged:${row.reopened}`;
    if (await has(trx, number, key)) return 'unchanged';
    if (row.acknowledged_at === null)
      await trx('incidents')
        .where({ number })
        .update({ acknowledged_at: at, acknowledged_by: by });
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'status',
        author: by,
        text: 'Acknowledged',
        data: { acknowledged: 'true' },
        key,
      },
    ]);
    await announcer.announce(trx, [
      { incident: number, kind: 'acknowledged', key, at, by },
    ]);
    return 'changed';
  });
}

async function has(
  trx: Knex.Transaction,
  number: number,
  key: string,
): Promise<boolean> {
  const found = await trx('timeline')
    .where({ incident_number: number, key })
    .first('id');
  return found !== undefined;
}
