import type { Knex } from 'knex';
import type { ColumnType } from '../DeploymentRow';
import { tableOf } from './sql';

/** Rows of one statement: their JSON stays of a size that both databases parse at once. */
const chunk = 500;

/**
 * Writes rows, over those of the same keys when there are any keys: one statement with one parameter for
 * hundreds of them.
 */
export async function upsertRows<Row>(
  trx: Knex.Transaction,
  table: string,
  columns: Record<string, ColumnType>,
  rows: readonly Row[],
  keys: readonly string[] = [],
): Promise<void> {
  const names = Object.keys(columns);
  const list = names.map(name => `"${name}"`).join(', ');
  const others = names.filter(name => !keys.includes(name));
  const conflict = keys.length
    ? ` on conflict (${keys.join(', ')}) do update set ${others
        .map(name => `"${name}" = excluded."${name}"`)
        .join(', ')}`
    : '';
  for (let from = 0; from < rows.length; from += chunk) {
    await trx.raw(
      `insert into ${table} (${list}) select ${list} from ${tableOf(
        trx,
        'given',
        columns,
      )} where true${conflict}`,
      [JSON.stringify(rows.slice(from, from + chunk))],
    );
  }
}
