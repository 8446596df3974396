import {
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { hostname } from 'node:os';
import { answerStep } from './answerStep';
import { capText } from './caps';
import { checkName, checkRequest } from './checkRequest';
import {
  pruneRuns,
  readJournal,
  readLedger,
  runOf,
  verifyLedger,
  type RunRecord,
} from './database';
import type { JournalEntry, LedgerEntry, Run, RunRequest } from './Run';
import type { RunChange } from './RunChange';
import { RunRunner } from './RunRunner';
import type { RunsApi } from './RunsApi';
import { RunStore } from './RunStore';
import { endUnbegun } from './settleRun';
import { finishStep } from './settleStep';
import type { RunHandler } from './StepHandler';

/** @public */
export interface RunsOptions {
  /** The plugin's own database; the tables `runs`, `run_*` are made in it. */
  database: Knex;
  logger: LoggerService;
  /** Milliseconds since the epoch, in place of the database's clock. For tests. */
  clock?: () => number;
  /** Leave the schema alone, as `database.migrations.skip` of the database service asks. */
  skipMigrations?: boolean;
  /** Milliseconds after which the work of a dead replica is taken over; 3 s by default. Work at hand is renewed three times as often. */
  leaseTtl?: number;
  /** Milliseconds between two looks for what others asked for; a quarter of `leaseTtl` by default. */
  pollInterval?: number;
  /** Runs that this replica does at once, not counting those that wait; 8 by default. */
  maxConcurrent?: number;
  /** Told after a change was committed by this replica: a hint, which may be lost when it dies. */
  onChange?(run: Run): void | Promise<void>;
  /** Writes what belongs to a change in its transaction, such as messages for an outbox. When it throws there was no change. */
  recordChange?(run: Run, trx: Knex.Transaction): Promise<void>;
}

/**
 * The runs of a plugin, on its own database.
 *
 * @public
 */
export class Runs implements RunsApi {
  private readonly runners = new Set<RunRunner>();
  private readonly handlers = new Map<string, RunHandler>();

  private constructor(
    private readonly options: RunsOptions,
    private readonly store: RunStore,
    private readonly name: string,
  ) {}

  static async create(options: RunsOptions): Promise<Runs> {
    const { leaseTtl } = options;
    if (leaseTtl !== undefined && !(Number.isInteger(leaseTtl) && leaseTtl > 0))
      throw new InputError(`leaseTtl is whole milliseconds, not ${leaseTtl}`);
    if (!options.skipMigrations) {
      await options.database.migrate.latest({
        directory: resolvePackagePath(
          '@ghostlight/reliability-node',
          'migrations',
        ),
        tableName: 'reliability_knex_migrations',
      });
    }
    const name = `${hostname()}:${process.pid}`.slice(-150);
    return new Runs(options, RunStore.create({ ...options, name }), name);
  }

  async request(
    request: RunRequest,
    trx?: Knex.Transaction,
  ): Promise<{ run: Run; created: boolean }> {
    checkRequest(request);
    const made = await this.store.request(request, trx);
    if (trx) {
      trx.executionPromise?.then(
        () => this.wake(),
        () => undefined,
      );
    } else this.wake();
    return made;
  }

  async get(id: string): Promise<Run> {
    return runOf(await this.store.read(id));
  }

  async list(filter: Parameters<RunsApi['list']>[0]): Promise<Run[]> {
    const { kind, target, states, limit = 50, before } = filter;
    const runs = await this.store.readAll(query => {
      if (kind !== undefined) query.where({ kind });
      if (target !== undefined) query.where({ target });
      if (states !== undefined) query.whereIn('state', states);
      if (before !== undefined) {
        const { database } = this.store;
        query.where(
          'seq',
          '<',
          database('runs').select('seq').where('id', before),
        );
      }
      return query
        .orderBy('seq', 'desc')
        .limit(Math.min(Math.max(1, Math.floor(limit)), 200));
    });
    return runs.map(runOf);
  }

  journal(id: string, after = 0, limit = 200): Promise<JournalEntry[]> {
    return readJournal(this.store.database, {
      id,
      after,
      limit: Math.min(Math.max(1, Math.floor(limit)), 1_000),
    });
  }

  ledger(id: string): Promise<LedgerEntry[]> {
    return readLedger(this.store.database, id);
  }

  verifyLedger(): Promise<{ rows: number; brokenAt?: number }> {
    return verifyLedger(this.store.database);
  }

  async decide(
    id: string,
    decision: { approve: boolean; by: string; comment?: string },
  ): Promise<Run> {
    const { approve, by, comment } = decision;
    let expired = false;
    const run = await this.command(id, change => {
      const { approval, requestedBy } = change.run;
      if (approval && by === requestedBy)
        throw new NotAllowedError('Whoever asked for it cannot approve it');
      if (change.run.finishedAt !== undefined || approval?.state !== 'waiting')
        throw new ConflictError(`Run ${id} does not wait for an approval`);
      expired = change.now >= approval.until;
      if (expired) {
        approval.state = 'expired';
        change.note('approval-expired', {});
        endUnbegun(change, 'rejected', 'Nobody approved it in time');
        return;
      }
      Object.assign(approval, {
        state: approve ? 'approved' : 'rejected',
        by,
        at: change.now,
        comment: comment === undefined ? undefined : capText(comment),
      });
      change.note(approval.state, { by, text: comment });
      if (!approve) {
        endUnbegun(change, 'rejected', comment || `Rejected by ${by}`);
      } else if (change.run.state === 'waiting-approval') {
        change.run.state = 'planned';
        change.run.dueAt = change.now;
      }
    });
    if (expired) throw new ConflictError(`The approval of run ${id} expired`);
    return run;
  }

  async answer(
    id: string,
    stepId: string,
    given: { by: string; answer: JsonObject; comment?: string },
  ): Promise<Run> {
    checkName('by', given.by, 300);
    const run = await this.store.read(id);
    const mutate = await answerStep(
      run,
      stepId,
      this.handlers.get(run.kind),
      given,
    );
    return this.command(id, mutate);
  }

  async note(
    id: string,
    line: Parameters<RunsApi['note']>[1],
    trx?: Knex.Transaction,
  ): Promise<void> {
    const { event, by, text, data, stepId } = line;
    checkName('event', event, 40);
    checkName('by', by, 300);
    await this.store.change(
      id,
      {},
      change => {
        const step = stepId === undefined ? undefined : change.step(stepId);
        if (stepId !== undefined && !step)
          throw new InputError(`Run ${id} has no step '${stepId}'`);
        change.remark(event, { step, by, text, data });
      },
      trx,
    );
  }

  async prune(filter: Parameters<RunsApi['prune']>[0]): Promise<number> {
    const { finishedBefore, limit } = filter;
    if (!Number.isSafeInteger(finishedBefore) || !Number.isSafeInteger(limit))
      throw new InputError('Runs are forgotten by whole numbers');
    return pruneRuns(this.store.database, filter);
  }

  cancel(id: string, by: string, reason: string): Promise<Run> {
    return this.command(id, change => {
      const { run, now } = change;
      if (run.finishedAt !== undefined || run.cancellation) return false;
      run.cancellation = { by, at: now, reason: capText(reason) };
      change.note('cancel-requested', { by, text: reason });
      if (run.startedAt === undefined) {
        endUnbegun(change, 'cancelled', reason);
        return undefined;
      }
      resumeDeadlines(run);
      run.state = 'cancelling';
      hurryUp(run);
      return undefined;
    });
  }

  pause(id: string, by: string): Promise<Run> {
    return this.command(id, change => {
      const { run } = change;
      if (run.finishedAt !== undefined || run.state === 'cancelling')
        throw new ConflictError(`Run ${id} is ${run.state}`);
      if (run.state === 'paused') return false;
      run.state = 'paused';
      run.pausedAt = change.now;
      change.note('paused', { by });
      return undefined;
    });
  }

  resume(id: string, by: string): Promise<Run> {
    return this.command(id, change => {
      const { run } = change;
      if (run.state !== 'paused')
        throw new ConflictError(`Run ${id} is ${run.state}, not paused`);
      resumeDeadlines(run);
      if (run.startedAt !== undefined) run.state = 'running';
      else if (run.approval?.state === 'waiting')
        run.state = 'waiting-approval';
      else run.state = 'planned';
      run.dueAt = change.now;
      change.note('resumed', { by });
    });
  }

  skip(id: string, stepId: string, by: string, reason: string): Promise<Run> {
    return this.command(id, change => {
      const { run } = change;
      const step = change.step(stepId);
      if (!step) throw new InputError(`Run ${id} has no step '${stepId}'`);
      if (run.finishedAt !== undefined || run.state === 'cancelling')
        throw new ConflictError(`Run ${id} is ${run.state}`);
      if (step.intended)
        throw new ConflictError(
          `An effect of step '${stepId}' may have happened: it is read back first`,
        );
      if (step.state !== 'pending' && step.state !== 'waiting')
        throw new ConflictError(`Step '${stepId}' is ${step.state}`);
      finishStep(change, step, 'skipped', { by, text: reason });
      if (run.state === 'running') run.dueAt = change.now;
    });
  }

  async hurry(id: string): Promise<void> {
    await this.command(id, change => {
      const { run } = change;
      if (run.state !== 'running' && run.state !== 'cancelling') return false;
      hurryUp(run);
      return undefined;
    });
  }

  start(options: { handlers: RunHandler[]; signal: AbortSignal }): void {
    const { handlers, signal } = options;
    if (signal.aborted) return;
    for (const handler of handlers) this.handlers.set(handler.kind, handler);
    const { logger, leaseTtl = 3_000 } = this.options;
    const runner = RunRunner.create({
      store: this.store,
      logger,
      name: this.name,
      handlers,
      leaseTtl,
      pollInterval: this.options.pollInterval ?? leaseTtl / 4,
      maxConcurrent: this.options.maxConcurrent ?? 8,
    });
    this.runners.add(runner);
    signal.addEventListener('abort', () => void runner.stop());
    runner.start();
  }

  wake(): void {
    for (const runner of this.runners) runner.wake();
  }

  /** Claims nothing more, and waits until what is being done is handed over. */
  async stop(): Promise<void> {
    const runners = [...this.runners];
    this.runners.clear();
    await Promise.all(runners.map(runner => runner.stop()));
  }

  private async command(
    id: string,
    mutate: (change: RunChange) => void | false,
  ): Promise<Run> {
    const { changed, run } = await this.store.change(id, {}, mutate);
    if (changed) this.wake();
    return run;
  }
}

/** The time of steps stood still while the run was paused. */
function resumeDeadlines(run: RunRecord): void {
  const paused = run.pausedAt === undefined ? 0 : run.now - run.pausedAt;
  run.pausedAt = undefined;
  for (const step of run.steps) {
    if (step.finishedAt === undefined && step.deadline !== undefined)
      step.deadline += Math.max(0, paused);
  }
}

function hurryUp(run: RunRecord): void {
  run.dueAt = run.now;
  for (const step of run.steps) {
    if (step.state === 'waiting') step.nextAt = run.now;
  }
}
