import {
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { databaseClock } from './databaseClock';
import { DatabaseLease } from './DatabaseLease';
import type { Lease } from './Lease';
import {
  withLease,
  type LeasedWork,
  type LeasedWorkOutcome,
} from './withLease';

/** @public */
export interface LeasesOptions {
  /** The plugin's own database; the table `leases` is made in it. */
  database: Knex;
  logger: LoggerService;
  /** Milliseconds since the epoch, in place of the database's clock. For tests. */
  clock?: () => number;
  /** Leave the schema alone, as `database.migrations.skip` of the database service asks. */
  skipMigrations?: boolean;
}

/** A lease somebody holds now. @public */
export interface HeldLease {
  name: string;
  holder: string;
  token: number;
}

/**
 * Leases with fencing tokens on a plugin's own database: at most one holder of a name at a time, a
 * dead holder's lease is free after its time, and a holder that wakes up late cannot write.
 *
 * @public
 */
export class Leases {
  private constructor(
    private readonly database: Knex,
    private readonly logger: LoggerService,
    private readonly clock: (() => number) | undefined,
  ) {}

  static async create(options: LeasesOptions): Promise<Leases> {
    const { database, logger, clock } = options;
    if (!options.skipMigrations) {
      await database.migrate.latest({
        directory: resolvePackagePath(
          '@ghostlight/reliability-node',
          'migrations',
        ),
        tableName: 'reliability_knex_migrations',
      });
    }
    return new Leases(database, logger, clock);
  }

  /**
   * Takes the lease if it is free, released or past its time. Not re-entrant.
   *
   * @param ttl - milliseconds, whole, at least 1
   * @returns undefined when somebody holds it
   */
  async acquire(name: string, ttl: number): Promise<Lease | undefined> {
    if (!Number.isInteger(ttl) || ttl < 1 || ttl > 2 ** 31 - 1) {
      throw new InputError(`A lease's ttl is whole milliseconds, not ${ttl}`);
    }
    const holder = `${hostname()}:${process.pid}:${randomUUID()}`.slice(-200);
    const heldFrom = performance.now();
    const now = this.now();
    // The third condition: an expiry further away than its ttl can only mean that the clock went
    // back, and a dead holder would block until it has caught up.
    const rows = await this.rows<{ token: number | string }>(
      `insert into leases (name, holder, token, expires_at, ttl)
       values (?, ?, 1, ${now} + ?, ?)
       on conflict (name) do update set
         holder = excluded.holder, token = leases.token + 1,
         expires_at = excluded.expires_at, ttl = excluded.ttl
       where leases.holder is null
          or leases.expires_at <= ${now}
          or leases.expires_at > ${now} + leases.ttl
       returning token`,
      [name, holder, ttl, ttl],
    );
    if (!rows.length) return undefined;
    const token = Number(rows[0].token);
    this.logger.debug(`Acquired lease '${name}' with token ${token}`);
    return DatabaseLease.create({
      database: this.database,
      name,
      token,
      holder,
      ttl,
      now: () => this.now(),
      heldFrom,
    });
  }

  /** The leases held now whose name starts with `prefix`. */
  async held(prefix: string): Promise<HeldLease[]> {
    const now = this.now();
    const rows = await this.rows<{
      name: string;
      holder: string;
      token: number | string;
    }>(
      `select name, holder, token from leases
       where substr(name, 1, ?) = ? and holder is not null
         and expires_at > ${now} and expires_at <= ${now} + ttl
       order by name`,
      [prefix.length, prefix],
    );
    return rows.map(row => ({ ...row, token: Number(row.token) }));
  }

  /**
   * Does `work` while holding the lease, renewing it meanwhile. The signal handed to `work` aborts
   * when the lease is lost or the caller's signal does; the lease is released at the end.
   *
   * @returns `taken` when somebody else holds the lease and nothing was done
   */
  async withLease<T>(
    name: string,
    options: { ttl: number; signal?: AbortSignal },
    work: LeasedWork<T>,
  ): Promise<LeasedWorkOutcome<T>> {
    const lease = await this.acquire(name, options.ttl);
    if (!lease) return { outcome: 'taken' };
    return withLease(lease, options.signal, this.logger, work);
  }

  private now(): string {
    return this.clock
      ? String(Math.floor(this.clock()))
      : databaseClock(this.database);
  }

  private async rows<T>(
    sql: string,
    bindings: (string | number)[],
  ): Promise<T[]> {
    const result = await this.database.raw(sql, bindings);
    return Array.isArray(result) ? result : result.rows;
  }
}
