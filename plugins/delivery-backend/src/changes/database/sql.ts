import type { Knex } from 'knex';
import type { ColumnType } from '../DeploymentRow';

/** Whether it is PostgreSQL; else it is SQLite. */
export function isPostgres(db: Pick<Knex, 'client'>): boolean {
  return String(db.client.config.client).includes('pg');
}

/** `(select …)` of the texts in a parameter that is a JSON list. */
export function listOf(db: Pick<Knex, 'client'>): string {
  return isPostgres(db)
    ? '(select jsonb_array_elements_text(?::jsonb))'
    : '(select value from json_each(?))';
}

/** A table `name` of the objects in a parameter that is a JSON list. */
export function tableOf(
  db: Knex,
  name: string,
  columns: Record<string, ColumnType>,
): string {
  const all = Object.entries(columns);
  if (isPostgres(db))
    return `jsonb_to_recordset(?::jsonb) as ${name}(${all
      .map(([column, type]) => `"${column}" ${type}`)
      .join(', ')})`;
  return `(select ${all
    .map(([column]) => `json_extract(value, '$.${column}') as "${column}"`)
    .join(', ')} from json_each(?)) as ${name}`;
}

/** The rows of a raw statement. */
export function rowsOf<T>(result: unknown): T[] {
  return Array.isArray(result) ? result : (result as { rows: T[] }).rows;
}
