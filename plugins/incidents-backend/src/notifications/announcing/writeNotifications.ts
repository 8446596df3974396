import type { Outbox } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { composeMessage, type ComposedMessage } from '../text/composeMessage';
import type { PlannedNotification } from './planNotifications';

/** Topic of the outbox for what goes to a channel. */
export function channelTopic(channel: string): string {
  return `incidents.notify.${channel}`;
}

export interface KeyedNotification extends PlannedNotification {
  /** Identity of what is told, the same for all channels. */
  key: string;
}

/**
 * Puts notifications into the delivery log and on their way, in order for each incident and channel.
 * What was put there before under the same key is passed over.
 */
export async function writeNotifications(
  trx: Knex.Transaction,
  options: { outbox: Outbox; appBaseUrl: string; now: number },
  planned: KeyedNotification[],
): Promise<void> {
  const { outbox, appBaseUrl, now } = options;
  const messages = new Map<
    string,
    { planned: KeyedNotification; message: ComposedMessage }
  >();
  for (const one of planned) {
    const message = composeMessage(one.incident, one.occasion, appBaseUrl);
    const key = keyOf(one);
    if (!messages.has(key)) messages.set(key, { planned: one, message });
  }
  const all = [...messages];
  for (let from = 0; from < all.length; from += 100) {
    const some = all.slice(from, from + 100);
    const fresh: { key: string }[] = await trx('notifications')
      .insert(
        some.map(([key, { planned: one, message }]) => ({
          incident_number: one.incident.number,
          channel: one.channel,
          kind: message.kind,
          subject: message.subject,
          target: JSON.stringify(one.target),
          state: 'waiting',
          key,
          created_at: now,
          next_attempt_at: now,
        })),
      )
      .onConflict('key')
      .ignore()
      .returning('key');
    const added = new Set(fresh.map(({ key }) => key));
    const sent = some.filter(([key]) => added.has(key));
    await outbox.append(
      trx,
      sent.map(([key, { planned: one, message }]) => ({
        topic: channelTopic(one.channel),
        key,
        lane: `${one.incident.number}:${one.channel}`,
        payload: { ...message, incident: { ...message.incident } },
      })),
    );
    const numbers = sent.map(([, { planned: one }]) => one.incident.number);
    if (numbers.length)
      await trx('incidents')
        .whereIn('number', [...new Set(numbers)])
        .where({ notified: false })
        .update({ notified: true });
  }
}

function keyOf({ incident, channel, key }: KeyedNotification): string {
  const text = `${incident.id}:${key}:${channel}`;
  if (text.length <= 180) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return `${incident.id}:${hash}`;
}
