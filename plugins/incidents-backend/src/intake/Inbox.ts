import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { insertDeliveries } from './database/insertDeliveries';
import type { IncomingDelivery, Receipt } from './IncomingDelivery';

/** Deliveries and bytes of one transaction, at most. */
const groupSize = 200;
const groupBytes = 8_000_000;
/** Transactions under way at a time: while one is being made durable, the next is put together. */
const lanes = 4;
/** Bytes that may wait; above it senders are asked to come back. */
const mostWaiting = 64_000_000;
/** Milliseconds after which a sender is asked to come back, by default: the most impatient wait 5 s. */
const defaultPatience = 4_500;

interface Waiting {
  delivery: IncomingDelivery;
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

/**
 * Makes deliveries durable. Those that come while a transaction is under way share the next one, so
 * that many small requests cost little more than one large one.
 */
export class Inbox {
  private readonly queue: Waiting[] = [];
  private waitingBytes = 0;
  private running = 0;

  private constructor(
    private readonly db: Knex,
    private readonly patience: number,
  ) {}

  static create(options: {
    db: Knex;
    /** Milliseconds that a delivery waits for the database. */
    patience?: number;
  }): Inbox {
    return new Inbox(options.db, options.patience ?? defaultPatience);
  }

  /**
   * Returns once the delivery is durable, or was already.
   *
   * @throws ServiceUnavailableError when the database does not take it, or not in time; it may be kept
   * nevertheless, and the sender is to try again
   */
  async append(delivery: IncomingDelivery): Promise<Receipt> {
    if (this.waitingBytes + delivery.bytes > mostWaiting)
      throw new ServiceUnavailableError(
        'More comes in than the database takes; try again soon',
      );
    let timer: NodeJS.Timeout | undefined;
    const kept = new Promise<Receipt>((resolve, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new ServiceUnavailableError('The database is slow; try again soon'),
          ),
        this.patience,
      );
      this.queue.push({ delivery, resolve, reject });
      this.waitingBytes += delivery.bytes;
      this.pump();
    });
    return kept.finally(() => clearTimeout(timer));
  }

  private pump() {
    while (this.running < lanes && this.queue.length) {
      const group = this.nextGroup();
      this.running += 1;
      this.write(group).finally(() => {
        this.running -= 1;
        for (const { delivery } of group) this.waitingBytes -= delivery.bytes;
        this.pump();
      });
    }
  }

  private nextGroup(): Waiting[] {
    let bytes = 0;
    let size = 0;
    while (size < this.queue.length && size < groupSize) {
      bytes += this.queue[size].delivery.bytes;
      if (size && bytes > groupBytes) break;
      size += 1;
    }
    return this.queue.splice(0, size);
  }

  private async write(group: Waiting[]): Promise<void> {
    try {
      const receipts = await insertDeliveries(
        this.db,
        group.map(({ delivery }) => delivery),
      );
      group.forEach(({ resolve }, index) => resolve(receipts[index]));
    } catch (error) {
      if (group.length === 1) {
        group[0].reject(
          new ServiceUnavailableError(
            'The database does not take deliveries now; try again soon',
            error,
          ),
        );
        return;
      }
      // One may be to blame: the others must not suffer for it.
      for (const waiting of group) await this.write([waiting]);
    }
  }
}
