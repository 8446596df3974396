import {
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseClock } from '../leases/databaseClock';
import { appendMessages } from './database';
import type { OutboxHandler } from './OutboxHandler';
import type { OutboxMessage } from './OutboxMessage';
import { OutboxRunner } from './OutboxRunner';

/** @public */
export interface OutboxOptions {
  /** The plugin's own database; the table `outbox` is made in it. */
  database: Knex;
  logger: LoggerService;
  /** Milliseconds since the epoch, in place of the database's clock. For tests. */
  clock?: () => number;
  /** Leave the schema alone, as `database.migrations.skip` of the database service asks. */
  skipMigrations?: boolean;
  /** Between attempts, in milliseconds: doubles from `first` (2 s by default) to `most` (5 min), half of it by chance. */
  backoff?: { first?: number; most?: number };
  /** Milliseconds from when a message could first go until a failure is the last one; 24 h by default. */
  giveUpAfter?: number;
  /** Milliseconds for which finished messages are kept, and their keys known; 24 h by default, 0 to delete at once. */
  keepFor?: number;
  /** Milliseconds after which a message that somebody took without an outcome is free again; 60 s by default. A handler is told to stop after three quarters of it. */
  visibility?: number;
  /** Milliseconds between two looks for what others appended; 1 s by default. */
  pollInterval?: number;
  /** Milliseconds that what is being delivered gets when the outbox stops; 10 s by default. */
  grace?: number;
}

/** @public */
export interface OutboxStart {
  /** By topic. */
  handlers: Record<string, OutboxHandler>;
  /** Stops it. */
  signal?: AbortSignal;
}

/**
 * Messages that leave a plugin's database because of a transaction in it: written in that
 * transaction, delivered by any replica after it, at least once and under the same key.
 *
 * @public
 */
export class Outbox {
  private readonly runners = new Set<OutboxRunner>();

  private constructor(private readonly options: OutboxOptions) {}

  static async create(options: OutboxOptions): Promise<Outbox> {
    if (!options.skipMigrations) {
      await options.database.migrate.latest({
        directory: resolvePackagePath(
          '@ghostlight/reliability-node',
          'migrations',
        ),
        tableName: 'reliability_knex_migrations',
      });
    }
    return new Outbox(options);
  }

  /**
   * Adds messages to a transaction; when it is committed they are on their way, when it is rolled
   * back there never were any.
   *
   * @throws InputError when a topic, key or lane is too long
   */
  async append(
    trx: Knex.Transaction,
    messages: OutboxMessage[],
  ): Promise<void> {
    for (const { topic, key, lane } of messages) {
      if (!topic || topic.length > 100)
        throw new InputError('A topic has 1 to 100 characters');
      if (!key || key.length > 300 || (lane?.length ?? 0) > 300)
        throw new InputError('A key and a lane have at most 300 characters');
    }
    if (!messages.length) return;
    await appendMessages(trx, this.now(), messages);
    trx.executionPromise?.then(
      () => this.wake(),
      () => undefined,
    );
  }

  /**
   * Begins to deliver what the handlers take, on this replica. Topics without a handler stay where
   * they are. May be called more than once, with other topics.
   */
  start({ handlers, signal }: OutboxStart): void {
    if (signal?.aborted) return;
    const runner = this.runner(handlers);
    this.runners.add(runner);
    signal?.addEventListener('abort', () => void runner.stop());
    runner.start();
  }

  /** Delivers everything that is due now, without {@link Outbox.start}; says how much it was. For tests and tools. */
  async drain({ handlers }: Pick<OutboxStart, 'handlers'>): Promise<number> {
    return this.runner(handlers).drain();
  }

  /** Look now, not when the poll interval is over. A committed `append` does it by itself. */
  wake(): void {
    for (const runner of this.runners) runner.wake();
  }

  /** Claims nothing more and waits for what is being delivered. */
  async stop(): Promise<void> {
    const runners = [...this.runners];
    this.runners.clear();
    await Promise.all(runners.map(runner => runner.stop()));
  }

  private runner(handlers: Record<string, OutboxHandler>): OutboxRunner {
    const { backoff, database, logger } = this.options;
    return OutboxRunner.create({
      database,
      logger,
      now: () => this.now(),
      handlers,
      backoff: {
        first: backoff?.first ?? 2_000,
        most: backoff?.most ?? 300_000,
      },
      giveUpAfter: this.options.giveUpAfter ?? 24 * 3_600_000,
      keepFor: this.options.keepFor ?? 24 * 3_600_000,
      visibility: this.options.visibility ?? 60_000,
      pollInterval: this.options.pollInterval ?? 1_000,
      grace: this.options.grace ?? 10_000,
    });
  }

  private now(): string {
    const { clock, database } = this.options;
    return clock ? String(Math.floor(clock())) : databaseClock(database);
  }
}
