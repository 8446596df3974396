import type { Knex } from 'knex';
import type { Lease } from './Lease';
import { LeaseLostError } from './LeaseLostError';

export interface DatabaseLeaseOptions {
  database: Knex;
  name: string;
  token: number;
  holder: string;
  ttl: number;
  /** SQL for now, in milliseconds since the epoch. */
  now: () => string;
  /** `performance.now()` from before the database was asked. */
  heldFrom: number;
}

/** A lease that is a row of `leases`. */
export class DatabaseLease implements Lease {
  private constructor(
    private readonly options: DatabaseLeaseOptions,
    private heldFrom: number,
  ) {}

  static create(options: DatabaseLeaseOptions): DatabaseLease {
    return new DatabaseLease(options, options.heldFrom);
  }

  get name() {
    return this.options.name;
  }

  get token() {
    return this.options.token;
  }

  get holder() {
    return this.options.holder;
  }

  get ttl() {
    return this.options.ttl;
  }

  remaining(): number {
    return Math.max(0, this.heldFrom + this.ttl - performance.now());
  }

  async renew(): Promise<void> {
    const { database, now, ttl } = this.options;
    const heldFrom = performance.now();
    const held = await this.row(database).update({
      expires_at: database.raw(`${now()} + ?`, [ttl]),
    });
    if (!held) throw this.lost();
    this.heldFrom = heldFrom;
  }

  async release(): Promise<void> {
    await this.row(this.options.database).update({
      holder: null,
      expires_at: 0,
    });
  }

  async assert(transaction: Knex.Transaction): Promise<void> {
    // An update rather than `select for update`: it locks the row on both databases.
    const held = await this.row(transaction).update({ token: this.token });
    if (!held) throw this.lost();
  }

  private row(database: Knex) {
    const { name, token, holder } = this.options;
    return database('leases').where({ name, token, holder });
  }

  private lost(): LeaseLostError {
    return new LeaseLostError(this.name, this.token);
  }
}
