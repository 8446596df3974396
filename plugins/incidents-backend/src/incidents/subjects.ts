import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';

/** What a person's act needs to know of an alert. */
export interface SubjectAlert {
  id: number;
  title: string;
  entityRef?: string;
  startsAt: number;
  receivedAt: number;
  status: 'firing' | 'resolved';
  group?: number;
  incident?: number;
}

const columns = [
  'id',
  'title',
  'entity_ref',
  'starts_at',
  'received_at',
  'status',
  'group_id',
  'incident_number',
] as const;

interface AlertRow {
  id: number | string;
  title: string;
  entity_ref: string | null;
  starts_at: number | string;
  received_at: number | string;
  status: 'firing' | 'resolved';
  group_id: number | string | null;
  incident_number: number | null;
}

/** Alerts of a request with the others of their groups, those named first. */
export async function readSubjects(
  trx: Knex.Transaction,
  ids: number[],
): Promise<SubjectAlert[]> {
  if (!ids.length) return [];
  const named = await readAlerts(trx, ids);
  const groups = [...new Set(named.flatMap(alert => alert.group ?? []))];
  const rows: AlertRow[] = await trx('alerts')
    .whereIn('group_id', groups)
    .orderBy('id')
    .select(...columns);
  const known = new Set(named.map(alert => alert.id));
  return [...named, ...rows.map(read).filter(({ id }) => !known.has(id))];
}

/** @throws NotFoundError that names one that is not there */
export async function readAlerts(
  trx: Knex.Transaction,
  ids: number[],
): Promise<SubjectAlert[]> {
  const rows: AlertRow[] = await trx('alerts')
    .whereIn('id', ids)
    .orderBy('id')
    .select(...columns);
  const found = rows.map(read);
  if (found.length < ids.length) {
    const there = new Set(found.map(alert => alert.id));
    throw new NotFoundError(`No alert '${ids.find(id => !there.has(id))}'`);
  }
  return found;
}

/** Gives alerts, and the groups that they are in, to an incident. Those of no group become one. */
export async function takeAlerts(
  trx: Knex.Transaction,
  options: {
    number: number;
    alerts: SubjectAlert[];
    revision: number;
    at: number;
  },
): Promise<void> {
  const { number, alerts, revision, at } = options;
  const groups = [...new Set(alerts.flatMap(alert => alert.group ?? []))];
  await trx('groups')
    .whereIn('id', groups)
    .update({ incident_number: number, revision, closed_at: null });
  const loose = alerts.filter(alert => alert.group === undefined);
  if (loose.length) {
    const group = await makeGroup(trx, { number, revision, at, alerts: loose });
    await eachChunk(loose, ids =>
      trx('alerts').whereIn('id', ids).update({ group_id: group }),
    );
  }
  await eachChunk(alerts, ids =>
    trx('alerts').whereIn('id', ids).update({ incident_number: number }),
  );
  await countAlerts(trx, number);
}

/** A new group of an incident. */
export async function makeGroup(
  trx: Knex.Transaction,
  options: {
    number: number;
    revision: number;
    at: number;
    alerts: SubjectAlert[];
    byHand?: boolean;
  },
): Promise<number> {
  const { number, revision, at, alerts, byHand = false } = options;
  const [{ id }] = await trx('groups')
    .insert({
      incident_number: number,
      opened_at: Math.min(at, ...alerts.map(alert => alert.startsAt)),
      last_at: at,
      by_hand: byHand,
      revision,
    })
    .returning<{ id: number | string }[]>('id');
  return Number(id);
}

/** Keeps the number of alerts that lists show. */
export async function countAlerts(
  trx: Knex.Transaction,
  number: number,
): Promise<void> {
  await trx('incidents')
    .where({ number })
    .update({
      alert_count: trx('alerts')
        .where('incident_number', number)
        .count('* as n'),
    });
}

/** Runs a statement over the alerts' ids, a thousand at a time. */
export async function eachChunk(
  alerts: SubjectAlert[],
  run: (ids: number[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < alerts.length; from += 1000)
    await run(alerts.slice(from, from + 1000).map(alert => alert.id));
}

function read(row: AlertRow): SubjectAlert {
  return {
    id: Number(row.id),
    title: row.title,
    entityRef: row.entity_ref ?? undefined,
    startsAt: Number(row.starts_at),
    receivedAt: Number(row.received_at),
    status: row.status,
    group: row.group_id === null ? undefined : Number(row.group_id),
    incident: row.incident_number ?? undefined,
  };
}
