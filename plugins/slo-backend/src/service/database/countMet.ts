import type { Summary } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { whereVisible, type Visibility } from './whereVisible';

/**
 * Share of objectives that stayed within their budget's pace over the last hour, six hours and day:
 * an error ratio of at most 1 - target is a burn rate of at most 1. Null where none has data.
 */
export async function countMet(
  db: Knex,
  visible: Visibility,
): Promise<NonNullable<Summary['met']>> {
  const share = (column: string, name: string) =>
    db.raw(
      'avg(case when ?? < 0 then null when ?? <= 1 then 1.0 else 0.0 end) as ??',
      [column, column, name],
    );
  const query = db('verdicts').first(
    share('burn', '1h'),
    share('burn_6h', '6h'),
    share('burn_1d', '1d'),
  );
  whereVisible(query, visible);
  const row: Record<'1h' | '6h' | '1d', number | string | null> = await query;
  const number = (value: number | string | null) =>
    value === null ? null : Number(value);
  return {
    '1h': number(row['1h']),
    '6h': number(row['6h']),
    '1d': number(row['1d']),
  };
}
