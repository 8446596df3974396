import type { Channels } from '@ghostlight/plugin-incidents-common';
import type { NotificationChannel } from '@ghostlight/plugin-incidents-node';
import type { Knex } from 'knex';
import type { NotificationRoute } from '../NotificationsConfig';
import { routeSentence } from './routeSentence';

const day = 24 * 3_600_000;

/** Where notifications can go, how each did in the last 24 hours, and what leads there. */
export async function listChannels(
  db: Knex,
  options: {
    channels: NotificationChannel[];
    routes: NotificationRoute[];
    now: number;
  },
): Promise<Channels> {
  const { channels, routes, now } = options;
  const since = now - day;
  const counts: {
    channel: string;
    state: string;
    n: number | string;
    last: number | string | null;
  }[] = await db('notifications')
    .where('created_at', '>', since)
    .groupBy('channel', 'state')
    .select('channel', 'state', db.raw('count(*) as n, max(sent_at) as last'));
  const errors: { channel: string; error: string }[] = await db('notifications')
    .whereIn(
      'id',
      db('notifications')
        .where('created_at', '>', since)
        .whereNotNull('error')
        .groupBy('channel')
        .max('id'),
    )
    .select('channel', 'error');
  return {
    items: channels.map(({ name, type }) => {
      const of = (state: string) =>
        counts.find(row => row.channel === name && row.state === state);
      const lastSent = of('sent')?.last;
      const lastError = errors.find(row => row.channel === name)?.error;
      return {
        name,
        type,
        sent: Number(of('sent')?.n ?? 0),
        failed: Number(of('failed')?.n ?? 0),
        waiting: Number(of('waiting')?.n ?? 0),
        ...(lastSent
          ? { lastSentAt: new Date(Number(lastSent)).toISOString() }
          : {}),
        ...(lastError ? { lastError } : {}),
      };
    }),
    routes: routes.map(route => ({ ...route, sentence: routeSentence(route) })),
  };
}
