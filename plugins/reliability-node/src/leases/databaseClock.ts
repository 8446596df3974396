import type { Knex } from 'knex';

/**
 * SQL for the database's own clock in milliseconds since the epoch. Replicas whose clocks disagree
 * agree on this one.
 */
export function databaseClock(database: Knex): string {
  return String(database.client.config.client).includes('pg')
    ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : "cast((julianday('now') - 2440587.5) * 86400000 as integer)";
}
