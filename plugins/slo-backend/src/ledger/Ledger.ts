import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EpochSeconds,
  Minute,
  Objective,
} from '@ghostlight/plugin-slo-common';
import type { Lease } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { lookupTotals } from './database/lookupTotals';
import { recordChunk, type RecordItem, type RecordResult } from './recordChunk';
import { recountObjectives } from './recountObjectives';
import { defaultRetention, type Retention } from './Retention';
import { thinLedger } from './thinLedger';
import type { Totals } from './Totals';

export interface LedgerOptions {
  database: Knex;
  logger: LoggerService;
  retention?: Partial<Retention>;
  /** Milliseconds since the epoch. */
  clock?: () => number;
}

/** How a call writes. */
export interface WriteOptions {
  /** Fences the write: it fails with LeaseLostError when another replica took over. */
  lease?: Lease;
  /** Write as a part of this transaction. */
  transaction?: Knex.Transaction;
}

/** Objectives and samples a statement handles at once. */
const objectivesAtOnce = 500;
const samplesAtOnce = 50_000;

/**
 * What was measured, as running totals per objective and minute. Any window is the difference of
 * two lookups, so its cost does not grow with history.
 */
export class Ledger {
  private constructor(
    private readonly database: Knex,
    private readonly logger: LoggerService,
    readonly retention: Retention,
    private readonly clock: () => number,
  ) {}

  static create(options: LedgerOptions): Ledger {
    const { database, logger, retention, clock = Date.now } = options;
    return new Ledger(
      database,
      logger,
      { ...defaultRetention, ...retention },
      clock,
    );
  }

  /**
   * Stores good and total of closed minutes. Idempotent: a minute that is there is replaced, and
   * everything later shifted. What cannot be taken is named in the result, the rest is stored.
   * All or nothing of the batch is written; results are in the order of the batch's objectives.
   *
   * @throws LeaseLostError
   */
  async record(
    batch: RecordItem[],
    options: WriteOptions = {},
  ): Promise<RecordResult[]> {
    const merged = new Map<number, RecordItem>();
    for (const item of batch) {
      const known = merged.get(item.objectiveId);
      const samples = known ? known.samples.concat(item.samples) : item.samples;
      merged.set(item.objectiveId, { ...item, samples });
    }
    const items = [...merged.values()].sort(
      (a, b) => a.objectiveId - b.objectiveId,
    );
    const limits = {
      now: Math.floor(this.clock() / 60_000),
      minuteRetention: this.retention.minutes * 1440,
    };
    const results = new Map<number, RecordResult>();
    await this.write(options, async trx => {
      for (const chunk of chunksOf(items)) {
        for (const result of await recordChunk(trx, chunk, limits)) {
          results.set(result.objectiveId, result);
        }
      }
    });
    return [...merged.keys()].flatMap(id => results.get(id) ?? []);
  }

  /** Totals at instants, one query a chunk of objectives; see {@link lookupTotals}. */
  async totals(
    wanted: { objectiveId: number; minutes: Minute[] }[],
    database: Knex = this.database,
  ): Promise<Map<number, (Totals | undefined)[]>> {
    const found: Awaited<ReturnType<typeof lookupTotals>> = new Map();
    for (let at = 0; at < wanted.length; at += objectivesAtOnce) {
      const part = await lookupTotals(
        database,
        wanted.slice(at, at + objectivesAtOnce),
      );
      for (const [id, totals] of part) found.set(id, totals);
    }
    return found;
  }

  /**
   * Counts anew what a correction that was created or deleted touches, in both directions.
   *
   * Exact for as long as minutes are kept; older parts of an hour are taken pro rata.
   */
  async recount(
    correction: {
      entityRef: string;
      /** One objective; else all of the entity. */
      ref?: string;
      from: EpochSeconds;
      to: EpochSeconds;
    },
    options: WriteOptions = {},
  ): Promise<void> {
    const { entityRef, ref, from, to } = correction;
    const span = { from: Math.floor(from / 60), to: Math.ceil(to / 60) };
    await this.write(options, async trx => {
      const rows: { id: number; definition: string }[] = await trx('objectives')
        .where({ entity_ref: entityRef, ...(ref && { ref }) })
        .orderBy('id')
        .select('id', 'definition');
      for (let at = 0; at < rows.length; at += 20) {
        const objectives = rows.slice(at, at + 20).map(row => ({
          id: row.id,
          definition: JSON.parse(row.definition) as Objective,
        }));
        await recountObjectives(trx, objectives, span);
      }
    });
  }

  /** Forgets all that was measured of objectives: they now measure something else. */
  async restart(
    objectiveIds: number[],
    options: WriteOptions = {},
  ): Promise<void> {
    await this.write(options, async trx => {
      await trx('ledger').whereIn('objective_id', objectiveIds).delete();
    });
  }

  /**
   * Makes room as the retention says, in bounded transactions. No sum between hours changes.
   *
   * @returns rows deleted
   */
  async thin(
    now: EpochSeconds = this.clock() / 1000,
    signal?: AbortSignal,
  ): Promise<number> {
    const deleted = await thinLedger(
      this.database,
      this.retention,
      Math.floor(now / 60),
      signal,
    );
    this.logger.debug(`Thinned the ledger by ${deleted} rows`);
    return deleted;
  }

  private async write(
    { lease, transaction }: WriteOptions,
    work: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const fenced = async (trx: Knex.Transaction) => {
      await lease?.assert(trx);
      await work(trx);
    };
    if (transaction) await fenced(transaction);
    else await this.database.transaction(fenced);
  }
}

function* chunksOf(items: RecordItem[]): Generator<RecordItem[]> {
  let chunk: RecordItem[] = [];
  let samples = 0;
  for (const item of items) {
    const full =
      chunk.length >= objectivesAtOnce ||
      samples + item.samples.length > samplesAtOnce;
    if (chunk.length && full) {
      yield chunk;
      chunk = [];
      samples = 0;
    }
    chunk.push(item);
    samples += item.samples.length;
  }
  if (chunk.length) yield chunk;
}
