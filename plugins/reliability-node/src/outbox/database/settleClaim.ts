import type { Knex } from 'knex';
import type { OutboxSettlement } from '../OutboxHandler';
import type { OutboxRow } from './OutboxRow';

export type Settled =
  | { to: 'done'; keep: boolean }
  | { to: 'dead'; reason: string }
  /** `counts`: whether it was an attempt. */
  | { to: 'waiting'; wait: number; reason?: string; counts: boolean };

/**
 * Writes what became of a claimed message, together with what belongs to it.
 *
 * @returns false when somebody else has claimed it meanwhile, and nothing was written
 */
export async function settleClaim(
  database: Knex,
  now: string,
  claim: { row: OutboxRow; id: string },
  settled: Settled,
  settle?: OutboxSettlement,
): Promise<boolean> {
  const { row } = claim;
  return database.transaction(async trx => {
    const mine = trx('outbox')
      .where({ id: row.id, claim: claim.id })
      .whereNull('finished_at');
    const changed =
      settled.to === 'done' && !settled.keep
        ? await mine.delete()
        : await mine.update(columnsOf(trx, now, row, settled));
    if (!changed) return false;
    if (row.lane !== null)
      await moveLane(trx, now, { row, lane: row.lane, settled });
    await settle?.(trx, settled.to === 'waiting' ? settled.wait : undefined);
    return true;
  });
}

function columnsOf(
  trx: Knex.Transaction,
  now: string,
  row: OutboxRow,
  settled: Settled,
) {
  switch (settled.to) {
    case 'waiting':
      return {
        claim: null,
        due_at: trx.raw(`${now} + ?`, [settled.wait]),
        attempts: row.attempts - (settled.counts ? 0 : 1),
        ...(settled.reason === undefined ? {} : { error: settled.reason }),
      };
    case 'dead':
      return {
        claim: null,
        finished_at: trx.raw(now),
        outcome: 'dead',
        error: settled.reason,
      };
    default:
      return { claim: null, finished_at: trx.raw(now), outcome: 'done' };
  }
}

/**
 * Those behind one that waits cannot go before it: they are put off with it, so that nobody looks at
 * them in vain, and brought back when it is gone.
 */
async function moveLane(
  trx: Knex.Transaction,
  now: string,
  { row, lane, settled }: { row: OutboxRow; lane: string; settled: Settled },
): Promise<void> {
  const behind = trx('outbox')
    .where({ lane })
    .whereNull('claim')
    .whereNull('finished_at')
    .where('id', '>', row.id);
  if (settled.to === 'waiting') {
    const until = () => trx.raw(`${now} + ?`, [settled.wait]);
    await behind.where('due_at', '<', until()).update({ due_at: until() });
  } else {
    await behind
      .where('due_at', '>', trx.ref('not_before'))
      .update({ due_at: trx.ref('not_before') });
  }
}
