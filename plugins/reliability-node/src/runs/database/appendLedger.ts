import type { Knex } from 'knex';
import type { LedgerEntry } from '../Run';
import { ledgerHash } from './ledgerHash';
import { writeTogether } from './writeTogether';

export type LedgerEvent = Omit<LedgerEntry, 'seq' | 'previousHash' | 'hash'>;

/** Adds to the end of the chain, which is locked until the transaction ends. */
export async function appendLedger(
  trx: Knex.Transaction,
  events: LedgerEvent[],
): Promise<void> {
  if (!events.length) return;
  const head: { seq: number | string; hash: string } = await trx(
    'run_ledger_head',
  )
    .where({ id: 1 })
    .forUpdate()
    .first('seq', 'hash');
  let { seq, hash } = { ...head, seq: Number(head.seq) };
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
  await writeTogether(trx, [
    trx('run_ledger').insert(rows),
    trx('run_ledger_head').where({ id: 1 }).update({ seq, hash }),
  ]);
}
