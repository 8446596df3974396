import type { Knex } from 'knex';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../scripts/postgres';
import { connect, type Connection, type DatabaseKind } from './connect';

/** Makes empty databases in a folder of its own, on demand. */
export class Databases {
  private readonly folder = mkdtempSync(join(tmpdir(), 'ghostlight-bench-'));
  private server?: Awaited<ReturnType<typeof startPostgres>>;
  private serverPid?: number;

  private constructor() {}

  static create() {
    const databases = new Databases();
    const { folder } = databases;
    process.once('exit', () =>
      rmSync(folder, { recursive: true, force: true }),
    );
    return databases;
  }

  async make(kind: DatabaseKind, name: string): Promise<Connection> {
    if (kind === 'SQLite') {
      return { kind, place: join(this.folder, `${name}.sqlite`) };
    }
    if (!this.server) {
      this.server = await startPostgres();
      this.serverPid = await this.findServer(this.server.url);
    }
    const admin = connect({ kind, place: this.server.url });
    await admin.raw(`create database ${name}`);
    await admin.destroy();
    const url = new URL(this.server.url);
    url.pathname = `/${name}`;
    return { kind, place: url.toString(), serverPid: this.serverPid };
  }

  async drop({ kind, place }: Connection) {
    if (kind === 'SQLite') rmSync(place, { force: true });
    else if (this.server) {
      const admin = connect({ kind, place: this.server.url });
      await admin.raw(
        `drop database ${new URL(place).pathname.slice(1)} with (force)`,
      );
      await admin.destroy();
    }
  }

  async stop() {
    await this.server?.stop();
  }

  /** The first line of postmaster.pid. */
  private async findServer(url: string): Promise<number> {
    const admin = connect({ kind: 'PostgreSQL', place: url });
    try {
      const { rows } = await admin.raw('show data_directory');
      const file = join(rows[0].data_directory, 'postmaster.pid');
      return Number(readFileSync(file, 'utf8').split('\n')[0]);
    } finally {
      await admin.destroy();
    }
  }
}

/** Megabytes a database takes on disk. */
export async function sizeOf(connection: Connection, db: Knex) {
  if (connection.kind === 'SQLite')
    return statSync(connection.place).size / 1e6;
  const { rows } = await db.raw(
    'select pg_database_size(current_database()) as bytes',
  );
  return Number(rows[0].bytes) / 1e6;
}
