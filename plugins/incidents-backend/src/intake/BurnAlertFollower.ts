import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { EventsService } from '@backstage/plugin-events-node';
import type { BurnAlert } from '@ghostlight/plugin-slo-common';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import { sloBurnAdapter } from '../adapters/slo-burn';
import { insertDeliveries } from './database/insertDeliveries';
import { readDelivery } from './readDelivery';

const topic = 'ghostlight.slo.alerts';
const cursorName = 'slo-alerts';
const pageSize = 500;

/**
 * Takes in the burn-rate alerts of the SLO family. An event only tells to look: what is read is the
 * feed, from where the cursor stands, so a lost event is caught up with. Each change is a delivery of
 * its own key, so that several replicas may read at once.
 */
export class BurnAlertFollower {
  private absent = false;
  private reading?: Promise<void>;
  private again = false;

  private constructor(private readonly options: FollowerOptions) {}

  static create(options: FollowerOptions): BurnAlertFollower {
    return new BurnAlertFollower(options);
  }

  /** Reads when an event comes. To be called once; {@link poll} is for the scheduler. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'incidents-slo-alerts',
      topics: [topic],
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

  private async readAll(signal?: AbortSignal) {
    try {
      do {
        this.again = false;
        while (!signal?.aborted && (await this.readPage()));
      } while (this.again && !signal?.aborted);
      this.absent = false;
    } catch (error) {
      this.report(error);
    }
  }

  /** @returns whether there may be more */
  private async readPage(): Promise<boolean> {
    const { db, slo, auth, now, wake } = this.options;
    const row = await db('cursors').where({ name: cursorName }).first();
    const position = Number(row?.position ?? 0);
    const { items, last } = await slo.listAlerts(
      { after: position, limit: pageSize },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    // Of the time before this plugin, only what is still firing concerns anybody.
    const wanted = row ? items : items.filter(isFiring);
    const accepted = await db.transaction(async trx => {
      const receipts = wanted.length
        ? await insertDeliveries(
            trx,
            wanted.map(alert => deliveryOf(alert, now())),
          )
        : [];
      if (last > position || !row) {
        await trx('cursors')
          .insert({ name: cursorName, position: last })
          .onConflict('name')
          .merge()
          .where('cursors.position', '<', last);
      }
      return receipts.some(receipt => !receipt.duplicate);
    });
    if (accepted) wake();
    return items.length === pageSize;
  }

  private report(error: unknown) {
    const { logger } = this.options;
    if (!isMissing(error)) {
      logger.warn(`Could not read burn-rate alerts: ${stringifyError(error)}`);
      return;
    }
    if (!this.absent)
      logger.info('The slo plugin is not there; no burn-rate alerts to follow');
    this.absent = true;
  }
}

/** What a follower works with. */
export interface FollowerOptions {
  db: Knex;
  slo: Pick<SloService, 'listAlerts'>;
  auth: AuthService;
  logger: LoggerService;
  /** Epoch milliseconds. */
  now: () => number;
  /** Called after something new is in the inbox. */
  wake: () => void;
}

function deliveryOf(alert: BurnAlert, receivedAt: number) {
  const body = JSON.parse(JSON.stringify(alert)) as JsonValue;
  const content = readDelivery(sloBurnAdapter, {
    body,
    headers: {},
    receivedAt,
  });
  return {
    ...content,
    adapter: sloBurnAdapter.id,
    sender: 'slo',
    receivedAt,
    bytes: content.events.reduce((sum, { raw }) => sum + raw.length, 0),
  };
}

function isFiring({ state }: BurnAlert): boolean {
  return state === 'firing';
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) && (error as { statusCode?: number }).statusCode === 404
  );
}
