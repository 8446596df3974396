import { InputError } from '@backstage/errors';
import {
  incidentIdOf,
  incidentNumberOf,
  type NotificationRecord,
  type NotificationState,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { NotificationRow } from '../sending/readDelivery';

export interface ListNotificationsRequest {
  /** Readable id. */
  incident?: string;
  channel?: string;
  state?: NotificationState[];
  /** 50 by default, 200 at most. */
  limit?: number;
  cursor?: string;
}

/**
 * One page of the delivery log, the latest first.
 *
 * @throws InputError when the cursor is none
 */
export async function listNotifications(
  db: Knex,
  request: ListNotificationsRequest,
): Promise<{ items: NotificationRecord[]; nextCursor?: string }> {
  const limit = Math.min(Math.max(request.limit ?? 50, 1), 200);
  const query = db<NotificationRow>('notifications')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (request.incident !== undefined) {
    const number = incidentNumberOf(request.incident);
    if (number === undefined || number > 2 ** 31 - 1) return { items: [] };
    query.where({ incident_number: number });
  }
  if (request.channel !== undefined) query.where({ channel: request.channel });
  if (request.state?.length) query.whereIn('state', request.state);
  if (request.cursor !== undefined) {
    const [at, id] = readPosition(request.cursor);
    query.where(rest =>
      rest
        .where('created_at', '<', at)
        .orWhere(same => same.where('created_at', at).where('id', '<', id)),
    );
  }
  const rows: NotificationRow[] = await query;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(recordOf),
    ...(rows.length > limit && last
      ? { nextCursor: `${Number(last.created_at)}-${Number(last.id)}` }
      : {}),
  };
}

function readPosition(cursor: string): [number, number] {
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(cursor);
  if (!found)
    throw new InputError(
      'cursor: not a cursor of this list; leave it out to start from the first page',
    );
  return [Number(found[1]), Number(found[2])];
}

function recordOf(row: NotificationRow): NotificationRecord {
  const iso = (at: number | string) => new Date(Number(at)).toISOString();
  return {
    id: String(row.id),
    channel: row.channel,
    kind: row.kind as NotificationRecord['kind'],
    subject: row.subject,
    state: row.state as NotificationState,
    attempts: row.attempts,
    createdAt: iso(row.created_at),
    key: row.key,
    ...(row.incident_number === null
      ? {}
      : { incidentId: incidentIdOf(row.incident_number) }),
    ...(row.recipient === null ? {} : { recipient: row.recipient }),
    ...(row.sent_at === null ? {} : { sentAt: iso(row.sent_at) }),
    ...(row.next_attempt_at === null
      ? {}
      : { nextAttemptAt: iso(row.next_attempt_at) }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}
