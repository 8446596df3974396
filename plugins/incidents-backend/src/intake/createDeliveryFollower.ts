import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { FeedEntry } from '@ghostlight/plugin-delivery-common';
import {
  FeedFollower,
  type DeliveryService,
} from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import { deliveryAdapter } from '../adapters/delivery';
import { insertDeliveries } from './database/insertDeliveries';
import { readDelivery } from './readDelivery';

const cursorName = 'delivery-feed';
/** Milliseconds: what changed longer ago explains nothing that begins now. */
const telling = 7 * 86_400_000;

/**
 * Takes in what the delivery family says has changed, through the inbox. Each entry of its feed is a
 * delivery of its own key, so that several replicas may read at once.
 */
export function createDeliveryFollower(options: {
  db: Knex;
  delivery: Pick<DeliveryService, 'readFeed'>;
  auth: AuthService;
  logger: LoggerService;
  /** Epoch milliseconds. */
  now: () => number;
  /** Called after something new is in the inbox. */
  wake: () => void;
}): FeedFollower {
  const { db, now, wake } = options;
  return FeedFollower.create({
    ...options,
    pluginId: 'incidents',
    async position() {
      const row = await db('cursors').where({ name: cursorName }).first();
      return Number(row?.position ?? 0);
    },
    async take(entries, last) {
      const since = now() - telling;
      const wanted = entries.filter(
        ({ change }) => Date.parse(change.startedAt) >= since,
      );
      const isNew = await db.transaction(async trx => {
        const receipts = wanted.length
          ? await insertDeliveries(
              trx,
              wanted.map(entry => deliveryOf(entry, now())),
            )
          : [];
        await trx('cursors')
          .insert({ name: cursorName, position: last })
          .onConflict('name')
          .merge()
          .where('cursors.position', '<', last);
        return receipts.some(receipt => !receipt.duplicate);
      });
      if (isNew) wake();
    },
  });
}

function deliveryOf(entry: FeedEntry, receivedAt: number) {
  const body = JSON.parse(JSON.stringify(entry)) as JsonValue;
  const content = readDelivery(deliveryAdapter, {
    body,
    headers: {},
    receivedAt,
  });
  return {
    ...content,
    adapter: deliveryAdapter.id,
    sender: 'delivery',
    receivedAt,
    bytes: content.events.reduce((sum, { event }) => sum + event.length, 0),
  };
}
