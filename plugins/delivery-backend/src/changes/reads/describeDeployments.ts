import type {
  Deployment,
  FailureCause,
  WatchBrief,
} from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import { listOf } from '../database/sql';
import { readRow, type DeploymentRow, type SpentOf } from '../DeploymentRow';
import { knownOf } from '../mergeKnown';
import { toldOf } from '../recordReports';

/** A row of which may be known what ran when it began. */
export type FoundRow = DeploymentRow & { earlier_version?: string | null };

/**
 * Columns of a query on `deployments`, with what ran when a change began that never became active itself.
 */
export function deploymentColumnsOf(db: Knex): (string | Knex.Raw)[] {
  return [
    'deployments.*',
    db.raw(`case when deployments.active_from is null then (
      select b.version from deployments b
      where b.entity_ref = deployments.entity_ref
        and b.environment = deployments.environment
        and b.active_from is not null and b.active_from < deployments.started_at
      order by b.active_from desc, b.id desc limit 1) end as earlier_version`),
  ];
}

/** Rows as the API has them, with their watches: one more query for all of them. */
export async function describeDeployments(
  db: Knex,
  rows: readonly FoundRow[],
): Promise<Deployment[]> {
  const watches = await readWatches(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(row => describe(readRow(row), row, watches.get(row.id)));
}

function describe(
  row: DeploymentRow,
  { earlier_version: earlier }: FoundRow,
  watch: WatchBrief | undefined,
): Deployment {
  const change = toldOf(row);
  const { target } = knownOf(JSON.parse(row.known));
  const failedBecause: FailureCause[] = JSON.parse(row.failed_because);
  return {
    ...change,
    id: row.id,
    ...(!change.previousVersion && earlier && { previousVersion: earlier }),
    ...(row.active_from !== null && { activeFrom: iso(row.active_from) }),
    ...(row.active_until !== null && { activeUntil: iso(row.active_until) }),
    active: row.active_from !== null && row.active_until === null,
    ...(row.finished_at !== null && {
      tookSeconds: (row.finished_at - row.started_at) / 1_000,
    }),
    ...(target && {
      target: { driver: target.driver, ref: target.ref, title: target.title },
    }),
    ...(row.rolled_back_by && { rolledBackBy: row.rolled_back_by }),
    ...(row.spent_minutes !== null &&
      row.spent_as_of !== null && {
        spent: {
          minutes: row.spent_minutes,
          asOf: iso(row.spent_as_of),
          objectives: spentBy(row),
        },
      }),
    failedBecause,
    ...(watch && { watch }),
    incidentIds: JSON.parse(row.incident_ids),
  };
}

function spentBy(
  row: DeploymentRow,
): NonNullable<Deployment['spent']>['objectives'] {
  const all: SpentOf[] = JSON.parse(row.spent_by);
  return all
    .filter(({ minutes }) => minutes > 0)
    .map(({ ref, title, minutes, budget }) => ({
      ref,
      title,
      minutes,
      share: budget > 0 ? minutes / budget : 0,
    }))
    .sort((a, b) => b.share - a.share || (a.ref < b.ref ? -1 : 1));
}

async function readWatches(
  db: Knex,
  ids: string[],
): Promise<Map<string, WatchBrief>> {
  if (!ids.length) return new Map();
  const rows: {
    id: string;
    deployment_id: string;
    state: WatchBrief['state'];
    report: string;
  }[] = await db('watches')
    .whereRaw(`deployment_id in ${listOf(db)}`, [JSON.stringify(ids)])
    .select('id', 'deployment_id', 'state', 'report');
  return new Map(
    rows.map(({ id, deployment_id: of, state, report }) => [
      of,
      { id, state, said: JSON.parse(report).said },
    ]),
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
