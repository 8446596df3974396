import type {
  ExecutionBrief,
  Rehearsed,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import type {
  ExecutionRow,
  ExecutionSummary,
} from '../executions/ExecutionRow';
import type { RunbookHistory } from './describeRunbook';

/** The last run and the last rehearsal of each, and when it was last tried, in three queries. */
export async function readHistory(
  db: Knex,
  refs: string[],
): Promise<Map<string, RunbookHistory>> {
  const [runs, rehearsals, tried] = await Promise.all([
    latest(db, refs, ['runbook']),
    latest(db, refs, ['rehearsal', 'dry-run']),
    readTried(db, refs),
  ]);
  const histories = new Map<string, RunbookHistory>();
  for (const ref of refs) {
    const run = runs.get(ref);
    const rehearsal = rehearsals.get(ref);
    const triedAt = tried.get(ref);
    histories.set(ref, {
      ...(run && { lastRun: briefOf(run) }),
      ...(rehearsal && { lastRehearsed: rehearsedOf(rehearsal) }),
      ...(triedAt && { triedAt }),
    });
  }
  return histories;
}

/** All that is of a runbook tries it: a run, a dry run, a rehearsal. */
async function readTried(
  db: Knex,
  refs: string[],
): Promise<Map<string, number>> {
  if (!refs.length) return new Map();
  const rows: { runbook_ref: string; at: number | string }[] = await db(
    'executions',
  )
    .whereIn('runbook_ref', refs)
    .whereNotNull('started_at')
    .groupBy('runbook_ref')
    .select('runbook_ref')
    .max({ at: 'started_at' });
  return new Map(rows.map(row => [row.runbook_ref, Number(row.at)]));
}

async function latest(
  db: Knex,
  refs: string[],
  kinds: ExecutionRow['kind'][],
): Promise<Map<string, ExecutionRow>> {
  if (!refs.length) return new Map();
  const rows: ExecutionRow[] = await db<ExecutionRow>('executions').whereIn(
    'seq',
    db('executions')
      .whereIn('runbook_ref', refs)
      .whereIn('kind', kinds)
      .groupBy('runbook_ref')
      .max('seq'),
  );
  return new Map(rows.map(row => [row.runbook_ref!, row]));
}

export function briefOf(row: ExecutionRow): ExecutionBrief {
  const { said }: ExecutionSummary = JSON.parse(row.summary);
  return {
    id: row.id,
    state: row.state,
    ...(row.started_at !== null && { startedAt: isoOf(row.started_at) }),
    ...(row.finished_at !== null && { finishedAt: isoOf(row.finished_at) }),
    by: row.requested_by,
    said,
  };
}

function rehearsedOf(row: ExecutionRow): Rehearsed {
  const { rehearsal }: ExecutionSummary = JSON.parse(row.summary);
  const recovered = rehearsal?.wouldHaveRecovered;
  return {
    at: isoOf(row.requested_at),
    executionId: row.id,
    ...(row.incident_id && { incidentId: row.incident_id }),
    ...(recovered &&
      recovered !== 'unknown' && { wouldHaveRecovered: recovered === 'yes' }),
  };
}

function isoOf(ms: number | string): string {
  return new Date(Number(ms)).toISOString();
}
