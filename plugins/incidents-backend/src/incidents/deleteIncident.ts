import { nextOf } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import { lockIncident } from './lockIncident';

/**
 * Takes an incident out of lists and metrics. Its alerts are of no incident then; their groups are
 * over, so that later alerts make incidents of their own.
 */
export async function deleteIncident(
  { db, now, announcer, wake }: ServiceContext,
  number: number,
  by: string,
): Promise<void> {
  const at = now();
  await db.transaction(async trx => {
    const revision = await nextOf(trx, 'correlation');
    await lockIncident(trx, number, at);
    await trx('groups')
      .where('incident_number', number)
      .update({ incident_number: null, closed_at: at, revision });
    await trx('alerts')
      .where('incident_number', number)
      .update({ incident_number: null, is_symptom: false });
    await trx('incidents')
      .where({ number })
      .update({ deleted_at: at, impact_due_at: null });
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'action',
        author: by,
        text: 'Deleted',
        key: 'deleted',
      },
    ]);
    await announcer.announce(trx, [
      { incident: number, kind: 'deleted', key: 'deleted', at, by },
    ]);
  });
  wake();
}
