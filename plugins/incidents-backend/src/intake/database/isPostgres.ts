import type { Knex } from 'knex';

/** Whether it is PostgreSQL; else it is SQLite. */
export function isPostgres(db: Knex): boolean {
  return String(db.client.config.client).includes('pg');
}
