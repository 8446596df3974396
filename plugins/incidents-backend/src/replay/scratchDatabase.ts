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
    const statement = known.get(sql) ?? compile(sql);
    // The one that was used last comes last.
    known.delete(sql);
    known.set(sql, statement);
    if (known.size > mostStatements) known.delete(known.keys().next().value!);
    return statement;
  };
  done(null, connection);
}

/** Nothing that a replay does reads these, so what is inserted is passed over. */
const unread = ['timeline', 'incident_words'];

/** Of tables with much traffic, what the pipeline finds rows by; the other indexes serve screens. */
export const sought: Readonly<Record<string, readonly string[]>> = {
  inbox: ['inbox_waiting'],
  deliveries: [],
  incidents: ['incidents_recovered'],
  incident_entities: ['incident_entities_entity_ref_incident_number_index'],
  groups: ['groups_open'],
  alerts: [
    'alerts_group_id_index',
    'alerts_incident_number_index',
    'alerts_burning',
    'alerts_recheck',
  ],
};

/** Takes away what only makes writing slower here. */
async function lighten(db: Knex): Promise<void> {
  const found: { type: string; name: string; table: string; sql: string }[] =
    await db('sqlite_master')
      .whereNotNull('sql')
      .select('type', 'name', 'tbl_name as table', 'sql');
  for (const { type, name, table, sql } of found) {
    if (type === 'table' && unread.includes(name))
      await db.raw(
        `create trigger ?? before insert on ?? begin select raise(ignore); end`,
        [`${name}_unread`, name],
      );
    const isSought = sought[table]?.includes(name) ?? true;
    if (type === 'index' && !isSought && !/^create unique /i.test(sql))
      await db.raw('drop index ??', [name]);
  }
}

/** An empty database of this plugin in a file of which nothing is left after `remove`. */
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
    await db.raw('pragma locking_mode = exclusive');
    await db.raw('pragma temp_store = memory');
    await db.raw('pragma cache_size = -16384');
    await db.migrate.latest({
      directory: resolvePackagePath(
        '@ghostlight/plugin-incidents-backend',
        'migrations',
      ),
    });
    await lighten(db);
    // Open it stays usable, and is gone however this ends; Windows keeps it until `remove`.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    return { db, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
