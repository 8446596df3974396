import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { backoffOf, type Backoff } from './backoffOf';
import {
  claimDue,
  dueTopics,
  settleClaim,
  thinOutbox,
  type OutboxRow,
  type Settled,
} from './database';
import type {
  OutboxHandler,
  OutboxOutcome,
  OutboxSettlement,
} from './OutboxHandler';
import type { OutboxDelivery } from './OutboxMessage';
import { Waker } from './Waker';

const thinEvery = 10 * 60_000;

export interface OutboxRunnerOptions {
  database: Knex;
  logger: LoggerService;
  /** SQL for now. */
  now: () => string;
  handlers: Record<string, OutboxHandler>;
  backoff: Backoff;
  giveUpAfter: number;
  keepFor: number;
  visibility: number;
  pollInterval: number;
  grace: number;
}

/** Claims what is due for some handlers and hands it to them, on one replica. */
export class OutboxRunner {
  private readonly waker = Waker.create();
  private readonly atWork = new Map<string, Set<Promise<void>>>();
  private readonly cut = new AbortController();
  private stopping = false;
  private loop: Promise<void> | undefined;
  private stopped: Promise<void> | undefined;
  private thinnedAt = performance.now();

  private constructor(private readonly options: OutboxRunnerOptions) {}

  static create(options: OutboxRunnerOptions): OutboxRunner {
    return new OutboxRunner(options);
  }

  start(): void {
    this.loop ??= this.run();
  }

  wake(): void {
    this.waker.wake();
  }

  /** Claims nothing more, and lets what is being delivered end before it is cut short. */
  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    this.stopping = true;
    this.waker.wake();
    await this.loop;
    const late = sleep(this.options.grace, undefined, {
      ref: false,
      signal: this.cut.signal,
    })
      .then(() => this.cut.abort())
      .catch(() => undefined);
    await this.idle();
    this.cut.abort();
    await late;
  }

  /** Hands out everything that is due, and what becomes due by that. */
  async drain(): Promise<number> {
    let handled = 0;
    for (;;) {
      const claimed = await this.round();
      if (!claimed) return handled;
      handled += claimed;
      await this.idle();
    }
  }

  private async run(): Promise<void> {
    const { logger, pollInterval } = this.options;
    while (!this.stopping) {
      try {
        await this.round();
        await this.thin();
      } catch (error) {
        // The database may be away for a while; what is due stays so.
        logger.warn('The outbox could not be read', error as Error);
      }
      // Replicas do not come all at once.
      await this.waker.sleep(pollInterval * (0.75 + Math.random() / 2));
    }
  }

  private async round(): Promise<number> {
    const { database, now, visibility } = this.options;
    const free = this.freeTopics();
    let claimed = 0;
    for (const topic of await dueTopics(database, now(), [...free.keys()])) {
      if (this.stopping) break;
      const id = randomUUID();
      const limit = free.get(topic)!;
      const rows = await claimDue(database, now(), {
        topic,
        limit,
        id,
        visibility,
      });
      for (const row of rows) this.take(row, id);
      claimed += rows.length;
    }
    return claimed;
  }

  /** How many each topic may take more. */
  private freeTopics(): Map<string, number> {
    const free = new Map<string, number>();
    for (const [topic, handler] of Object.entries(this.options.handlers)) {
      const room =
        (handler.concurrency ?? 4) - (this.atWork.get(topic)?.size ?? 0);
      if (room > 0 && !(handler.restFor?.() ?? 0)) free.set(topic, room);
    }
    return free;
  }

  private take(row: OutboxRow, claim: string): void {
    const working = this.atWork.get(row.topic) ?? new Set();
    this.atWork.set(row.topic, working);
    const work: Promise<void> = this.deliver(row, claim)
      .catch(error =>
        // It comes again when its claim has run out.
        this.options.logger.warn(
          `Outbox message '${row.topic}' ${row.key} has no outcome`,
          error,
        ),
      )
      .finally(() => {
        working.delete(work);
        // There is room now, and perhaps a next one in the lane.
        this.waker.wake();
      });
    working.add(work);
  }

  private async idle(): Promise<void> {
    for (;;) {
      const all = [...this.atWork.values()].flatMap(set => [...set]);
      if (!all.length) return;
      await Promise.all(all);
    }
  }

  private async deliver(row: OutboxRow, claim: string): Promise<void> {
    const { database, handlers, logger, now } = this.options;
    const handler = handlers[row.topic];
    const claimedAt = performance.now();
    const delivery: OutboxDelivery = {
      topic: row.topic,
      key: row.key,
      ...(row.lane === null ? {} : { lane: row.lane }),
      payload: JSON.parse(row.payload) as JsonValue,
      attempt: row.attempts,
    };
    const outcome = await this.attempt(handler, delivery);
    const settled = this.judge(outcome, row);
    const settle =
      settled.to === 'dead'
        ? (trx: Knex.Transaction) =>
            handler.onDead?.(delivery, settled.reason, trx) ?? Promise.resolve()
        : settlementOf(outcome);
    const mine = await this.insist(claimedAt, () =>
      settleClaim(database, now(), { row, id: claim }, settled, settle),
    );
    if (!mine) {
      logger.warn(
        `Outbox message '${row.topic}' ${row.key} took too long and was taken over`,
      );
    } else if (settled.to === 'dead') {
      logger.warn(
        `Outbox message '${row.topic}' ${row.key} is given up: ${settled.reason}`,
      );
    }
  }

  /**
   * The database may be away when there is an outcome to write: while the claim lasts nobody else can
   * have the message, and what was delivered need not be delivered again.
   */
  private async insist<T>(
    claimedAt: number,
    write: () => Promise<T>,
  ): Promise<T> {
    const until = claimedAt + this.options.visibility * 0.9;
    for (let wait = 100; ; wait = Math.min(2 * wait, 2_000)) {
      try {
        return await write();
      } catch (error) {
        const { signal } = this.cut;
        if (signal.aborted || performance.now() + wait > until) throw error;
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async attempt(
    handler: OutboxHandler,
    delivery: OutboxDelivery,
  ): Promise<OutboxOutcome> {
    const done = new AbortController();
    const signal = AbortSignal.any([this.cut.signal, done.signal]);
    const timer = setTimeout(
      () => done.abort(new Error('It took too long')),
      this.options.visibility * 0.75,
    );
    timer.unref();
    try {
      return (
        (await handler.handle(delivery, { signal })) ?? { outcome: 'done' }
      );
    } catch (error) {
      if (this.cut.signal.aborted) return { outcome: 'postpone', wait: 0 };
      return {
        outcome: 'retry',
        reason: error instanceof Error ? error.message : String(error),
      };
    } finally {
      clearTimeout(timer);
    }
  }

  private judge(outcome: OutboxOutcome, row: OutboxRow): Settled {
    const { backoff, giveUpAfter, keepFor } = this.options;
    const age = Number(row.now) - Number(row.not_before);
    const tooOld = age >= giveUpAfter;
    switch (outcome.outcome) {
      case 'done':
        return {
          to: 'done',
          keep: keepFor > 0 && this.options.handlers[row.topic].keep !== false,
        };
      case 'dead':
        return { to: 'dead', reason: outcome.reason };
      case 'postpone':
        return {
          to: 'waiting',
          wait: Math.max(0, Math.round(outcome.wait)),
          counts: false,
        };
      default: {
        if (tooOld) return { to: 'dead', reason: outcome.reason };
        const asked = outcome.retryAfter;
        const wait =
          asked === undefined
            ? backoffOf(backoff, row.attempts)
            : // A little later than asked, and never so late that no attempt is left.
              Math.min(asked * (1 + Math.random() / 10), giveUpAfter - age);
        return {
          to: 'waiting',
          wait: Math.max(0, Math.round(wait)),
          reason: outcome.reason,
          counts: true,
        };
      }
    }
  }

  private async thin(): Promise<void> {
    const { database, now, keepFor } = this.options;
    if (performance.now() - this.thinnedAt < thinEvery) return;
    this.thinnedAt = performance.now();
    const limit = 1000;
    let gone = limit;
    while (gone === limit && !this.stopping)
      gone = await thinOutbox(database, now(), { keepFor, limit });
  }
}

function settlementOf(outcome: OutboxOutcome): OutboxSettlement | undefined {
  return 'settle' in outcome ? outcome.settle : undefined;
}
