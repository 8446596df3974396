import type { Knex } from 'knex';
import { join } from 'node:path';
import type { Connection } from '../../shared/connect';
import { fillAlerts } from './fillAlerts';
import { fillIncidents } from './fillIncidents';
import type { Filling } from './filling';

const migrations = join(
  __dirname,
  '../../../plugins/incidents-backend/migrations',
);

/** Makes the plugin's tables, fills them by statements that run in the server, and migrates them. */
export async function fillDatabase(
  connection: Connection,
  db: Knex,
  filling: Filling,
): Promise<void> {
  // What is there is made searchable by the migration that brought it.
  await db.migrate.up({ directory: migrations, name: '20261122_init.js' });
  await db.transaction(async trx => {
    await fillIncidents(trx, filling);
    await fillAlerts(trx, filling);
  });
  await db.migrate.latest({ directory: migrations });
  // What autovacuum does within a minute of so many changes. Nobody analyzes SQLite.
  if (connection.kind === 'PostgreSQL') await db.raw('vacuum (analyze)');
}
