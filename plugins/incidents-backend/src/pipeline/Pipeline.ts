import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { IncidentRules } from '@ghostlight/plugin-incidents-common';
import {
  LeaseLostError,
  type Lease,
  type Leases,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Correlation } from '../correlation/Correlation';
import type { Graph } from '../graph/Graph';
import type { IncidentAnnouncer } from '../notifications/IncidentAnnouncer';
import { Bell } from './Bell';
import { loadState } from './database/loadState';
import { readWaiting } from './database/readWaiting';
import { putOffFirst, quarantineFirst } from './database/setAside';
import { PipelineState, type PipelineTools } from './PipelineState';
import { runBatch, type BatchSummary, type Reads } from './runBatch';
import { noMaintenance, type MaintenanceCalendar } from './suppression';
import { closeIdleGroups } from './upkeep/closeIdleGroups';
import { resolveRecovered } from './upkeep/resolveRecovered';

const leaseName = 'incidents-correlator';
const hour = 3_600_000;

export interface PipelineOptions {
  db: Knex;
  leases: Leases;
  graph: Graph;
  rules: IncidentRules;
  /** Makes an empty one: it is filled anew whenever the lease was taken or a batch failed. */
  correlation: () => Correlation;
  announcer: IncidentAnnouncer;
  maintenance?: MaintenanceCalendar;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Rows a transaction. 1,000 by default. */
  batchSize?: number;
  /** How often it looks without being woken, in milliseconds. 1,000 by default. */
  pollMs?: number;
  /** Until another replica takes over from one that died, in milliseconds. 10,000 by default. */
  leaseMs?: number;
  /**
   * By adapter: milliseconds without news after which an alert is taken to be over. By default a day
   * for those whose senders never say so ({@link silentByDefault}); undefined for never.
   */
  silentAfterMs?: Readonly<Record<string, number | undefined>>;
  /** Firing reports this long after the end are believed whatever start they name. 6 h by default. */
  lateMs?: number;
  /** Whether alerts of no known entity are looked at again from time to time. True by default. */
  seekEntities?: boolean;
  /**
   * Whether what recovered is resolved as of when that was due, and not as of now: for a replay, whose
   * clock goes in leaps. False by default.
   */
  resolvesOnTime?: boolean;
  /** After each batch that did something, once it is committed. */
  onBatch?: (summary: BatchSummary) => void;
}

/** Adapters whose senders report each event and never that it is over. */
export const silentByDefault: Readonly<Record<string, number>> = {
  falco: 24 * hour,
  splunk: 24 * hour,
};

/**
 * Reads the inbox, batch by batch, on one replica at a time, and makes alerts and incidents of it.
 * Each batch is one transaction that begins by asserting the lease: whatever happens to the process or
 * the database, a batch is written whole or not at all, and what is not written is read again.
 */
export class Pipeline {
  private readonly bell = Bell.create();
  private state?: PipelineState;
  /** Token of the lease that the state was true under. */
  private token = -1;
  private limit: number;
  private reads: Reads = 'both';
  private failures = 0;
  private sweptAt = 0;
  private stopping = new AbortController();
  private running?: Promise<unknown>;

  private constructor(
    private readonly options: PipelineOptions,
    private readonly tools: PipelineTools,
    private readonly now: () => number,
    private readonly batchSize: number,
  ) {
    this.limit = batchSize;
  }

  static create(options: PipelineOptions): Pipeline {
    const { announcer, graph, logger, rules } = options;
    const { maintenance = noMaintenance, silentAfterMs } = options;
    const tools: PipelineTools = {
      announcer,
      graph,
      logger,
      rules,
      maintenance,
      seekEntities: options.seekEntities ?? true,
      resolvesOnTime: options.resolvesOnTime ?? false,
      silentAfterMs: { ...silentByDefault, ...silentAfterMs },
      episodes: {
        returnWithinMs: rules.suppress.flapping?.withinMs ?? 0,
        lateMs: options.lateMs ?? 6 * hour,
      },
    };
    const { now = Date.now, batchSize = 1_000 } = options;
    return new Pipeline(options, tools, now, batchSize);
  }

  /** Reads for as long as the process lives, or until `stop`; waits where another replica reads. */
  async start(options: { scheduler: SchedulerService }): Promise<void> {
    await options.scheduler.scheduleTask({
      id: leaseName,
      frequency: { seconds: 1 },
      timeout: { hours: 1 },
      // Every replica asks for the lease; one has it.
      scope: 'local',
      fn: signal => this.run(signal),
    });
  }

  /** Reads while it can have the lease, until told to stop. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const { leases, leaseMs: ttl = 10_000 } = this.options;
    const both = AbortSignal.any([signal, this.stopping.signal]);
    const done = leases.withLease(
      leaseName,
      { ttl, signal: both },
      (lease, held) => this.read(lease, held),
    );
    this.running = done.catch(() => undefined);
    await done;
  }

  /** Ends the reading once the batch under way is done, and gives the lease back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.running;
  }

  /** Says that there is something to read. */
  wake(): void {
    this.bell.ring();
  }

  /**
   * Reads until nothing waits, in this call. For tests.
   *
   * @throws ConflictError when another holds the lease
   */
  async drain(): Promise<void> {
    await this.hold(drain => drain());
  }

  /**
   * Holds the lease while something goes on that has it read, each time until nothing waits. For
   * replays: they read so often that taking the lease each time would be a good part of the work.
   *
   * @throws ConflictError when another holds the lease
   */
  async hold(
    work: (drain: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const { leases, leaseMs: ttl = 10_000 } = this.options;
    const done = await leases.withLease(leaseName, { ttl }, async lease => {
      await this.prepare(lease);
      await work(() => this.catchUp(lease, AbortSignal.any([]), true));
    });
    if (done.outcome === 'taken')
      throw new ConflictError('Another replica reads the inbox');
  }

  private async read(lease: Lease, signal: AbortSignal): Promise<void> {
    const { logger, pollMs = 1_000 } = this.options;
    while (!signal.aborted) {
      try {
        await this.prepare(lease);
        await this.catchUp(lease, signal, false);
      } catch (error) {
        if (error instanceof LeaseLostError) return;
        logger.error(`Alerts wait: ${stringifyError(error)}`);
      }
      await this.bell.rung(pollMs, signal);
    }
  }

  /** Loads what is open, unless nobody else wrote since this one last did. */
  private async prepare(lease: Lease): Promise<void> {
    const unbroken =
      lease.token === this.token || lease.token === this.token + 1;
    this.token = lease.token;
    if (this.state && unbroken) return;
    await this.load();
  }

  private async load(): Promise<PipelineState> {
    const { db, correlation } = this.options;
    this.state = undefined;
    const state = PipelineState.create({
      tools: this.tools,
      correlation: correlation(),
    });
    await loadState(db, state, this.now());
    this.state = state;
    return state;
  }

  /** Reads until nothing waits. What fails is tried in smaller parts, until the one to blame is found. */
  private async catchUp(
    lease: Lease,
    signal: AbortSignal,
    patient: boolean,
  ): Promise<void> {
    while (!signal.aborted) {
      const state = this.state ?? (await this.load());
      const waiting = await readWaiting(this.options.db, {
        now: this.now(),
        revision: state.revision,
        resolveAfterMs: this.tools.rules.incidents.resolveAfterMs,
      });
      if (waiting.batch && !(await this.batch(lease, patient))) return;
      if (waiting.recovered) await this.upkeep(lease, state);
      if (!waiting.batch && !waiting.recovered) break;
    }
    if (!signal.aborted) await this.sweep(lease);
  }

  /** @returns whether to go on at once */
  private async batch(lease: Lease, patient: boolean): Promise<boolean> {
    const { db, logger, onBatch } = this.options;
    const state = this.state!;
    const { limit, reads } = this;
    try {
      const summary = await db.transaction(async trx => {
        await lease.assert(trx);
        return runBatch(trx, { state, now: this.now(), limit, reads });
      });
      this.failures = 0;
      this.relax(summary);
      onBatch?.(summary);
      return true;
    } catch (error) {
      // Correlation has seen what was never written.
      this.state = undefined;
      if (error instanceof LeaseLostError) throw error;
      logger.warn(`A batch failed: ${stringifyError(error)}`);
      this.failures += 1;
      this.limit = Math.max(1, Math.floor(limit / 8));
      if (reads === 'both') this.reads = 'inbox';
      // Where the database is to blame, this throws too, and nothing is set aside.
      else if (limit === 1) await this.setAside(lease, reads, error);
      return patient || this.failures < 20;
    }
  }

  /** After a failure the inbox is read alone, then what is due, so that it shows what is to blame. */
  private relax({ read, rechecked }: BatchSummary): void {
    this.limit = Math.min(this.batchSize, this.limit * 2);
    const isDone = this.reads === 'inbox' ? !read : !rechecked;
    if (this.reads === 'both' || !isDone) return;
    this.reads = this.reads === 'inbox' ? 'due' : 'both';
    this.limit = this.batchSize;
  }

  private async setAside(
    lease: Lease,
    what: 'inbox' | 'due',
    error: unknown,
  ): Promise<void> {
    const { db, logger } = this.options;
    const id = await db.transaction(async trx => {
      await lease.assert(trx);
      return what === 'inbox'
        ? quarantineFirst(trx, String(error), this.now())
        : putOffFirst(trx, this.now());
    });
    const where = what === 'inbox' ? 'row of the inbox' : 'alert';
    logger.error(`Set aside: ${where} ${id}, as it fails: ${error}`);
  }

  private async upkeep(lease: Lease, state: PipelineState): Promise<void> {
    await this.options.db.transaction(async trx => {
      await lease.assert(trx);
      await resolveRecovered(trx, state.tools, this.now());
    });
  }

  /** Once a minute: what is long over is forgotten. */
  private async sweep(lease: Lease): Promise<void> {
    const { state } = this;
    const now = this.now();
    if (!state || now < this.sweptAt + 60_000) return;
    this.sweptAt = now;
    const closed = await this.options.db.transaction(async trx => {
      await lease.assert(trx);
      return closeIdleGroups(trx, state, now);
    });
    for (const id of closed) state.close(id);
  }
}
