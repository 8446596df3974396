import type { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'node:crypto';
import { LeaseLostError } from '../leases';
import { withLease } from '../leases/withLease';
import { Waker } from '../outbox/Waker';
import { anyDue, claimRuns, RunLease, type RunRow } from './database';
import type { RunStore } from './RunStore';
import { RunWork } from './RunWork';
import type { RunHandler } from './StepHandler';

export interface RunRunnerOptions {
  store: RunStore;
  logger: LoggerService;
  /** Of the replica. */
  name: string;
  handlers: RunHandler[];
  leaseTtl: number;
  pollInterval: number;
  maxConcurrent: number;
}

/** Claims what is due and does it, on one replica. */
export class RunRunner {
  private readonly waker = Waker.create();
  private readonly atWork = new Map<string, RunWork>();
  private readonly working = new Set<Promise<void>>();
  private readonly hung = new Set<string>();
  private readonly cut = new AbortController();
  private loop: Promise<void> | undefined;

  private constructor(private readonly options: RunRunnerOptions) {}

  static create(options: RunRunnerOptions): RunRunner {
    return new RunRunner(options);
  }

  start(): void {
    this.loop ??= this.run();
  }

  wake(): void {
    this.waker.wake();
  }

  /** Claims nothing more, tells handlers to stop, and hands over what they were at. */
  async stop(): Promise<void> {
    this.cut.abort(new Error('The replica stops'));
    this.waker.wake();
    await this.loop;
    await Promise.all(this.working);
  }

  private get stopping(): boolean {
    return this.cut.signal.aborted;
  }

  private async run(): Promise<void> {
    const { logger, pollInterval } = this.options;
    while (!this.stopping) {
      try {
        await this.watch();
        await this.round();
      } catch (error) {
        // The database may be away for a while; what is due stays so.
        if (!this.stopping)
          logger.warn('The runs could not be read', error as Error);
      }
      // Replicas do not come all at once.
      await this.waker.sleep(pollInterval * (0.75 + Math.random() / 2));
    }
  }

  /** Tells those at work how their runs are, which may have been changed on another replica. */
  private async watch(): Promise<void> {
    const { store } = this.options;
    const ids = [...this.atWork.keys()];
    if (!ids.length) return;
    const runs: (Pick<RunRow, 'id' | 'state' | 'revision'> & {
      now: number | string;
    })[] = await store
      .database('runs')
      .select(
        'id',
        'state',
        'revision',
        store.database.raw(`${store.now()} as now`),
      )
      .whereIn('id', ids);
    for (const { id, state, revision, now } of runs)
      this.atWork.get(id)?.tell({ state, revision, now: Number(now) });
  }

  private async round(): Promise<void> {
    const { handlers, leaseTtl, maxConcurrent, name, store } = this.options;
    const kinds = handlers.map(({ kind }) => kind);
    const limit = maxConcurrent - this.working.size;
    if (limit < 1 || !kinds.length || this.stopping) return;
    if (!(await anyDue(store.database, store.now(), kinds))) return;
    const holder = `${name}:${randomUUID()}`.slice(-200);
    const heldFrom = performance.now();
    const claimed = await claimRuns(store.database, store.now(), {
      kinds,
      limit,
      holder,
      ttl: leaseTtl,
    });
    for (const { id, token } of claimed) {
      const lease = RunLease.create({
        database: store.database,
        runId: id,
        token,
        holder,
        ttl: leaseTtl,
        now: () => store.now(),
        heldFrom,
      });
      this.take(id, lease);
    }
  }

  private take(id: string, lease: RunLease): void {
    const { logger } = this.options;
    const work: Promise<void> = this.perform(id, lease)
      .catch(error => {
        // Whoever holds it now goes on, or whoever finds it due.
        if (error instanceof LeaseLostError) logger.info(error.message);
        else if (!this.stopping)
          logger.error(`Run ${id} could not be gone on with`, error);
      })
      .finally(() => {
        this.working.delete(work);
        // There is room now, and perhaps a next one for the target.
        this.waker.wake();
      });
    this.working.add(work);
  }

  private async perform(id: string, lease: RunLease): Promise<void> {
    const { handlers, logger, store } = this.options;
    const run = await store.read(id);
    const handler = handlers.find(({ kind }) => kind === run.kind)!;
    await withLease(lease, this.cut.signal, logger, async (_, signal) => {
      const work = RunWork.create({
        store,
        logger,
        lease,
        run,
        handler,
        signal,
        hung: this.hung,
        onParked: after => this.wakeAfter(after),
      });
      this.atWork.set(id, work);
      try {
        await work.perform();
      } finally {
        this.atWork.delete(id);
      }
    });
  }

  private wakeAfter(after: number): void {
    // What comes later is found by looking.
    if (after > this.options.pollInterval) return;
    setTimeout(() => this.waker.wake(), Math.max(0, after)).unref();
  }
}
