import type { IntakeReceipt } from '@ghostlight/plugin-delivery-common';
import type { ChangeAdapter } from '@ghostlight/plugin-delivery-node';
import { parseBody, pickHeaders } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ChangeFeed } from '../changes';
import { readDelivery } from './readDelivery';

/** Takes deliveries in: has their adapter read them, and the feed take down what they say. */
export class ChangeIntake {
  private constructor(
    private readonly db: Knex,
    private readonly feed: ChangeFeed,
    private readonly now: () => number,
    private readonly sources: ReadonlyMap<string, unknown>,
  ) {}

  static create(options: {
    db: Knex;
    feed: ChangeFeed;
    now?: () => number;
    sources?: ReadonlyMap<string, unknown>;
  }): ChangeIntake {
    const { db, feed, now = Date.now, sources = new Map() } = options;
    return new ChangeIntake(db, feed, now, sources);
  }

  /**
   * @returns what became of it, when it is durable
   * @throws InputError when nothing of it makes sense
   * @throws ServiceUnavailableError when the database does not take it
   */
  async take(request: {
    adapter: ChangeAdapter;
    body: Buffer;
    /** Any, in lower case; those that the adapter asks for are read. */
    headers: Record<string, string | string[] | undefined>;
  }): Promise<IntakeReceipt> {
    const { adapter, body, headers } = request;
    const receivedAt = this.now();
    const { key, changes, rejected } = readDelivery(adapter, {
      body: parseBody(body),
      headers: pickHeaders(headers, adapter.headers ?? []),
      receivedAt,
    });
    const receipt = { accepted: changes.length, rejected, duplicate: false };
    // What a source and a webhook of one vendor both tell is told by two senders.
    const source = this.sources.has(adapter.id)
      ? `${adapter.id}-webhook`
      : adapter.id;
    await this.feed.record(source, changes, {
      begin: async trx => {
        const [fresh] = await trx('deliveries')
          .insert({
            adapter: adapter.id,
            delivery_key: key ?? null,
            received_at: receivedAt,
            accepted: changes.length,
            rejected: rejected.length,
          })
          .onConflict(['adapter', 'delivery_key'])
          .ignore()
          .returning('id');
        receipt.duplicate = fresh === undefined;
        return !receipt.duplicate;
      },
    });
    if (receipt.duplicate && key)
      receipt.accepted = await this.acceptedBefore(adapter.id, key);
    return receipt;
  }

  private async acceptedBefore(adapter: string, key: string): Promise<number> {
    const row = await this.db('deliveries')
      .where({ adapter, delivery_key: key })
      .first('accepted');
    return Number(row?.accepted ?? 0);
  }
}
