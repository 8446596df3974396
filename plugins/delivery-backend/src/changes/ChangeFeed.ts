import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  DELIVERY_CHANGES_TOPIC,
  DELIVERY_SIGNAL_CHANNEL,
  type DeliverySignal,
} from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { lockCounter } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { EntityFinder } from './Draft';
import { isRun } from './database/findTold';
import { recordReports, type Recorded } from './recordReports';
import { sealReport } from './sealReport';

/** Reports of one transaction, at most. */
const groupSize = 1_000;
/** Reports that may wait; above it senders are asked to come back. */
const mostWaiting = 20_000;
/** Entities that a signal names, at most. */
const mostNamed = 200;

export interface ChangeFeedOptions {
  database: Knex;
  entities: EntityFinder;
  events: EventsService;
  signals: SignalsService;
  logger: LoggerService;
  /** The environment by the name that a sender has for it; `production` for none by default. */
  environmentOf?: (name: string | undefined) => string;
  /** Epoch milliseconds. */
  now?: () => number;
}

export interface RecordOptions {
  /** The caller's transaction, which may hold more; by default those who come at once share one. */
  trx?: Knex.Transaction;
  /** Called in the transaction before it takes anything down; what it returns false for is left. */
  begin?: (trx: Knex.Transaction) => Promise<boolean>;
}

interface Waiting extends RecordOptions {
  source: string;
  reports: ChangeReport[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * The feed of all changes, and the history that is made of it. Whatever order reports come in, however
 * often and by however many replicas, the history is the same; readers by cursor never miss a row.
 */
export class ChangeFeed {
  private readonly queue: Waiting[] = [];
  private waiting = 0;
  private busy = false;

  private constructor(private readonly options: ChangeFeedOptions) {}

  static create(options: ChangeFeedOptions): ChangeFeed {
    return new ChangeFeed(options);
  }

  /**
   * Resolves once the reports are durable: with `trx`, when it is committed. A report that tells nothing
   * new leaves no trace.
   *
   * @param source - id of the source or adapter
   * @throws InputError for a report that says neither which change it is nor when it was
   * @throws ServiceUnavailableError when more comes in than the database takes
   */
  async record(
    source: string,
    reports: readonly ChangeReport[],
    options: RecordOptions = {},
  ): Promise<void> {
    const sealed = reports.map(sealReport);
    if (options.trx) {
      await this.write(options.trx, [{ ...options, source, reports: sealed }]);
      return;
    }
    if (this.waiting + sealed.length > mostWaiting)
      throw new ServiceUnavailableError(
        'More changes come in than the database takes; try again soon',
      );
    await new Promise<void>((resolve, reject) => {
      this.queue.push({ ...options, source, reports: sealed, resolve, reject });
      this.waiting += sealed.length;
      void this.pump();
    });
  }

  /** Looks again at changes whose entity was not known. */
  async revisit(ids: readonly string[]): Promise<void> {
    await this.options.database.transaction(async trx => {
      const { seq, entityRefs } = await this.take(trx, async (last, context) =>
        recordReports(trx, context, {
          source: '',
          reports: [],
          revisit: ids,
          seq: last,
        }),
      );
      this.announceAfter(trx, seq, entityRefs);
    });
  }

  /** One transaction at a time on this replica, with all that has come meanwhile. */
  private async pump(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length) {
      const group = this.nextGroup();
      await this.writeGroup(group);
      for (const { reports } of group) this.waiting -= reports.length;
    }
    this.busy = false;
  }

  private nextGroup(): Waiting[] {
    let size = 1;
    let reports = this.queue[0].reports.length;
    while (size < this.queue.length) {
      reports += this.queue[size].reports.length;
      if (reports > groupSize) break;
      size += 1;
    }
    return this.queue.splice(0, size);
  }

  private async writeGroup(group: Waiting[]): Promise<void> {
    try {
      await this.options.database.transaction(trx => this.write(trx, group));
      group.forEach(({ resolve }) => resolve());
    } catch (error) {
      if (group.length === 1) {
        group[0].reject(error);
        return;
      }
      // One may be to blame: the others must not suffer for it.
      for (const waiting of group) await this.writeGroup([waiting]);
    }
  }

  private async write(
    trx: Knex.Transaction,
    group: (RecordOptions & { source: string; reports: ChangeReport[] })[],
  ): Promise<void> {
    const { seq, entityRefs } = await this.take(trx, async (last, context) => {
      const bySource = new Map<string, ChangeReport[]>();
      for (const { source, reports, begin } of group) {
        if (begin && !(await begin(trx))) continue;
        bySource.set(source, [...(bySource.get(source) ?? []), ...reports]);
      }
      const all: Recorded = { seq: last, entityRefs: [] };
      // What a pipeline's run made is told before the run itself, which may be the same.
      const parts = [...bySource].flatMap(([source, reports]) =>
        [reports.filter(one => !isRun(one)), reports.filter(isRun)]
          .filter(part => part.length)
          .map(part => [source, part] as const),
      );
      for (const [source, reports] of parts) {
        const recorded = await recordReports(trx, context, {
          source,
          reports,
          seq: all.seq,
        });
        all.seq = recorded.seq;
        all.entityRefs.push(...recorded.entityRefs);
      }
      return all;
    });
    this.announceAfter(trx, seq, entityRefs);
  }

  private async take(
    trx: Knex.Transaction,
    work: (
      last: number,
      context: Parameters<typeof recordReports>[1],
    ) => Promise<Recorded>,
  ): Promise<Recorded> {
    const { entities, environmentOf = usualEnvironment, now } = this.options;
    // Who appends holds the counter to the end of its transaction: rows become visible in their order,
    // and what was read of a lane stays true until it is written.
    const last = await lockCounter(trx, 'feed');
    const context = { entities, environmentOf, now: (now ?? Date.now)() };
    const recorded = await work(last, context);
    if (recorded.seq > last)
      await trx('counters')
        .where({ name: 'feed' })
        .update({ value: recorded.seq });
    return recorded;
  }

  /** Only hints: who misses them reads on from its cursor at the next look. */
  private announceAfter(
    trx: Knex.Transaction,
    seq: number,
    entityRefs: string[],
  ): void {
    if (!entityRefs.length) return;
    const named = [...new Set(entityRefs)].slice(0, mostNamed);
    trx.executionPromise?.then(
      () => this.announce(seq, named),
      () => undefined,
    );
  }

  private announce(seq: number, entityRefs: string[]): void {
    const { events, signals, logger } = this.options;
    const complain = (error: unknown) =>
      logger.debug(`Could not tell of changes: ${stringifyError(error)}`);
    const message: DeliverySignal = { entityRefs };
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: DELIVERY_SIGNAL_CHANNEL,
        message,
      })
      .catch(complain);
    events
      .publish({
        topic: DELIVERY_CHANGES_TOPIC,
        eventPayload: { last: seq, entityRefs },
      })
      .catch(complain);
  }
}

function usualEnvironment(name: string | undefined): string {
  return name || 'production';
}
