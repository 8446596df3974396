import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';

const directory = resolvePackagePath(
  '@ghostlight/plugin-delivery-backend',
  'migrations',
);
const at = 1_795_000_000_000;
const payments = 'component:default/payments';
const place = { entity_ref: payments, environment: 'production' };
const taken = /unique|duplicate/i;

/** Each migration: rows of its time, and what must be true of them after it. */
const steps: Record<string, (knex: Knex) => Promise<void>> = {
  '20261125_init.js': async knex => {
    expect(await knex('counters').orderBy('name').pluck('name')).toEqual([
      'feed',
      'feed-pruned',
      'rollback',
    ]);
    const deployment = {
      ...place,
      id: 'a',
      source: 'ci',
      key: 'k',
      kind: 'deployment',
      outcome: 'succeeded',
      started_at: at,
      change: '{"title":"Zürich 🔥"}',
      known: '[]',
      searched: 'zürich',
      updated_at: at,
    };
    await knex('deployments').insert(deployment);
    await expect(
      knex('deployments').insert({ ...deployment, id: 'b' }),
    ).rejects.toThrow(taken);
    const [row] = await knex('deployments');
    expect(row).toMatchObject({
      failed_because: '[]',
      change: deployment.change,
    });
    expect([Number(row.started_at), Boolean(row.failed)]).toEqual([at, false]);
    const change = { change_id: 'a', recorded_at: at, change: '{}' };
    await knex('changes').insert({ seq: 1, ...change });
    await expect(knex('changes').insert({ seq: 1, ...change })).rejects.toThrow(
      taken,
    );
    await knex('lanes').insert({ ...place, changed_at: at });
    await expect(
      knex('lanes').insert({ ...place, changed_at: at }),
    ).rejects.toThrow(taken);

    const rollback = {
      ...place,
      plan_id: 'p',
      state: 'running',
      lane: 'kubernetes',
      reason: 'x',
      dry_run: true,
      requested_by: 'user:default/ann',
      requested_at: at,
      summary: '{}',
    };
    const rollbackOf = (n: number, more: object = {}) =>
      knex('rollbacks').insert({
        ...rollback,
        id: `RB-${n}`,
        run_id: `r${n}`,
        ...more,
      });
    // Tried out as often as one likes, applied once.
    await rollbackOf(1);
    await rollbackOf(2);
    await rollbackOf(3, { dry_run: false });
    await expect(rollbackOf(4, { dry_run: false })).rejects.toThrow(taken);
    await rollbackOf(5, { dry_run: false, plan_id: 'q' });
    await expect(rollbackOf(6, { plan_id: 'r', run_id: 'r5' })).rejects.toThrow(
      taken,
    );

    const rollout = {
      ...place,
      engine: 'ghostlight',
      target_driver: 'kubernetes',
      target_ref: 'prod/shop/deployments/payments',
      state: 'running',
      version: 'v2',
      document: '{}',
      progress: '{}',
      watching: '{}',
      started_at: at,
      updated_at: at,
    };
    await knex('rollouts').insert({ ...rollout, id: 'a', engine_key: '1' });
    // One at a time at a target, unless the platform's own engine says otherwise.
    await expect(
      knex('rollouts').insert({ ...rollout, id: 'b', engine_key: '2' }),
    ).rejects.toThrow(taken);
    await knex('rollouts').insert({
      ...rollout,
      id: 'c',
      engine: 'flagger',
      engine_key: '1',
    });
    await knex('rollouts').where({ id: 'a' }).update({ finished_at: at });
    await knex('rollouts').insert({ ...rollout, id: 'b', engine_key: '2' });

    const watch = {
      ...place,
      deployment_id: 'a',
      state: 'watching',
      started_at: at,
      ends_at: at,
      rules: '[]',
      report: '{}',
      automatic: 'off',
    };
    await knex('watches').insert({ ...watch, id: 'a' });
    await expect(knex('watches').insert({ ...watch, id: 'b' })).rejects.toThrow(
      taken,
    );
    const delivery = {
      adapter: 'github',
      received_at: at,
      accepted: 1,
      rejected: 0,
    };
    await knex('deliveries').insert({ ...delivery, delivery_key: 'k' });
    await expect(
      knex('deliveries').insert({ ...delivery, delivery_key: 'k' }),
    ).rejects.toThrow(taken);
    // Without an identity at the sender every delivery is another one.
    await knex('deliveries').insert([delivery, delivery]);
  },
  '20261128_spent_by.js': async knex => {
    expect(await knex('deployments').pluck('spent_by')).toEqual(['[]']);
  },
  '20261129_worst_first.js': async knex => {
    expect(await knex('lanes').pluck('entity_ref')).toEqual([payments]);
  },
};

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] }).eachSupportedId(),
)('Migrations on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });

  it('go up, take rows, and go down again', async () => {
    const knex = await databases.init(databaseId);
    const files = readdirSync(directory).sort();
    expect(files).toEqual(Object.keys(steps));
    const before = await tablesOf(knex);
    for (const file of files) {
      await knex.migrate.up({ directory, name: file });
      await steps[file](knex);
    }
    for (let n = files.length; n > 0; n--) {
      await knex.migrate.down({ directory });
    }
    const left = (await tablesOf(knex)).filter(
      table => !before.includes(table) && !table.startsWith('knex_'),
    );
    expect(left).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await knex('rollbacks')).toEqual([]);
  });
});

async function tablesOf(knex: Knex): Promise<string[]> {
  const query = String(knex.client.config.client).includes('pg')
    ? `select tablename as name from pg_tables where schemaname = 'public'`
    : `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`;
  const result = await knex.raw(query);
  const rows: { name: string }[] = Array.isArray(result) ? result : result.rows;
  return rows.map(({ name }) => name);
}
