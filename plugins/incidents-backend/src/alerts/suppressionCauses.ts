import type {
  SuppressionCause,
  Suppression,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readSaid } from '../database/readSaid';
import type { ServiceContext } from '../service/ServiceContext';
import type { Visibility } from '../service/Visibility';
import { whereView } from './views';
import { whereAlertVisible } from './whereAlertVisible';

const mostCauses = 100;

/** One thing that keeps alerts quiet. */
export interface CauseKey {
  kind: Suppression['kind'];
  causeRef: string;
}

/** What keeps firing alerts quiet, that with the most alerts first. */
export async function listSuppressionCauses(
  { db }: ServiceContext,
  visible: Visibility,
): Promise<SuppressionCause[]> {
  const query = quiet(db, visible)
    .groupBy('suppressed_kind', 'suppressed_cause')
    .orderByRaw('count(*) desc, max(id) desc')
    .limit(mostCauses);
  const causes: { id: number | string; n: number | string }[] =
    await query.select(db.raw('max(id) as id, count(*) as n'));
  const rows: {
    id: number | string;
    suppressed_kind: Suppression['kind'];
    suppressed_cause: string | null;
    suppressed_reason: string | null;
    suppressed_said: string | null;
  }[] = await db('alerts').whereIn(
    'id',
    causes.map(({ id }) => id),
  );
  const byId = new Map(rows.map(row => [String(row.id), row]));
  return causes.flatMap(({ id, n }) => {
    const row = byId.get(String(id));
    if (!row?.suppressed_kind) return [];
    return {
      kind: row.suppressed_kind,
      causeRef: row.suppressed_cause ?? '',
      reason: row.suppressed_reason ?? '',
      said: readSaid(row.suppressed_said),
      count: Number(n),
    };
  });
}

/** Alerts that a cause keeps quiet, the latest first: so many of them, and how many there are. */
export async function findSuppressed(
  db: Knex,
  cause: CauseKey,
  options: { most: number; visible: Visibility },
): Promise<{ ids: number[]; count: number }> {
  const { most, visible } = options;
  const of = () =>
    quiet(db, visible).where({
      suppressed_kind: cause.kind,
      suppressed_cause: cause.causeRef,
    });
  const [{ n }] = await of().count<{ n: number | string }[]>('* as n');
  const ids: (number | string)[] = await of()
    .orderBy('id', 'desc')
    .limit(most)
    .pluck('id');
  return { ids: ids.map(Number), count: Number(n) };
}

function quiet(db: Knex, visible: Visibility): Knex.QueryBuilder {
  const query = db('alerts');
  whereView(query, 'suppressed');
  whereAlertVisible(query, visible);
  return query;
}
