import { NotFoundError } from '@backstage/errors';
import type { Said } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readSaid, writeSaid } from '../../database/readSaid';
import { readRowId } from '../../service/ids';
import type { AdapterRegistry } from '../AdapterRegistry';
import { readDelivery } from '../readDelivery';

const nothing = writeSaid({ code: 'unreadable.nothing', params: {} });

/** What came of reading an item again. */
export interface RetryOutcome {
  outcome: 'accepted' | 'quarantined';
  reason?: string;
  said?: Said;
}

/**
 * Reads an item again with the adapter of today: it goes on to the inbox, or stays with the reason of
 * today. Two who ask at the same time get it accepted once.
 *
 * @throws NotFoundError when it is not there, or its adapter is not installed
 */
export async function retryQuarantined(options: {
  db: Knex;
  registry: AdapterRegistry;
  id: string;
  now: number;
  /** Called after it is in the inbox. */
  wake: () => void;
}): Promise<RetryOutcome> {
  const { db, registry, now, wake } = options;
  const id = readRowId('item in quarantine', options.id);
  const row = await db('quarantine').where({ id }).first();
  if (!row) throw new NotFoundError(`No item in quarantine '${id}'`);
  const { adapter } = registry.get(row.adapter);
  const content = readDelivery(adapter, {
    body: JSON.parse(row.body ?? row.raw),
    headers: JSON.parse(row.headers),
    receivedAt: Number(row.received_at),
  });
  const { events, quarantined } = content;
  if (!events.length) {
    const [still] = quarantined;
    const reason = still?.reason ?? 'The adapter finds nothing in it to keep';
    const said = still ? still.said ?? null : nothing;
    await db('quarantine')
      .where({ id })
      .update({ reason, said, field: still?.field ?? null });
    return { outcome: 'quarantined', reason, said: readSaid(said) };
  }
  await db.transaction(async trx => {
    const gone = await trx('quarantine').where({ id }).delete();
    if (!gone) throw new NotFoundError(`No item in quarantine '${id}'`);
    const common = {
      delivery_id: row.delivery_id,
      adapter: adapter.id,
      received_at: now,
    };
    await trx.batchInsert(
      'inbox',
      events.map(event => ({ ...common, ...event })),
      200,
    );
    // What is still wrong with its neighbours in the same item.
    await trx.batchInsert(
      'quarantine',
      quarantined.map(
        ({ reason, said = null, field = null, raw, body = null }) => ({
          ...common,
          received_at: row.received_at,
          reason,
          said,
          field,
          headers: row.headers,
          raw,
          body,
        }),
      ),
      200,
    );
    await trx('deliveries')
      .where({ id: row.delivery_id })
      .update({
        accepted: trx.raw('accepted + ?', [events.length]),
        quarantined: trx.raw('quarantined + ?', [quarantined.length - 1]),
      });
  });
  wake();
  return { outcome: 'accepted' };
}
