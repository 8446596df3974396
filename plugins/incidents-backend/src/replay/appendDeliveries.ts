import type { Knex } from 'knex';
import type { IncomingDelivery } from '../intake';
import { insertRows } from '../pipeline/database/tuples';

/**
 * Puts deliveries into the inbox as intake does, those left out whose key was there before, in two
 * statements. Nothing of it is counted, and what the vendor sent is not kept.
 */
export async function appendDeliveries(
  db: Knex,
  deliveries: readonly IncomingDelivery[],
): Promise<void> {
  await db.transaction(async trx => {
    const keyed = deliveries.filter(({ key }) => key !== undefined);
    const stored = (await insertRows(
      trx,
      'deliveries',
      {
        adapter: 'text',
        sender: 'text',
        delivery_key: 'text',
        received_at: 'bigint',
        bytes: 'int',
        accepted: 'int',
        quarantined: 'int',
        truncated: 'int',
      },
      keyed.map(delivery => ({
        ...delivery,
        delivery_key: delivery.key,
        received_at: delivery.receivedAt,
        accepted: delivery.events.length,
        quarantined: delivery.quarantinedCount,
      })),
      'on conflict (adapter, delivery_key) do nothing returning adapter, delivery_key',
    )) as { adapter: string; delivery_key: string }[];
    const fresh = new Set(
      stored.map(row => `${row.adapter}\n${row.delivery_key}`),
    );
    await insertRows(
      trx,
      'inbox',
      {
        delivery_id: 'bigint',
        kind: 'text',
        adapter: 'text',
        received_at: 'bigint',
        event: 'text',
        raw: 'text',
      },
      deliveries
        .filter(
          ({ adapter, key }) =>
            key === undefined || fresh.delete(`${adapter}\n${key}`),
        )
        .flatMap(({ adapter, receivedAt, events }) =>
          events.map(({ kind, event }) => ({
            delivery_id: 0,
            kind,
            adapter,
            received_at: receivedAt,
            event,
            raw: 'null',
          })),
        ),
    );
  });
}
