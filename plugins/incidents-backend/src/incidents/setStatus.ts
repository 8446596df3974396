import type { StatusChange as Request } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentNews } from '../notifications/IncidentAnnouncer';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import { changeStatus } from './changeStatus';
import type { IncidentRow } from './IncidentRow';
import { lockIncident } from './lockIncident';

/** Moves an incident to a status, with a note on why. Doing it again changes nothing. */
export async function setStatus(
  { db, now, announcer }: ServiceContext,
  number: number,
  request: Request,
  by: string,
): Promise<'changed' | 'unchanged'> {
  const at = now();
  return db.transaction(async trx => {
    const row = await lockIncident(trx, number, at);
    const changed = await changeStatusByHand(trx, {
      row,
      to: request.status,
      at,
      by,
    });
    if (request.note)
      await appendTimeline(trx, [
        { incident: number, at, kind: 'note', author: by, text: request.note },
      ]);
    if (!changed && !request.note) return 'unchanged';
    await announcer.announce(trx, [
      changed ?? {
        incident: number,
        kind: 'changed',
        key: `note:${row.version}:${at}`,
        at,
        by,
      },
    ]);
    return changed ? 'changed' : 'unchanged';
  });
}

/** Returns the news of it, or undefined when it had that status. */
async function changeStatusByHand(
  trx: Knex.Transaction,
  options: {
    /** Locked. */
    row: IncidentRow;
    to: Request['status'];
    at: number;
    by: string;
  },
): Promise<IncidentNews | undefined> {
  const { row, to, at, by } = options;
  const { number } = row;
  const change = await changeStatus(trx, {
    ...{ incident: number, to, now: at, by },
    locked: row,
  });
  if (!change) return undefined;
  const other = change.reopened ? 'reopened' : 'status';
  return {
    incident: number,
    kind: to === 'resolved' ? 'resolved' : other,
    key: `version:${change.version}`,
    at,
    by,
  };
}
