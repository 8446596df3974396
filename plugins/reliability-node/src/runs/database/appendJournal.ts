import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { JournalEntry } from '../Run';

interface JournalRow {
  run_id: string;
  seq: number;
  at: number | string;
  event: string;
  step_id: string | null;
  by: string | null;
  text: string | null;
  data: string | null;
}

/** Statements that add lines. */
export function appendJournal(
  trx: Knex.Transaction,
  entries: JournalEntry[],
): Knex.QueryBuilder[] {
  const rows = entries.map(
    (entry): JournalRow => ({
      run_id: entry.runId,
      seq: entry.seq,
      at: entry.at,
      event: entry.event,
      step_id: entry.stepId ?? null,
      by: entry.by ?? null,
      text: entry.text ?? null,
      data: entry.data === undefined ? null : JSON.stringify(entry.data),
    }),
  );
  const pieces: Knex.QueryBuilder[] = [];
  for (let from = 0; from < rows.length; from += 100)
    pieces.push(trx('run_journal').insert(rows.slice(from, from + 100)));
  return pieces;
}

export async function readJournal(
  database: Knex,
  page: { id: string; after: number; limit: number },
): Promise<JournalEntry[]> {
  const rows: JournalRow[] = await database('run_journal')
    .where({ run_id: page.id })
    .where('seq', '>', page.after)
    .orderBy('seq')
    .limit(page.limit);
  return rows.map(row => ({
    runId: row.run_id,
    seq: row.seq,
    at: Number(row.at),
    event: row.event,
    ...(row.step_id === null ? {} : { stepId: row.step_id }),
    ...(row.by === null ? {} : { by: row.by }),
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.data === null ? {} : { data: JSON.parse(row.data) as JsonObject }),
  }));
}
