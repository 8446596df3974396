import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Connection {
  prepare(sql: string): unknown;
}

/** Statements that are kept compiled. */
const mostStatements = 300;

/**
 * Has a connection compile each statement once. A replay runs the same few a million times, and what
 * they take of memory would be given back only when the garbage collector happens to come by.
 */
function rememberStatements(
  connection: Connection,
  done: (error: Error | null, connection: Connection) => void,
): void {
  const compile = connection.prepare.bind(connection);
  const known = new Map<string, unknown>();
  connection.prepare = sql => {
    let statement = known.get(sql);
    if (!statement) {
      if (known.size >= mostStatements) known.clear();
      known.set(sql, (statement = compile(sql)));
    }
    return statement;
  };
  done(null, connection);
}

/** An empty database of this plugin in a file that `remove` deletes. */
export async function scratchDatabase(): Promise<{
  db: Knex;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostlight-replay-'));
  const db = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'replay.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: rememberStatements },
  });
  const remove = async () => {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // Nothing of it is to survive, so nothing waits for the disk.
    await db.raw('pragma journal_mode = memory');
    await db.raw('pragma synchronous = off');
    await db.raw('pragma cache_size = -16384');
    await db.migrate.latest({
      directory: resolvePackagePath(
        '@ghostlight/plugin-incidents-backend',
        'migrations',
      ),
    });
    return { db, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
