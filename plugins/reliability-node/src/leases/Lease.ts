import type { Knex } from 'knex';
import { LeaseLostError } from './LeaseLostError';

/** What a lease asks of the table it lives in. */
export interface LeaseStore {
  extend(lease: Lease): Promise<boolean>;
  free(lease: Lease): Promise<void>;
}

/**
 * The right to do a piece of work until `ttl` has passed without a renewal.
 *
 * Time alone cannot keep two holders apart: a paused process wakes up believing it still holds. So
 * every write that the lease protects calls {@link Lease.assert} first, in its own transaction.
 *
 * @public
 */
export class Lease {
  private constructor(
    readonly name: string,
    /** Fencing token: grows with every change of hands. */
    readonly token: number,
    /** Unique to this acquisition. */
    readonly holder: string,
    /** Milliseconds. */
    readonly ttl: number,
    private readonly store: LeaseStore,
    private heldFrom: number,
  ) {}

  /** @internal */
  static create(options: {
    name: string;
    token: number;
    holder: string;
    ttl: number;
    store: LeaseStore;
    /** `performance.now()` from before the database was asked. */
    heldFrom: number;
  }): Lease {
    const { name, token, holder, ttl, store, heldFrom } = options;
    return new Lease(name, token, holder, ttl, store, heldFrom);
  }

  /** Milliseconds until the lease may be taken over, by this process's monotonic clock; 0 when over. */
  remaining(): number {
    return Math.max(0, this.heldFrom + this.ttl - performance.now());
  }

  /**
   * Holds on for another `ttl`. Works after the time is up too, as long as nobody took over.
   *
   * @throws LeaseLostError
   */
  async renew(): Promise<void> {
    const heldFrom = performance.now();
    if (!(await this.store.extend(this))) {
      throw new LeaseLostError(this.name, this.token);
    }
    this.heldFrom = heldFrom;
  }

  /** Gives the lease back. Does nothing when it is lost already. */
  async release(): Promise<void> {
    await this.store.free(this);
  }

  /**
   * Fences a transaction: until it ends nobody can take over, and it fails when somebody did before.
   * Make it the first statement, so that on SQLite the transaction begins by writing.
   *
   * @throws LeaseLostError
   */
  async assert(transaction: Knex.Transaction): Promise<void> {
    // An update rather than `select for update`: it locks the row on both databases.
    const held = await transaction('leases')
      .where({ name: this.name, token: this.token, holder: this.holder })
      .update({ token: this.token });
    if (!held) throw new LeaseLostError(this.name, this.token);
  }
}
