import type { Knex } from 'knex';
import type { LedgerEntry } from '../Run';
import { ledgerHash } from './ledgerHash';

export type LedgerEvent = Omit<LedgerEntry, 'seq' | 'previousHash' | 'hash'>;

/** Adds to the end of the chain, which is locked until the transaction ends. */
export async function appendLedger(
  trx: Knex.Transaction,
  events: LedgerEvent[],
): Promise<void> {
  if (!events.length) return;
  const heads: { seq: number | string; hash: string }[] = await trx(
    'run_ledger_head',
  )
    .where({ id: 1 })
    .update({ id: 1 })
    .returning(['seq', 'hash']);
  let { seq, hash } = { ...heads[0], seq: Number(heads[0].seq) };
  const rows = events.map(event => {
    seq += 1;
    const entry = { ...event, seq, previousHash: hash };
    hash = ledgerHash(entry);
    return {
      seq,
      at: event.at,
      action_id: event.actionId,
      run_id: event.runId,
      step_id: event.stepId,
      state: event.state,
      effect: JSON.stringify(event.effect),
      token: event.token,
      previous_hash: entry.previousHash,
      hash,
    };
  });
  await trx('run_ledger').insert(rows);
  await trx('run_ledger_head').where({ id: 1 }).update({ seq, hash });
}
