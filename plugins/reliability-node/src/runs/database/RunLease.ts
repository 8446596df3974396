import type { Knex } from 'knex';
import { LeaseLostError } from '../../leases';
import type { Lease } from '../../leases';

/** After something unforeseen, milliseconds until the next replica tries. */
const restAfterFailure = 1_000;

export interface RunLeaseOptions {
  database: Knex;
  runId: string;
  token: number;
  holder: string;
  ttl: number;
  /** SQL for now. */
  now: () => string;
  /** `performance.now()` from before the database was asked. */
  heldFrom: number;
}

/** The lease of a run: columns of its row, so that finding and taking it is one statement. */
export class RunLease implements Lease {
  private wallFrom: number;
  private kept = false;

  private constructor(
    private readonly options: RunLeaseOptions,
    private heldFrom: number,
  ) {
    this.wallFrom = Date.now() - (performance.now() - heldFrom);
  }

  static create(options: RunLeaseOptions): RunLease {
    return new RunLease(options, options.heldFrom);
  }

  get name() {
    return `run:${this.options.runId}`;
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
    // The monotonic clock stands still while the machine sleeps, the other one may be set.
    const held = Math.max(
      performance.now() - this.heldFrom,
      Date.now() - this.wallFrom,
    );
    return Math.max(0, this.ttl - held);
  }

  async renew(): Promise<void> {
    const { database, now, ttl } = this.options;
    const heldFrom = performance.now();
    const wallFrom = Date.now();
    const held = await this.row(database).update({
      lease_until: database.raw(`${now()} + ?`, [ttl]),
    });
    if (!held) throw this.lost();
    this.heldFrom = heldFrom;
    this.wallFrom = wallFrom;
  }

  /** Gives up a run whose work ended in a way that was not foreseen. */
  async release(): Promise<void> {
    if (this.kept) return;
    const { database, now } = this.options;
    await this.row(database).update({
      holder: null,
      due_at: database.raw(`${now()} + ?`, [restAfterFailure]),
    });
  }

  /** Leaves it to time: something of this process may still be at work. */
  keep(): void {
    this.kept = true;
  }

  get isKept(): boolean {
    return this.kept;
  }

  /**
   * Gives it back until `due`.
   *
   * @returns false when the run has changed since `revision`
   */
  async park(revision: number, due: number | undefined): Promise<boolean> {
    const { database, now } = this.options;
    const parked = await this.row(database)
      .where({ revision })
      .update({
        holder: null,
        due_at: due === undefined ? null : Math.ceil(due),
      });
    if (parked) return true;
    const mine = await this.row(database).update({
      lease_until: database.raw(`${now()} + ?`, [this.ttl]),
    });
    if (!mine) throw this.lost();
    return false;
  }

  async assert(transaction: Knex.Transaction): Promise<void> {
    const held = await this.row(transaction).update({ token: this.token });
    if (!held) throw this.lost();
  }

  private row(database: Knex) {
    const { runId, token, holder } = this.options;
    return database('runs').where({ id: runId, token, holder });
  }

  lost(): LeaseLostError {
    return new LeaseLostError(this.name, this.token);
  }
}
