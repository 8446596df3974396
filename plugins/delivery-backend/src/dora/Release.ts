import { whereVisible } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/releaseRules';
import type { DoraScope } from './DoraScope';

/** A deployment or rollback as the metrics see it. Epoch milliseconds. */
export interface Release {
  id: string;
  entityRef: string;
  kind: 'deployment' | 'rollback';
  version?: string;
  startedAt: number;
  finishedAt: number;
  commitAt?: number;
  /** Whether it got through at all. */
  succeeded: boolean;
  failed: boolean;
  /** Since when it did harm. */
  failedAt: number;
  recoveredAt?: number;
}

interface ReleaseRow {
  id: string;
  entity_ref: string;
  kind: 'deployment' | 'rollback';
  version: string | null;
  outcome: 'succeeded' | 'failed';
  started_at: number | string;
  finished_at: number | string | null;
  commit_at: number | string | null;
  active_from: number | string | null;
  failed: boolean | number;
  recovered_at: number | string | null;
}

/** Releases that are read for one answer. */
export const mostReleases = 50_000;

const columns = [
  'id',
  'entity_ref',
  'kind',
  'version',
  'outcome',
  'started_at',
  'finished_at',
  'commit_at',
  'active_from',
  'failed',
  'recovered_at',
];

/**
 * What was tried to be released in a scope, the earliest first by entity; each once, whoever told of it.
 * Those still running are left out.
 */
export async function readReleases(
  db: Knex,
  scope: DoraScope,
  visible: Visibility,
): Promise<{ releases: Release[]; cut: boolean }> {
  const query = db('deployments')
    .whereIn('kind', ['deployment', 'rollback'])
    .where('environment', scope.environment)
    .whereNotNull('entity_ref')
    .whereNull('same_as')
    .whereIn('outcome', ['succeeded', 'failed'])
    .where('started_at', '>=', scope.from)
    .where('started_at', '<', scope.to)
    // The latest ones, should there be too many.
    .orderBy('started_at', 'desc')
    .limit(mostReleases + 1)
    .select(columns);
  if (scope.entityRef) query.where('entity_ref', scope.entityRef);
  if (scope.owner) query.where('owner_ref', scope.owner);
  if (scope.system) query.where('system_ref', scope.system);
  whereVisible(query, visible, (inner, { column, values }) =>
    inner.whereIn(column, values).whereNotNull(column),
  );
  const rows: ReleaseRow[] = await query;
  const releases = rows.slice(0, mostReleases).map(readRelease);
  releases.sort(
    (a, b) =>
      a.entityRef.localeCompare(b.entityRef) ||
      a.startedAt - b.startedAt ||
      a.id.localeCompare(b.id),
  );
  return { releases, cut: rows.length > mostReleases };
}

function readRelease(row: ReleaseRow): Release {
  const number = (value: number | string | null) =>
    value === null ? undefined : Number(value);
  const startedAt = Number(row.started_at);
  const finishedAt = number(row.finished_at) ?? startedAt;
  const commitAt = number(row.commit_at);
  const recoveredAt = number(row.recovered_at);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    ...(row.version !== null && { version: row.version }),
    startedAt,
    finishedAt,
    ...(commitAt !== undefined && { commitAt }),
    succeeded: row.outcome === 'succeeded',
    failed: Boolean(row.failed),
    failedAt: number(row.active_from) ?? finishedAt,
    ...(recoveredAt !== undefined && { recoveredAt }),
  };
}
