import type {
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty database that other processes can open too, which one in memory could not. */
export async function openTestDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<{ knex: Knex; connection: Knex.Config; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'runs-'));
  let connection: Knex.Config;
  if (id === 'SQLITE_3') {
    connection = {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'runs.sqlite') },
      useNullAsDefault: true,
    };
  } else {
    const { connection: made } = (await databases.init(id)).client.config;
    // knex hides the password from whoever copies the object.
    connection = {
      client: 'pg',
      connection: {
        ...made,
        password: made.password,
        // Processes are killed here, the machine is not.
        options: '-c synchronous_commit=off',
      },
    };
  }
  const knex = knexFactory(connection);
  if (id === 'SQLITE_3') await knex.raw('pragma synchronous = off');
  return {
    knex,
    connection,
    async close() {
      await knex.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

/** As after the migrations. */
export async function emptyTables(knex: Knex): Promise<void> {
  for (const table of ['run_ledger', 'run_journal', 'run_steps', 'runs'])
    await knex(table).delete();
  await knex('run_ledger_head').update({ seq: 0, hash: '0'.repeat(64) });
}
