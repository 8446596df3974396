import type { Knex } from 'knex';

/**
 * The right to do a piece of work until `ttl` has passed without a renewal.
 *
 * Time alone cannot keep two holders apart: a paused process wakes up believing it still holds. So
 * every write that the lease protects calls {@link Lease.assert} first, in its own transaction.
 *
 * @public
 */
export interface Lease {
  readonly name: string;
  /** Fencing token: grows with every change of hands. */
  readonly token: number;
  /** Unique to this acquisition. */
  readonly holder: string;
  /** Milliseconds. */
  readonly ttl: number;

  /** Milliseconds until the lease may be taken over, by this process's monotonic clock; 0 when over. */
  remaining(): number;

  /**
   * Holds on for another `ttl`. Works after the time is up too, as long as nobody took over.
   *
   * @throws LeaseLostError
   */
  renew(): Promise<void>;

  /** Gives the lease back. Does nothing when it is lost already. */
  release(): Promise<void>;

  /**
   * Fences a transaction: until it ends nobody can take over, and it fails when somebody did before.
   * Make it the first statement, so that on SQLite the transaction begins by writing.
   *
   * @throws LeaseLostError
   */
  assert(transaction: Knex.Transaction): Promise<void>;
}
