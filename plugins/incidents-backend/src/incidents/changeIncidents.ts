import { InputError, isError } from '@backstage/errors';
import {
  type BulkChange,
  type BulkResult,
  type Severity,
} from '@ghostlight/plugin-incidents-common';
import { readIncidentId } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import { acknowledgeIncident } from './acknowledgeIncident';
import { appendTimeline } from './appendTimeline';
import { lockIncident } from './lockIncident';
import { mergeIncident } from './mergeIncident';
import { setStatus } from './setStatus';

type Outcome = 'changed' | 'unchanged';
type Item = BulkResult['items'][number];

/** One change to many incidents, each in a transaction of its own and answered for on its own. */
export async function changeIncidents(
  context: ServiceContext,
  change: BulkChange,
  by: string,
): Promise<BulkResult> {
  const { acknowledge, status, severity, mergeInto } = change;
  if (!acknowledge && !status && !severity && !mergeInto)
    throw new InputError(
      'Give one of acknowledge, status, severity and mergeInto',
    );
  const target =
    mergeInto === undefined ? undefined : readIncidentId(mergeInto);
  const items: Item[] = [];
  for (const id of [...new Set(change.ids)]) {
    items.push(
      await answer(id, async () => {
        const number = readIncidentId(id);
        const outcomes: Outcome[] = [];
        if (acknowledge)
          outcomes.push(await acknowledgeIncident(context, number, by));
        if (severity)
          outcomes.push(await setSeverity(context, number, severity, by));
        if (status)
          outcomes.push(await setStatus(context, number, { status }, by));
        if (target !== undefined && target !== number)
          outcomes.push(
            (await mergeIncident(context, number, target, by)).outcome,
          );
        return outcomes.includes('changed') ? 'changed' : 'unchanged';
      }),
    );
  }
  return { items };
}

const refusals = new Set(['ConflictError', 'InputError']);

async function answer(id: string, run: () => Promise<Outcome>): Promise<Item> {
  try {
    return { id, outcome: await run() };
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError')
      return { id, outcome: 'missing', reason: error.message };
    if (isError(error) && refusals.has(error.name))
      return { id, outcome: 'refused', reason: error.message };
    throw error;
  }
}

async function setSeverity(
  { db, now, announcer }: ServiceContext,
  number: number,
  severity: Severity,
  by: string,
): Promise<Outcome> {
  const at = now();
  return db.transaction(async trx => {
    const row = await lockIncident(trx, number, at);
    if (row.severity === severity) return 'unchanged';
    const version = row.version + 1;
    await trx('incidents').where({ number }).update({ severity, version });
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'severity',
        author: by,
        text: `Severity changed from ${row.severity} to ${severity}`,
        data: { from: row.severity, to: severity },
      },
    ]);
    await announcer.announce(trx, [
      { incident: number, kind: 'severity', key: `version:${version}`, at, by },
    ]);
    return 'changed';
  });
}
