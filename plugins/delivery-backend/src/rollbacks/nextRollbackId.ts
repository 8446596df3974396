import type { Knex } from 'knex';
import { nextOf } from '@ghostlight/reliability-node';

/** `RB-0007`; without gaps, its counter stays locked until the transaction ends. */
export async function nextRollbackId(trx: Knex.Transaction): Promise<string> {
  const number = await nextOf(trx, 'rollback');
  return `RB-${String(number).padStart(4, '0')}`;
}
