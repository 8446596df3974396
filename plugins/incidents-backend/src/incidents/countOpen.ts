import type {
  IncidentPage,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Visibility } from '../service/Visibility';
import { whereIncidentVisible } from './whereIncidentVisible';

/** Open incidents that the caller may see, by severity; from the index of open ones alone. */
export async function countOpen(
  db: Knex,
  visible: Visibility,
): Promise<IncidentPage['counts']> {
  const query = db('incidents')
    .groupBy('severity')
    .select<{ severity: Severity; n: number | string }[]>(
      'severity',
      db.raw('count(*) as n'),
    );
  whereOpen(query);
  whereIncidentVisible(query, visible);
  const counts = { open: 0, SEV1: 0, SEV2: 0, SEV3: 0, SEV4: 0 };
  for (const { severity, n } of await query) {
    counts[severity] = Number(n);
    counts.open += Number(n);
  }
  return counts;
}

/** As the index of open incidents says it. */
export function whereOpen(query: Knex.QueryBuilder): void {
  query.whereRaw(
    `incidents.status <> 'resolved' and incidents.merged_into is null and incidents.deleted_at is null`,
  );
}
