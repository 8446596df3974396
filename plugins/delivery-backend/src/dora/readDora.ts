import type { Dora } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import { stringify } from 'csv-stringify/sync';
import type { Knex } from 'knex';
import { describeDeployments, readRow } from '../changes';
import type { Visibility } from '../service/releaseRules';
import type { DoraScope } from './DoraScope';
import { measureDora } from './measureDora';
import { mostReleases, readReleases } from './Release';

const mostFailures = 50;

/** The five metrics of a scope, with the latest releases that count as failed. */
export async function readDora(
  db: Knex,
  scope: DoraScope,
  visible: Visibility,
  now: number,
): Promise<Dora> {
  const { releases, cut } = await readReleases(db, scope, visible);
  const failed = releases
    .filter(release => release.failed)
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, mostFailures)
    .map(({ id }) => id);
  const rows = await db('deployments')
    .whereIn('id', failed)
    .orderBy('started_at', 'desc');
  return {
    scope: {
      ...(scope.entityRef && { entityRef: scope.entityRef }),
      ...(scope.owner && { owner: scope.owner }),
      ...(scope.system && { system: scope.system }),
      environment: scope.environment,
    },
    from: new Date(scope.from).toISOString(),
    to: new Date(scope.to).toISOString(),
    asOf: new Date(now).toISOString(),
    ...measureDora(releases, scope.from, scope.to),
    failures: await describeDeployments(db, rows.map(readRow)),
    missing: cut
      ? [
          say(
            'dora.cut',
            `Only the latest ${mostReleases} releases are counted; ask for a shorter time.`,
            { most: mostReleases },
          ),
        ]
      : [],
  };
}

/** The releases that the metrics count, one a row; seconds where a time has a length. */
export async function exportDora(
  db: Knex,
  scope: DoraScope,
  visible: Visibility,
): Promise<string> {
  const { releases } = await readReleases(db, scope, visible);
  const seconds = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? '' : (to - from) / 1000;
  return stringify(
    releases.map(release => ({
      entity: release.entityRef,
      kind: release.kind,
      version: release.version ?? '',
      started_at: new Date(release.startedAt).toISOString(),
      finished_at: new Date(release.finishedAt).toISOString(),
      lead_seconds: seconds(release.commitAt, release.finishedAt),
      failed: release.failed ? 'yes' : 'no',
      recovery_seconds: release.failed
        ? seconds(release.failedAt, release.recoveredAt)
        : '',
    })),
    {
      header: true,
      columns: [
        'entity',
        'kind',
        'version',
        'started_at',
        'finished_at',
        'lead_seconds',
        'failed',
        'recovery_seconds',
      ],
      // A spreadsheet would run a version that begins like a formula.
      escape_formulas: true,
    },
  );
}
