import type { Knex } from 'knex';
import type { OutboxMessage } from '../OutboxMessage';

/** Adds messages; those whose key is there already are passed over. */
export async function appendMessages(
  trx: Knex.Transaction,
  now: string,
  messages: OutboxMessage[],
): Promise<void> {
  const rows = messages.map(message => {
    const due = message.notBefore ?? trx.raw(now);
    return {
      topic: message.topic,
      key: message.key,
      lane: message.lane ?? null,
      payload: JSON.stringify(message.payload),
      not_before: due,
      due_at: due,
    };
  });
  for (let from = 0; from < rows.length; from += 200) {
    await trx('outbox')
      .insert(rows.slice(from, from + 200))
      .onConflict(['topic', 'key'])
      .ignore();
  }
}
