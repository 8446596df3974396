import type { Knex } from 'knex';

export function isPostgres(database: Knex): boolean {
  return String(database.client.config.client).includes('pg');
}

/** What a column of a bound table holds. */
export type ColumnType = 'int' | 'bigint' | 'float8' | 'text';

/** One row of it. */
export type Tuple = (number | string | null)[];

/**
 * A table as one bound value, so that a statement has one short text and no limit of variables
 * however many rows it takes: thousands of variables cost a megabyte of compiled statement each
 * time. Both databases read JSON numbers back exactly. `columns` must be literals of ours.
 */
export function tuples(
  database: Knex,
  columns: Record<string, ColumnType>,
  rows: Tuple[],
): Knex.Raw {
  const postgres = isPostgres(database);
  const list = Object.entries(columns).map(([name, type], index) =>
    postgres
      ? `(e.value ->> ${index})::${type} as ${name}`
      : `json_extract(e.value, '$[${index}]') as ${name}`,
  );
  // Of json, PostgreSQL would parse a row anew for each of its columns.
  const from = postgres ? 'jsonb_array_elements(?::jsonb)' : 'json_each(?)';
  return database.raw(`(select ${list.join(', ')} from ${from} as e)`, [
    JSON.stringify(rows),
  ]);
}

/**
 * Text from outside, of a length at most and such as PostgreSQL takes it: without U+0000, and without
 * half a character, which cutting may leave. One row with either would refuse its whole statement.
 */
export function plainText(text: string, length: number): string {
  return text.slice(0, length).replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/**
 * Inserts rows in one statement. With `key`, rows that are there already are replaced; of these
 * columns and no others.
 */
export async function insertTuples(
  database: Knex,
  table: string,
  columns: Record<string, ColumnType>,
  rows: Tuple[],
  options: { key?: string[] } = {},
): Promise<void> {
  if (!rows.length) return;
  const { key } = options;
  const names = Object.keys(columns);
  const conflict = key
    ? `on conflict (${key.join(', ')}) do update set ${names
        .filter(name => !key.includes(name))
        .map(name => `${name} = excluded.${name}`)
        .join(', ')}`
    : '';
  // Without the `where`, SQLite takes `on` for that of a join.
  await database.raw(
    `insert into ${table} (${names.join(', ')})
     select ${names.join(', ')} from ? w where true ${conflict}`,
    [tuples(database, columns, rows)],
  );
}

/** Rows of a raw query on either database. */
export function rowsOf<T>(result: unknown): T[] {
  return Array.isArray(result) ? result : (result as { rows: T[] }).rows;
}
