import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseClock } from '../leases/databaseClock';
import {
  insertRun,
  lockRun,
  readRun,
  readRuns,
  readSteps,
  runOf,
  runRecordOf,
  stepRecordOf,
  wakeNext,
  type RunLease,
  type RunRecord,
  type RunRow,
} from './database';
import type { Run, RunRequest } from './Run';
import { RunChange } from './RunChange';

export interface RunStoreOptions {
  database: Knex;
  logger: LoggerService;
  clock?: () => number;
  /** Of the replica. */
  name: string;
  onChange?(run: Run): void | Promise<void>;
  recordChange?(run: Run, trx: Knex.Transaction): Promise<void>;
}

/** Returns false to leave everything as it is. */
export type Mutation = (
  change: RunChange,
  trx: Knex.Transaction,
) => void | false | Promise<void | false>;

/** Runs as rows: every change of one goes through here, one at a time. */
export class RunStore {
  private constructor(private readonly options: RunStoreOptions) {}

  static create(options: RunStoreOptions): RunStore {
    return new RunStore(options);
  }

  get database(): Knex {
    return this.options.database;
  }

  /** SQL for now. */
  now(): string {
    const { clock, database } = this.options;
    return clock ? String(Math.floor(clock())) : databaseClock(database);
  }

  /** A clock that agrees with the one of the database, which was read as `known` just now. */
  clockFrom(known: number): () => number {
    const { clock } = this.options;
    const at = performance.now();
    return clock ?? (() => Math.round(known + performance.now() - at));
  }

  read(id: string): Promise<RunRecord> {
    return readRun(this.database, this.now(), id);
  }

  readAll(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<RunRecord[]> {
    return readRuns(this.database, this.now(), narrow);
  }

  /** Finds the run of a request or makes it. */
  async request(
    request: RunRequest,
    outer?: Knex.Transaction,
  ): Promise<{ run: Run; created: boolean }> {
    const within = async (trx: Knex.Transaction) => {
      const id = await insertRun(trx, this.now(), request);
      if (id === undefined) {
        const { kind, key } = request;
        const [run] = await readRuns(trx, this.now(), query =>
          query.where({ kind, key }),
        );
        if (!run)
          throw new NotFoundError(
            `The run '${key}' was made after this transaction began`,
          );
        return { run: runOf(run), created: false };
      }
      const change = RunChange.create(
        await readRun(trx, this.now(), id),
        this.options.name,
      );
      change.note('requested', { by: request.requestedBy });
      return { run: await this.save(change, trx), created: true };
    };
    const made = outer
      ? await within(outer)
      : await this.database.transaction(within);
    if (made.created) this.tellAfter(made.run, outer);
    return made;
  }

  /**
   * Changes a run under the lock of its row: with the lease if one is given, and only if it is at
   * `revision` if one is given. In an outer transaction nothing may change that another run waits for.
   *
   * @param guard - `known`: how the run was when it was last seen; its steps are not read again when
   *   nobody has changed it since
   * @returns the run, and whether it was changed
   * @throws LeaseLostError and NotFoundError
   */
  async change(
    id: string,
    guard: { lease?: RunLease; revision?: number; known?: RunRecord },
    mutate: Mutation,
    outer?: Knex.Transaction,
  ): Promise<{ changed: boolean; run: Run; record: RunRecord }> {
    const within = async (trx: Knex.Transaction) => {
      const row = await lockRun(trx, this.now(), id, guard.lease);
      const record = await recordAt(trx, row, guard.known);
      const change = RunChange.create(record, this.options.name);
      const stale =
        guard.revision !== undefined && guard.revision !== record.revision;
      if (stale || (await mutate(change, trx)) === false) {
        return { changed: false, news: false, run: runOf(record), record };
      }
      return {
        changed: true,
        news: change.news,
        run: await this.save(change, trx),
        record,
      };
    };
    const { changed, news, run, record } = outer
      ? await within(outer)
      : await this.database.transaction(within);
    if (news) this.tellAfter(run, outer);
    if (changed && run.target !== undefined && isOutOfTheWay(run)) {
      // Not in the transaction, where it would lock a second run. The next one looks by itself too.
      await wakeNext(this.database, this.now(), run.target).catch(error =>
        this.options.logger.warn(`Nothing was woken for ${run.target}`, error),
      );
    }
    return { changed, run, record };
  }

  private async save(change: RunChange, trx: Knex.Transaction): Promise<Run> {
    await change.save(trx);
    const run = runOf(change.run);
    if (change.recorded) await this.options.recordChange?.(run, trx);
    await change.saveLedger(trx);
    return run;
  }

  /** When what it was changed in is committed, if that is somebody else's. */
  private tellAfter(run: Run, outer: Knex.Transaction | undefined): void {
    if (!outer) this.tell(run);
    else
      outer.executionPromise?.then(
        () => this.tell(run),
        () => undefined,
      );
  }

  private tell(run: Run): void {
    const { logger, onChange } = this.options;
    if (!onChange) return;
    Promise.resolve()
      .then(() => onChange(run))
      .catch(error => logger.warn(`Nobody was told of run ${run.id}`, error));
  }
}

/** Every change of a step is one of its run: at the same revision the steps are the same. */
async function recordAt(
  trx: Knex.Transaction,
  row: RunRow & { now: number | string },
  known: RunRecord | undefined,
): Promise<RunRecord> {
  const run = runRecordOf(row);
  return {
    ...run,
    steps:
      known?.revision === run.revision
        ? known.steps.map(step => ({ ...step }))
        : (await readSteps(trx, run.id)).map(stepRecordOf),
  };
}

function isOutOfTheWay(run: Run): boolean {
  return (
    run.finishedAt !== undefined ||
    (run.state === 'paused' && run.startedAt === undefined)
  );
}
