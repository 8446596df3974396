import knexFactory, { type Knex } from 'knex';
import { cpuOfTree } from './processCpu';

/** The two kinds of database that the product runs on. */
export type DatabaseKind = 'SQLite' | 'PostgreSQL';

/** How to connect, also from another process. */
export interface Connection {
  kind: DatabaseKind;
  /** A file for SQLite, a URL for PostgreSQL. */
  place: string;
  /** The process whose tree does the database's work when that is not the caller's own. */
  serverPid?: number;
}

/** Connects as Backstage does. */
export function connect({ kind, place }: Connection): Knex {
  return kind === 'SQLite'
    ? knexFactory({
        client: 'better-sqlite3',
        connection: { filename: place },
        useNullAsDefault: true,
        pool: {
          min: 1,
          max: 1,
          afterCreate(
            database: { pragma(text: string): void },
            done: (error?: Error) => void,
          ) {
            database.pragma('foreign_keys = ON');
            done();
          },
        },
      })
    : knexFactory({
        client: 'pg',
        connection: place,
        pool: { min: 0, max: 10 },
      });
}

/** Seconds of processor time that the database's own processes have used. */
export function databaseCpu({ serverPid }: Connection): number {
  return serverPid ? cpuOfTree(serverPid) : 0;
}
