import type { Status, StatusCounts } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { type CursorPosition } from '@ghostlight/reliability-node';
import { whereVisible, type Visibility } from './whereVisible';

/** What verdicts are rolled up by. */
export type SummaryKey = 'owner' | 'system' | 'domain';

/** One owner, system or domain. */
export interface SummaryRow {
  ref: string;
  counts: StatusCounts;
  services: number;
  burningServices: number;
  worst: string;
  /** Least share of the budget left of any objective; 9e9 where none is known. */
  least: number;
  leftRatio: number | null;
}

const statuses: Status[] = [
  'healthy',
  'warning',
  'critical',
  'no-data',
  'low-traffic',
];

/** One page of roll-ups, the one with the worst objective first. */
export async function summarizeVerdicts(
  db: Knex,
  options: {
    by: SummaryKey;
    visible: Visibility;
    limit: number;
    after?: CursorPosition<string>;
  },
): Promise<{ items: SummaryRow[]; next?: CursorPosition<string> }> {
  const { by, visible, limit, after } = options;
  const column = `${by}_ref`;
  const query = db
    .with('visible', inner => {
      inner.from('verdicts').select('*').whereNotNull(column);
      whereVisible(inner, visible);
    })
    .with('rolled', inner => {
      inner
        .from('visible')
        .groupBy(column)
        .select({ key: column })
        .min({ least: 'budget_left' })
        .countDistinct({ services: 'entity_ref' })
        .select(
          db.raw(
            'avg(case when budget_left < 1e9 then budget_left end) as left_ratio',
          ),
          db.raw(
            `count(distinct case when status = 'critical' then entity_ref end) as burning`,
          ),
          ...statuses.map(status =>
            db.raw('sum(case when status = ? then 1 else 0 end) as ??', [
              status,
              status,
            ]),
          ),
        );
    })
    .from('rolled')
    .select('rolled.*')
    .select(
      db.raw(
        `(select v.ref from visible v where v.?? = rolled.key order by v.budget_left, v.ref limit 1) as worst`,
        [column],
      ),
    )
    .orderBy(['least', 'key'])
    .limit(limit + 1);
  if (after) {
    query.whereRaw('(least, key) > (?, ?)', [after.value, after.id]);
  }
  const rows = await query;
  const items: SummaryRow[] = rows.slice(0, limit).map(row => ({
    ref: row.key,
    counts: countsOf(row),
    services: Number(row.services),
    burningServices: Number(row.burning),
    worst: row.worst,
    least: row.least,
    leftRatio: row.left_ratio,
  }));
  const last = rows.length > limit ? items[items.length - 1] : undefined;
  return { items, next: last && { value: last.least, id: last.ref } };
}

function countsOf(row: Record<Status, number | string>): StatusCounts {
  return {
    healthy: Number(row.healthy),
    warning: Number(row.warning),
    critical: Number(row.critical),
    'no-data': Number(row['no-data']),
    'low-traffic': Number(row['low-traffic']),
  };
}
