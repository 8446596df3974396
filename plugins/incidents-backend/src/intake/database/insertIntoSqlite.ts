import type { Knex } from 'knex';
import type { KeyedDelivery } from '../IncomingDelivery';
import { writer } from './writer';

const hour = 3_600_000;
/** SQLite takes some 32,000 values in a statement, and knex makes a term of each row. */
const rowsAtOnce = 200;

/** @returns those that were not there yet */
export async function insertIntoSqlite(
  db: Knex,
  deliveries: readonly KeyedDelivery[],
): Promise<{ adapter: string; key: string }[]> {
  return db.transaction(async trx => {
    const fresh: KeyedDelivery[] = [];
    for (const delivery of deliveries) {
      const [stored] = await trx('deliveries')
        .insert({
          adapter: delivery.adapter,
          sender: delivery.sender,
          delivery_key: delivery.key,
          received_at: delivery.receivedAt,
          bytes: delivery.bytes,
          accepted: delivery.events.length,
          quarantined: delivery.quarantinedCount,
          truncated: delivery.truncated,
        })
        .onConflict(['adapter', 'delivery_key'])
        .ignore()
        .returning<{ id: number }[]>('id');
      if (!stored) continue;
      fresh.push(delivery);
      await insertContent(trx, delivery, stored.id);
      await count(trx, delivery);
    }
    return fresh.map(({ adapter, key }) => ({ adapter, key }));
  });
}

async function insertContent(
  trx: Knex.Transaction,
  delivery: KeyedDelivery,
  deliveryId: number,
) {
  const common = {
    delivery_id: deliveryId,
    adapter: delivery.adapter,
    received_at: delivery.receivedAt,
  };
  await trx.batchInsert(
    'inbox',
    delivery.events.map(event => ({ ...common, ...event })),
    rowsAtOnce,
  );
  await trx.batchInsert(
    'quarantine',
    delivery.quarantined.map(({ field = null, body = null, ...item }) => ({
      ...common,
      field,
      headers: delivery.headers,
      body,
      reason: item.reason,
      said: item.said ?? null,
      raw: item.raw,
    })),
    rowsAtOnce,
  );
}

async function count(trx: Knex.Transaction, delivery: KeyedDelivery) {
  await trx('intake_counts')
    .insert({
      adapter: delivery.adapter,
      hour: delivery.receivedAt - (delivery.receivedAt % hour),
      writer,
      deliveries: 1,
      accepted: delivery.events.length,
      quarantined: delivery.quarantinedCount,
      truncated: delivery.truncated,
      last_at: delivery.receivedAt,
    })
    .onConflict(['adapter', 'hour', 'writer'])
    .merge({
      deliveries: trx.raw('intake_counts.deliveries + excluded.deliveries'),
      accepted: trx.raw('intake_counts.accepted + excluded.accepted'),
      quarantined: trx.raw('intake_counts.quarantined + excluded.quarantined'),
      truncated: trx.raw('intake_counts.truncated + excluded.truncated'),
      last_at: trx.raw('max(intake_counts.last_at, excluded.last_at)'),
    });
}
