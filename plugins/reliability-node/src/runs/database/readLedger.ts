import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { LedgerEntry } from '../Run';
import { ledgerHash } from './ledgerHash';

interface LedgerRow {
  seq: number | string;
  at: number | string;
  action_id: string;
  run_id: string;
  step_id: string;
  state: LedgerEntry['state'];
  effect: string;
  token: number | string;
  previous_hash: string;
  hash: string;
}

function entryOf(row: LedgerRow): LedgerEntry {
  return {
    seq: Number(row.seq),
    at: Number(row.at),
    actionId: row.action_id,
    runId: row.run_id,
    stepId: row.step_id,
    state: row.state,
    effect: JSON.parse(row.effect) as JsonObject,
    token: Number(row.token),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** The effects of one run, in order. */
export async function readLedger(
  database: Knex,
  runId: string,
): Promise<LedgerEntry[]> {
  const rows: LedgerRow[] = await database('run_ledger')
    .where({ run_id: runId })
    .orderBy('seq');
  return rows.map(entryOf);
}

const page = 1_000;

/** Follows the whole chain, a page at a time, to where it ended when this began. */
export async function verifyLedger(
  database: Knex,
): Promise<{ rows: number; brokenAt?: number }> {
  const head: { seq: number | string; hash: string } = await database(
    'run_ledger_head',
  ).first('seq', 'hash');
  const end = Number(head.seq);
  let seq = 0;
  let hash = '0'.repeat(64);
  for (;;) {
    const rows: LedgerRow[] = await database('run_ledger')
      .where('seq', '>', seq)
      .where('seq', '<=', end)
      .orderBy('seq')
      .limit(page);
    for (const row of rows) {
      if (!follows(row, seq, hash)) return { rows: seq, brokenAt: seq + 1 };
      seq += 1;
      hash = row.hash;
    }
    if (rows.length < page) break;
  }
  // Rows that were taken from the end break no link; the head tells of them.
  if (seq < end) return { rows: seq, brokenAt: seq + 1 };
  return hash === head.hash
    ? { rows: seq }
    : { rows: seq, brokenAt: Math.max(1, seq) };
}

function follows(row: LedgerRow, seq: number, hash: string): boolean {
  try {
    const entry = entryOf(row);
    return (
      entry.seq === seq + 1 &&
      entry.previousHash === hash &&
      entry.hash === ledgerHash(entry)
    );
  } catch {
    // Its JSON does not parse any more.
    return false;
  }
}
