import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  DELIVERY_CHANGES_TOPIC,
  type FeedEntry,
} from '@ghostlight/plugin-delivery-common';
import type { DeliveryService } from './DeliveryService';

const pageSize = 500;

/**
 * What a follower works with.
 *
 * @public
 */
export interface FeedFollowerOptions {
  delivery: Pick<DeliveryService, 'readFeed'>;
  auth: AuthService;
  logger: LoggerService;
  /** The plugin that follows: `incidents`. */
  pluginId: string;
  /** Where to go on; 0 for the beginning. */
  position(): Promise<number>;
  /** Keeps what is in a piece, and where to go on, in one transaction. May be given a piece twice. */
  take(entries: FeedEntry[], last: number): Promise<void>;
}

/**
 * Reads the feed of the delivery plugin into tables of another one. An event only tells to look: what is
 * read is the feed, from where the reader stands, so a lost event is caught up with. Sleeps, and says so
 * once, while that plugin is not installed.
 *
 * @public
 */
export class FeedFollower {
  private absent = false;
  private reading?: Promise<void>;
  private again = false;

  private constructor(private readonly options: FeedFollowerOptions) {}

  static create(options: FeedFollowerOptions): FeedFollower {
    return new FeedFollower(options);
  }

  /** Reads when an event comes. To be called once; {@link FeedFollower.poll} is for the scheduler. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: `${this.options.pluginId}-delivery-changes`,
      topics: [DELIVERY_CHANGES_TOPIC],
      onEvent: async () => this.poll(),
    });
  }

  /** Reads the feed up to its end. Never throws: the next poll tries again. */
  async poll(signal?: AbortSignal): Promise<void> {
    if (this.reading) {
      // What is being read may have been asked for before the event.
      this.again = true;
      return this.reading;
    }
    this.reading = this.readAll(signal).finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readAll(signal?: AbortSignal): Promise<void> {
    try {
      do {
        this.again = false;
        while (!signal?.aborted && (await this.readPiece()));
      } while (this.again && !signal?.aborted);
      this.absent = false;
    } catch (error) {
      this.report(error);
    }
  }

  /** @returns whether there is more */
  private async readPiece(): Promise<boolean> {
    const { delivery, auth, position, take } = this.options;
    const after = await position();
    const { items, last, more } = await delivery.readFeed(
      { after, limit: pageSize },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    if (last > after) await take(items, last);
    return more;
  }

  private report(error: unknown): void {
    const { logger } = this.options;
    if (!isMissing(error)) {
      logger.warn(`Could not read what changed: ${stringifyError(error)}`);
      return;
    }
    if (!this.absent)
      logger.info('The delivery plugin is not there; no changes to follow');
    this.absent = true;
  }
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) && (error as { statusCode?: number }).statusCode === 404
  );
}
