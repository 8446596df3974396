import type { Knex } from 'knex';
import { lockCounter } from '@ghostlight/reliability-node';
import type { Batch } from './Batch';
import { readInbox } from './database/readInbox';
import { loadChanged } from './database/loadState';
import type { PipelineState } from './PipelineState';
import { correlate } from './stages/correlate';
import { decide } from './stages/decide';
import { deduplicate } from './stages/deduplicate';
import { notify } from './stages/notify';
import { record } from './stages/record';
import { resolve } from './stages/resolve';
import { suppress } from './stages/suppress';

/** Names the stage that failed. */
export class StageError extends Error {
  private constructor(stage: string, readonly cause: unknown) {
    const text = cause instanceof Error ? cause.message : String(cause);
    super(`Stage ${stage} failed: ${text}`);
    this.name = 'StageError';
  }

  static of(stage: string, cause: unknown): StageError {
    return new StageError(stage, cause);
  }
}

/** What every report goes through, in this order. */
const stages: readonly {
  name: string;
  run(batch: Batch, state: PipelineState): void | Promise<void>;
}[] = [
  { name: 'resolve', run: resolve },
  { name: 'deduplicate', run: deduplicate },
  { name: 'suppress', run: suppress },
  { name: 'correlate', run: correlate },
  { name: 'decide', run: decide },
  { name: 'record', run: record },
  { name: 'notify', run: notify },
];

/** The inbox, alerts that are due to be looked at again, or both. */
export type Reads = 'both' | 'inbox' | 'due';

export interface BatchOptions {
  state: PipelineState;
  now: number;
  /** Rows of the inbox, and alerts to look at again, at most. */
  limit: number;
  /** What it takes; one kind only where it is to be found out what fails. */
  reads: Reads;
}

export interface BatchSummary {
  /** Rows of the inbox that were read. */
  read: number;
  /** Alerts that were looked at again. */
  rechecked: number;
  /** Incidents that were opened. */
  opened: number;
}

/**
 * Takes some of what waits through the stages and writes all that comes of it. Its transaction must be
 * fenced; when it fails, the state in memory is not to be trusted any more.
 */
export async function runBatch(
  trx: Knex.Transaction,
  options: BatchOptions,
): Promise<BatchSummary> {
  const { state, now, limit, reads } = options;
  const revision = await lockCounter(trx, 'correlation');
  await loadChanged(trx, state, revision, now);
  const inbox = await readInbox(trx, reads === 'due' ? 0 : limit);
  const due = reads === 'inbox' ? [] : await readDue(trx, now, limit);
  const summary = {
    read: inbox.size,
    rechecked: due.length,
    opened: 0,
  };
  if (!inbox.size && !due.length) return summary;
  const batch: Batch = {
    trx,
    now,
    key: `${inbox.last}.${now}`,
    reports: inbox.reports,
    changes: inbox.changes,
    findings: inbox.findings,
    due,
    lastIncident: await lockCounter(trx, 'incident'),
    outcomes: new Map(inbox.failed.map(id => [id, 'failed'])),
    works: new Map(),
    undone: new Map(),
    released: new Set(),
    incidents: new Map(),
    touched: new Set(),
    closed: new Set(),
    candidates: new Set(),
    openings: [],
    reopenings: new Map(),
    edits: new Map(),
    suspects: new Map(),
    entities: [],
    timeline: [],
    news: [],
  };
  for (const { name, run } of stages) {
    try {
      await run(batch, state);
    } catch (error) {
      throw StageError.of(name, error);
    }
  }
  return { ...summary, opened: batch.openings.length };
}

async function readDue(
  trx: Knex.Transaction,
  now: number,
  limit: number,
): Promise<number[]> {
  const rows: { id: number | string }[] = await trx('alerts')
    .whereNotNull('recheck_at')
    .where('recheck_at', '<=', now)
    .orderBy('recheck_at')
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => Number(id));
}
