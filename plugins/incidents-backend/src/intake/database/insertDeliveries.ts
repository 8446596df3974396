import type { Knex } from 'knex';
import type {
  IncomingDelivery,
  KeyedDelivery,
  Receipt,
} from '../IncomingDelivery';
import { insertIntoPostgres } from './insertIntoPostgres';
import { insertIntoSqlite } from './insertIntoSqlite';
import { isPostgres } from './isPostgres';
import { writer } from './writer';

let serial = 0;

/**
 * Keeps deliveries with all that was in them, or none of them. Those whose key is there already are
 * dropped, also when another replica is at it now. In the inbox things are in the order in which they
 * were given.
 *
 * @returns one receipt for each, in their order
 */
export async function insertDeliveries(
  db: Knex,
  deliveries: readonly IncomingDelivery[],
): Promise<Receipt[]> {
  const keyed = deliveries.map(delivery => ({
    ...delivery,
    key: delivery.key ?? freshKey(delivery.receivedAt),
  }));
  // Of those with one key the first counts.
  const known = new Map<string, KeyedDelivery>();
  for (const delivery of keyed) {
    const name = nameOf(delivery);
    if (!known.has(name)) known.set(name, delivery);
  }
  const different = [...known.values()];
  const inserted = isPostgres(db)
    ? await insertIntoPostgres(db, different)
    : await insertIntoSqlite(db, different);
  const fresh = new Set(inserted.map(nameOf));
  const earlier = await readEarlier(
    db,
    different.filter(delivery => !fresh.has(nameOf(delivery))),
  );
  return keyed.map(delivery => {
    const name = nameOf(delivery);
    const receipt = {
      accepted: delivery.events.length,
      quarantined: delivery.quarantinedCount,
      truncated: delivery.truncated,
    };
    // The first of those in one call is the one that was kept.
    if (fresh.delete(name)) return { ...receipt, duplicate: false };
    return { ...receipt, ...earlier.get(name), duplicate: true };
  });
}

async function readEarlier(db: Knex, deliveries: KeyedDelivery[]) {
  const earlier = new Map<string, Omit<Receipt, 'duplicate'>>();
  if (!deliveries.length) return earlier;
  const rows = await db('deliveries')
    .whereIn('delivery_key', [...new Set(deliveries.map(({ key }) => key))])
    .whereIn('adapter', [...new Set(deliveries.map(({ adapter }) => adapter))])
    .select('adapter', 'delivery_key', 'accepted', 'quarantined', 'truncated');
  for (const row of rows) {
    const { accepted, quarantined, truncated } = row;
    earlier.set(nameOf({ adapter: row.adapter, key: row.delivery_key }), {
      accepted,
      quarantined,
      truncated,
    });
  }
  return earlier;
}

/** Grows with time, which keeps the index's new entries together. */
function freshKey(receivedAt: number): string {
  serial += 1;
  return `~${receivedAt.toString(36)}-${serial.toString(36)}-${writer}`;
}

function nameOf({ adapter, key }: { adapter: string; key: string }): string {
  return `${adapter}\n${key}`;
}
