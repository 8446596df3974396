import { InputError } from '@backstage/errors';
import {
  incidentIdOf,
  type IncidentsPaths,
  type Severity,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { lockCounter, nextOf } from '@ghostlight/reliability-node';
import { readRowIds } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import { affectedBy, belongingOf } from './belongings';
import { lockIncident } from './lockIncident';
import { openIncident } from './openIncident';
import { reindexIncidents } from './search';
import {
  countAlerts,
  eachChunk,
  makeGroup,
  readAlerts,
  type SubjectAlert,
} from './subjects';

export type SplitRequest =
  IncidentsPaths['/v1/incidents/{incidentId}/split']['post']['requestBody']['content']['application/json'];

/**
 * Takes alerts out of an incident into one of their own, in a group that nothing joins but by hand.
 *
 * @returns the number of the new incident
 */
export async function splitIncident(
  { db, now, graph, announcer, wake }: ServiceContext,
  number: number,
  request: SplitRequest,
  by: string,
): Promise<number> {
  const ids = readRowIds('alertIds', request.alertIds);
  const at = now();
  const made = await db.transaction(async trx => {
    const revision = await nextOf(trx, 'correlation');
    await lockCounter(trx, 'incident');
    const row = await lockIncident(trx, number, at);
    const alerts = await readAlerts(trx, ids);
    refuse(alerts, number);
    await refuseAll(trx, number, alerts.length);
    const entities = affectedBy(graph, { alerts, entityRefs: [], since: at });
    const id = incidentIdOf(number);
    const split = await openIncident(trx, {
      title: request.title ?? alerts[0].title,
      severity: row.severity as Severity,
      source: 'manual',
      because: `Split from ${id}`,
      becauseSaid: { code: 'opened.split', params: { id } },
      startedAt: Math.min(...alerts.map(alert => alert.startsAt)),
      detectedAt: Math.min(...alerts.map(alert => alert.receivedAt)),
      now: at,
      ...belongingOf(graph, entities[0]?.entityRef),
      createdBy: by,
      splitFrom: number,
      entities,
    });
    await takeOut(trx, { number, split, alerts, revision, at });
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'link',
        author: by,
        text: `${alerts.length} of its alerts became ${incidentIdOf(split)}`,
        data: { splitInto: incidentIdOf(split) },
      },
      {
        incident: split,
        at,
        kind: 'link',
        author: by,
        text: `Split from ${id}: ${row.title}`,
        data: { splitFrom: id },
      },
    ]);
    await announcer.announce(trx, [
      { incident: split, kind: 'opened', key: 'opened', at, by },
      { incident: number, kind: 'changed', key: `split:${split}`, at, by },
    ]);
    return split;
  });
  wake();
  return made;
}

function refuse(alerts: SubjectAlert[], number: number): void {
  const other = alerts.find(alert => alert.incident !== number);
  if (other)
    throw new InputError(
      `alertIds: alert ${other.id} is not part of ${incidentIdOf(number)}`,
    );
}

async function refuseAll(
  trx: Knex.Transaction,
  number: number,
  taken: number,
): Promise<void> {
  const [{ n }] = await trx('alerts')
    .where('incident_number', number)
    .count<{ n: number | string }[]>('* as n');
  if (Number(n) <= taken)
    throw new InputError('alertIds: at least one alert must stay');
}

async function takeOut(
  trx: Knex.Transaction,
  options: {
    number: number;
    split: number;
    alerts: SubjectAlert[];
    revision: number;
    at: number;
  },
): Promise<void> {
  const { number, split, alerts, revision, at } = options;
  const group = await makeGroup(trx, {
    number: split,
    revision,
    at,
    alerts,
    byHand: true,
  });
  await eachChunk(alerts, ids =>
    trx('alerts')
      .whereIn('id', ids)
      .update({
        group_id: group,
        incident_number: split,
        is_symptom: false,
        joined: JSON.stringify([
          { kind: 'by-hand', text: 'Split by hand', weight: 1 },
        ]),
      }),
  );
  const groups = [...new Set(alerts.flatMap(alert => alert.group ?? []))];
  await trx('groups').whereIn('id', groups).update({ revision });
  // What only those alerts were of is not affected by what is left.
  await trx('incident_entities')
    .where({ incident_number: number, by_hand: false })
    .whereIn('entity_ref', [
      ...new Set(alerts.flatMap(alert => alert.entityRef ?? [])),
    ])
    .whereNotIn('entity_ref', refs =>
      refs
        .select('entity_ref')
        .from('alerts')
        .where('incident_number', number)
        .whereNotNull('entity_ref'),
    )
    .delete();
  await trx('incidents').where({ number }).increment('version', 1);
  await reindexIncidents(trx, [number]);
  await countAlerts(trx, number);
  await countAlerts(trx, split);
}
