import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { rowsOf, type Binding } from '../../outbox/database/rowsOf';
import type { RunRow } from './rows';
import type { RunLease } from './RunLease';

/**
 * Locks the row of a run until the transaction ends, and reads it as it is then. It writes, so that on
 * SQLite too nobody else can until then.
 *
 * @throws NotFoundError, or LeaseLostError when a lease is given that is not held any more
 */
export async function lockRun(
  trx: Knex.Transaction,
  now: string,
  id: string,
  lease?: RunLease,
): Promise<RunRow & { now: number | string }> {
  const where: Record<string, Binding> = lease
    ? { id, token: lease.token, holder: lease.holder }
    : { id };
  const [row] = await rowsOf<RunRow & { now: number | string }>(
    trx,
    `update runs set revision = revision
     where ${Object.keys(where)
       .map(column => `${column} = ?`)
       .join(' and ')}
     returning *, ${now} as now`,
    Object.values(where),
  );
  if (row) return row;
  throw lease ? lease.lost() : new NotFoundError(`There is no run '${id}'`);
}
