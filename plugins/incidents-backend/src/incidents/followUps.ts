import { InputError, NotFoundError } from '@backstage/errors';
import {
  incidentIdOf,
  type FollowUp,
  type FollowUpEdit,
  type FollowUpRequest,
  type IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readIncidentId } from '../service/ids';
import {
  readEntityRefs,
  readCursor,
  writeCursor,
} from '@ghostlight/reliability-node';
import { readPerson } from '../service/readPerson';
import type { ServiceContext } from '../service/ServiceContext';
import { isoOf, isoOrNot } from '../service/times';
import type { Visibility } from '../service/Visibility';
import { appendTimeline } from './appendTimeline';
import { lockIncident } from './lockIncident';
import { whereIncidentVisible } from './whereIncidentVisible';

export interface FollowUpRow {
  id: number | string;
  incident_number: number;
  title: string;
  owner_ref: string | null;
  due: string | null;
  priority: FollowUp['priority'];
  state: FollowUp['state'];
  url: string | null;
  created_at: number | string;
  created_by: string | null;
  done_at: number | string | null;
}

export type ListFollowUpsRequest = NonNullable<
  IncidentsPaths['/v1/follow-ups']['get']['parameters']['query']
>;

/** Sorts after every date. */
const noDate = '9999-12-31';

export function describeFollowUp(row: FollowUpRow, now: number): FollowUp {
  const today = isoOf(now).slice(0, 10);
  return {
    id: String(row.id),
    incidentId: incidentIdOf(row.incident_number),
    title: row.title,
    owner: row.owner_ref ?? undefined,
    due: row.due ?? undefined,
    priority: row.priority,
    state: row.state,
    url: row.url ?? undefined,
    createdAt: isoOf(row.created_at),
    createdBy: row.created_by ?? undefined,
    doneAt: isoOrNot(row.done_at),
    overdue: row.state === 'open' && row.due !== null && row.due < today,
  };
}

/** One page of follow-ups, the first due first. */
export async function listFollowUps(
  { db, now }: ServiceContext,
  request: ListFollowUpsRequest,
  visible: Visibility,
): Promise<{ items: FollowUp[]; nextCursor?: string }> {
  const { state = 'open', limit = 50, incident } = request;
  const owner = readEntityRefs('owner', request.owner, 'group');
  const after = readCursor('follow-ups', request.cursor, 'string');
  const due = `coalesce(due, '${noDate}')`;
  const query = db('follow_ups')
    .whereIn('incident_number', numbers => {
      numbers.select('number').from('incidents').whereNull('deleted_at');
      whereIncidentVisible(numbers, visible);
    })
    .orderByRaw(`${due}, id`)
    .limit(limit + 1)
    .select<FollowUpRow[]>('follow_ups.*');
  if (state !== 'all') query.where('state', state);
  if (owner?.length) query.whereIn('owner_ref', owner);
  if (incident) query.where('incident_number', readIncidentId(incident));
  if (after) query.whereRaw(`(${due}, id) > (?, ?)`, [after.value, after.id]);
  const rows = await query;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(row => describeFollowUp(row, now())),
    ...(last && {
      nextCursor: writeCursor('follow-ups', {
        value: last.due ?? noDate,
        id: Number(last.id),
      }),
    }),
  };
}

export async function addFollowUp(
  { db, now, graph }: ServiceContext,
  number: number,
  request: FollowUpRequest,
  by: string,
): Promise<FollowUp> {
  const owner = request.owner && readPerson(graph, 'owner', request.owner, by);
  const at = now();
  return db.transaction(async trx => {
    await lockIncident(trx, number, at);
    const [row] = await trx('follow_ups')
      .insert({
        incident_number: number,
        title: request.title,
        owner_ref: owner ?? null,
        due: request.due ?? null,
        priority: request.priority ?? 'medium',
        state: 'open',
        url: readUrl(request.url),
        created_at: at,
        created_by: by,
      })
      .returning<FollowUpRow[]>('*');
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'follow-up',
        author: by,
        text: `Follow-up: ${request.title}`,
        data: { followUp: String(row.id), ...(owner && { owner }) },
      },
    ]);
    return describeFollowUp(row, at);
  });
}

export async function editFollowUp(
  { db, now, graph }: ServiceContext,
  id: number,
  edit: FollowUpEdit,
  by: string,
): Promise<FollowUp> {
  const owner = edit.owner && readPerson(graph, 'owner', edit.owner, by);
  const at = now();
  return db.transaction(async trx => {
    const before = await getFollowUp(trx, id);
    const number = before.incident_number;
    await lockIncident(trx, number, at, { merged: true });
    const done = edit.state === 'done';
    const [row] = await trx('follow_ups')
      .where({ id })
      .update({
        ...(edit.title !== undefined && { title: edit.title }),
        ...(edit.owner !== undefined && { owner_ref: owner || null }),
        ...(edit.due !== undefined && { due: edit.due }),
        ...(edit.priority !== undefined && { priority: edit.priority }),
        ...(edit.url !== undefined && { url: readUrl(edit.url) }),
        ...(edit.state !== undefined && {
          state: edit.state,
          done_at: done ? before.done_at ?? at : null,
        }),
      })
      .returning<FollowUpRow[]>('*');
    if (edit.state !== undefined && edit.state !== before.state) {
      await appendTimeline(trx, [
        {
          incident: number,
          at,
          kind: 'follow-up',
          author: by,
          text: `${done ? 'Done' : 'Open again'}: ${row.title}`,
          data: { followUp: String(id), state: row.state },
        },
      ]);
    }
    return describeFollowUp(row, at);
  });
}

/** @throws NotFoundError */
export async function getFollowUp(db: Knex, id: number): Promise<FollowUpRow> {
  const row = await db('follow_ups').where({ id }).first();
  if (!row) throw new NotFoundError(`No follow-up '${id}'`);
  return row;
}

/** A link that a browser may be given. */
function readUrl(url: string | undefined): string | null {
  if (!url) return null;
  if (!/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url))
    throw new InputError('url: must be an address that begins with https://');
  return url;
}
