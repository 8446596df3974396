import type { Knex } from 'knex';
import { targetOf } from '../announcing/Told';

/** A row of the delivery log; PostgreSQL gives bigints as strings. */
export interface NotificationRow {
  id: number | string;
  incident_number: number | null;
  channel: string;
  kind: string;
  subject: string;
  target: string;
  recipient: string | null;
  state: string;
  attempts: number;
  key: string;
  created_at: number | string;
  next_attempt_at: number | string | null;
  sent_at: number | string | null;
  error: string | null;
  thread: string | null;
}

export function isWaiting(row: NotificationRow): boolean {
  return row.state === 'waiting';
}

/** Whom the channel told of the incident before, and where it goes on. */
export async function readBefore(
  db: Knex,
  row: NotificationRow,
): Promise<{ sentTo: string[]; thread?: string }> {
  // What is of no incident goes on nowhere.
  if (row.incident_number === null) return { sentTo: [] };
  const sent: { target: string; thread: string | null }[] = await db(
    'notifications',
  )
    .where({
      incident_number: row.incident_number,
      channel: row.channel,
      state: 'sent',
    })
    .orderBy('id')
    .select('target', 'thread');
  const thread = sent.find(one => one.thread)?.thread;
  return {
    sentTo: [...new Set(sent.flatMap(one => targetOf(one).sentTo ?? []))],
    ...(thread ? { thread } : {}),
  };
}
