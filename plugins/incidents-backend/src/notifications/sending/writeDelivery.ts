import type { NotificationRecipient } from '@ghostlight/plugin-incidents-node';
import type { OutboxDelivery } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { targetOf } from '../announcing/Told';
import { appendTimeline } from '../../incidents';
import type { NotificationRow } from './readDelivery';

const verbs: Record<string, string> = {
  opened: 'that it is open',
  severity: 'of its severity',
  escalated: 'of the escalation',
  status: 'of its status',
  resolved: 'that it is over',
};

/** Takes note that a receiver took a notification. */
export async function writeSent(
  trx: Knex.Transaction,
  row: NotificationRow,
  sent: {
    attempts: number;
    at: number;
    recipients: NotificationRecipient[];
    thread?: string;
  },
): Promise<void> {
  const names = sent.recipients.map(({ name }) => name).join(', ');
  const sentTo = sent.recipients.flatMap(({ entityRef }) => entityRef ?? []);
  await trx('notifications')
    .where({ id: row.id })
    .update({
      state: 'sent',
      sent_at: sent.at,
      attempts: sent.attempts,
      recipient: names.slice(0, 1000) || null,
      target: JSON.stringify({ ...targetOf(row), sentTo }),
      next_attempt_at: null,
      error: null,
      thread: sent.thread?.slice(0, 300) ?? null,
    });
  if (row.incident_number === null) return;
  await appendTimeline(trx, [
    {
      incident: row.incident_number,
      at: sent.at,
      kind: 'notification',
      text: `${row.channel} was told ${verbs[row.kind] ?? 'of it'}`,
      data: { channel: row.channel, kind: row.kind, notification: row.key },
      key: `sent:${row.id}`,
    },
  ]);
}

/** Takes note that an attempt failed and another one follows. */
export async function writeRetry(
  trx: Knex.Transaction,
  row: NotificationRow,
  retry: { attempts: number; reason: string; nextAt?: number },
): Promise<void> {
  await trx('notifications')
    .where({ id: row.id })
    .update({
      attempts: retry.attempts,
      error: retry.reason,
      next_attempt_at: retry.nextAt ?? null,
    });
}

/** Takes note that a notification is given up. One that nobody could have had is dropped. */
export async function writeFailed(
  trx: Knex.Transaction,
  delivery: OutboxDelivery,
  failed: { reason: string; at: number },
): Promise<void> {
  const [row]: NotificationRow[] = await trx('notifications')
    .where({ key: delivery.key, state: 'waiting' })
    .update({
      state: failed.reason.startsWith('no-recipient') ? 'dropped' : 'failed',
      attempts: delivery.attempt,
      error: failed.reason,
      next_attempt_at: null,
    })
    .returning('*');
  if (!row || row.incident_number === null) return;
  await appendTimeline(trx, [
    {
      incident: row.incident_number,
      at: failed.at,
      kind: 'notification',
      text: `${row.channel} could not be told ${verbs[row.kind] ?? 'of it'}: ${
        failed.reason
      }`,
      data: { channel: row.channel, kind: row.kind, notification: row.key },
      key: `failed:${row.id}`,
    },
  ]);
}
