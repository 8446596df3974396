import type { Knex } from 'knex';
import type { OutboxDelivery } from './OutboxMessage';

/**
 * Writes that belong to an outcome, in the transaction that takes note of it. They happen at most
 * once, even when the message was delivered more often.
 *
 * @public
 */
export type OutboxSettlement = (
  trx: Knex.Transaction,
  /** Milliseconds until the next attempt; left out when there is none. */
  next?: number,
) => Promise<void>;

/**
 * What became of one attempt. `retry` comes again after a back-off, or after `retryAfter`
 * milliseconds when the receiver asked for that; `postpone` comes again after `wait` milliseconds and
 * does not count as an attempt; `dead` is given up at once.
 *
 * @public
 */
export type OutboxOutcome =
  | { outcome: 'done'; settle?: OutboxSettlement }
  | {
      outcome: 'retry';
      reason: string;
      retryAfter?: number;
      settle?: OutboxSettlement;
    }
  | { outcome: 'postpone'; wait: number }
  | { outcome: 'dead'; reason: string };

/**
 * Delivers the messages of a topic.
 *
 * @public
 */
export interface OutboxHandler {
  /**
   * Called at least once per message, and again under the same key when the process dies before the
   * outcome is written. What it throws counts as `retry`; nothing returned is `done`.
   *
   * `signal` is aborted before another replica may take the message over, and when the outbox stops.
   */
  handle(
    delivery: OutboxDelivery,
    options: { signal: AbortSignal },
  ): Promise<OutboxOutcome | void>;
  /** Told in the transaction that gives a message up. */
  onDead?(
    delivery: OutboxDelivery,
    reason: string,
    trx: Knex.Transaction,
  ): Promise<void>;
  /** Messages at once on this replica; 4 by default. */
  concurrency?: number;
  /** False: what is done is forgotten at once, and its key with it. */
  keep?: boolean;
  /** Milliseconds for which this replica need not come with anything, as when the receiver is known to be away; 0 for none. */
  restFor?(): number;
}
