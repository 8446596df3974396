import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { NotificationChannel } from '@ghostlight/plugin-incidents-node';
import type { Outbox } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { composePlain } from '../text/composePlain';
import { channelTopic } from './writeNotifications';

/** Something to be told that is of no incident. */
export interface MessageRequest {
  text: string;
  /** Of the caller. */
  key: string;
  /** Refs of users and groups. */
  to?: string[];
}

/**
 * Puts a message into the delivery log and on its way, once for each key and channel.
 *
 * @throws InputError when the channel cannot take it
 */
export async function writeMessage(
  db: Knex,
  options: { outbox: Outbox; channel: NotificationChannel; now: number },
  request: MessageRequest,
): Promise<{ id: string }> {
  const { outbox, channel, now } = options;
  const to = [...new Set((request.to ?? []).map(refOf))];
  if (channel.type === 'pagerduty')
    throw new InputError(
      `${channel.name} wakes people for incidents, and takes no messages`,
    );
  if (channel.type === 'portal' && !to.length)
    throw new InputError('to: the portal has to know whom to tell');
  const message = composePlain(request.text);
  if (!message) throw new InputError('text: there is nothing to read in it');
  const key = `message:${channel.name}:${request.key}`;
  return db.transaction(async trx => {
    const [fresh]: { id: number | string }[] = await trx('notifications')
      .insert({
        incident_number: null,
        channel: channel.name,
        kind: message.kind,
        subject: message.subject,
        target: JSON.stringify({ to }),
        state: 'waiting',
        key,
        created_at: now,
        next_attempt_at: now,
      })
      .onConflict('key')
      .ignore()
      .returning('id');
    if (fresh) {
      await outbox.append(trx, [
        { topic: channelTopic(channel.name), key, payload: { ...message } },
      ]);
      return { id: String(fresh.id) };
    }
    const [known] = await trx('notifications').where({ key }).select('id');
    return { id: String(known.id) };
  });
}

function refOf(text: string): string {
  try {
    const ref = parseEntityRef(text, { defaultKind: 'user' });
    if (['user', 'group'].includes(ref.kind.toLowerCase()))
      return stringifyEntityRef(ref);
  } catch {
    // Said below.
  }
  throw new InputError(`to: ${text.slice(0, 100)} is no user and no group`);
}
