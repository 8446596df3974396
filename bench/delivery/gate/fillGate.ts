import type { Knex } from 'knex';
import { join } from 'node:path';
import type { Connection } from '../../shared/connect';

const migrations = join(
  __dirname,
  '../../../plugins/delivery-backend/migrations',
);

/** Entities have the names that the incidents and objectives of the other benchmarks are about. */
export const entityAt = (n: number) => `component:default/service-${n}`;
export const versionAt = (n: number) => `v${n % 50}`;
export const evaluationAt = (n: number) => `evaluation-${n}`;

const hour = 3600_000;

/**
 * What people and pipelines told the gate: each entity has ten versions evaluated by two suites and
 * approved, one in twenty an override of last week and one in a hundred one in force; 200 freezes are
 * planned, of other environments.
 */
export async function fillGate(
  { kind }: Connection,
  db: Knex,
  entities: number,
): Promise<void> {
  await db.migrate.latest({ directory: migrations });
  const now = Date.now();
  const versions = entities * 10;
  const upTo = (count: number) =>
    `with recursive t(n) as (select 0 union all select n + 1 from t where n < ${
      count - 1
    })`;
  const entity = `'component:default/service-' || cast(n % ${entities} as text)`;
  // So that each entity has versions on either side of the one that is asked for.
  const version = `'v' || cast((n % ${entities} + n / ${entities}) % 50 as text)`;
  for (const suite of ['golden', 'tone'])
    await db.raw(
      `insert into evaluations (id, entity_ref, version, suite, passed, total, at)
       ${upTo(versions)} select ${
        suite === 'golden' ? `'evaluation-'` : `'${suite}-'`
      } || cast(n as text), ${entity}, ${version}, '${suite}', 90 + n % 11, 100, ${now} - n from t`,
    );
  await db.raw(
    `insert into release_approvals (id, entity_ref, environment, version, "by", at)
     ${upTo(
       versions,
     )} select 'approval-' || cast(n as text), ${entity}, 'production', ${version}, 'user:default/guest', ${now} - n from t`,
  );
  await db.raw(
    `insert into gate_overrides (id, entity_ref, environment, reason, "by", at, until)
     ${upTo(
       entities,
     )} select 'override-' || cast(n as text), ${entity}, 'production', 'A hotfix', 'user:default/guest', ${
      now - 200 * hour
    }, case when n % 100 = 0 then ${now + 24 * hour} else ${
      now - 100 * hour
    } end from t where n % 20 = 0`,
  );
  await db.raw(
    `insert into freezes (id, title, from_at, until_at, environments, entity_refs, owners, "by")
     ${upTo(
       200,
     )} select 'freeze-' || cast(n as text), 'Sale', ${now} + n * ${hour}, ${now} + n * ${hour} + ${hour}, '["staging"]', '[]', '[]', 'user:default/guest' from t`,
  );
  // What autovacuum does within a minute of so many changes. Nobody analyzes SQLite.
  if (kind === 'PostgreSQL') await db.raw('vacuum (analyze)');
}
