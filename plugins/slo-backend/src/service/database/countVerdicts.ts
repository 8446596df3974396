import type { StatusCounts } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { whereMatches, type ObjectiveFilter } from './whereMatches';

/** No objective of any health. */
export function noCounts(): StatusCounts {
  return {
    healthy: 0,
    warning: 0,
    critical: 0,
    'no-data': 0,
    'low-traffic': 0,
  };
}

/** Objectives by health under a filter, its `status` left out. */
export async function countVerdicts(
  db: Knex,
  filter: ObjectiveFilter,
): Promise<StatusCounts> {
  const query = db('verdicts')
    .groupBy('status')
    .select('status', db.raw('count(*) as n'));
  whereMatches(query, { ...filter, status: undefined });
  const rows: { status: keyof StatusCounts; n: number | string }[] =
    await query;
  const counts = noCounts();
  for (const { status, n } of rows) counts[status] = Number(n);
  return counts;
}
