import type { Knex } from 'knex';

export function isPostgres(database: Knex): boolean {
  return String(database.client.config.client).includes('pg');
}

/** What a column of a bound table holds. */
export type ColumnType = 'int' | 'bigint' | 'float8' | 'text' | 'boolean';

/** Columns of a bound table, by name. The names must be literals of ours. */
export type Columns = Readonly<Record<string, ColumnType>>;

export type Value = number | string | boolean | null;

/**
 * A table as one bound value, so that a statement has one short text and no limit of variables
 * however many rows it takes.
 */
export function tuples(
  database: Knex,
  columns: Columns,
  rows: readonly object[],
): Knex.Raw {
  const postgres = isPostgres(database);
  const names = Object.keys(columns);
  const list = names.map((name, index) =>
    postgres
      ? `(e.value ->> ${index})::${columns[name]} as ${name}`
      : `json_extract(e.value, '$[${index}]') as ${name}`,
  );
  // Of json, PostgreSQL would parse a row anew for each of its columns.
  const from = postgres ? 'jsonb_array_elements(?::jsonb)' : 'json_each(?)';
  return database.raw(`(select ${list.join(', ')} from ${from} as e)`, [
    JSON.stringify(
      rows.map(row => {
        const values = row as Readonly<Record<string, unknown>>;
        return names.map(name => values[name] ?? null);
      }),
    ),
  ]);
}

/** Inserts rows in one statement. `conflict` is SQL such as `on conflict (key) do nothing`. */
export async function insertRows(
  database: Knex,
  table: string,
  columns: Columns,
  rows: readonly object[],
  conflict = '',
): Promise<unknown[]> {
  if (!rows.length) return [];
  const names = Object.keys(columns).join(', ');
  // Without the `where`, SQLite takes `on` for that of a join.
  const result = await database.raw(
    `insert into ${table} (${names})
     select ${names} from ? w where true ${conflict}`,
    [tuples(database, columns, rows)],
  );
  return rowsOf(result);
}

/** Sets all columns but `key` of the rows with these keys, in one statement. */
export async function updateRows(
  database: Knex,
  table: string,
  key: string,
  columns: Columns,
  rows: readonly object[],
): Promise<void> {
  if (!rows.length) return;
  const set = Object.keys(columns)
    .filter(name => name !== key)
    .map(name => `${name} = w.${name}`);
  await database.raw(
    `update ${table} set ${set.join(', ')} from ? w
     where ${table}.${key} = w.${key}`,
    [tuples(database, columns, rows)],
  );
}

/** A list of values as a subquery of one column, `v`. */
export function listOf(
  database: Knex,
  type: ColumnType,
  values: Iterable<number | string>,
): Knex.Raw {
  return tuples(
    database,
    { v: type },
    [...values].map(v => ({ v })),
  );
}

/** Rows of a raw query on either database. */
export function rowsOf<T>(result: unknown): T[] {
  if (Array.isArray(result)) return result;
  return (result as { rows?: T[] } | undefined)?.rows ?? [];
}
