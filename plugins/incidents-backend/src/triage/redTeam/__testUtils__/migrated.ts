import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

/** A database with the plugin's tables. */
export async function migrated(databases: TestDatabases): Promise<Knex> {
  const db = await databases.init('SQLITE_3');
  await db.migrate.latest({
    directory: resolvePackagePath(
      '@ghostlight/plugin-incidents-backend',
      'migrations',
    ),
  });
  return db;
}
