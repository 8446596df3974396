import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';

const directory = resolvePackagePath(
  '@ghostlight/plugin-slo-backend',
  'migrations',
);

/** Each migration: rows of its time, and what must be true of them after it. */
const steps: Record<string, (knex: Knex) => Promise<void>> = {
  '20261121_init.js': async knex => {
    await knex('documents').insert({
      ref: 'slo:default/payments',
      kind: 'slo',
      etag: 'a',
      entity_ref: 'component:default/payments',
      entity: '{}',
      findings: '[]',
    });
    const [{ id }] = await knex('objectives')
      .insert({
        ref: 'slo:default/payments',
        document_ref: 'slo:default/payments',
        entity_ref: 'component:default/payments',
        source: 'default',
        shard: 3,
        definition: '{}',
        definition_hash: 'x',
      })
      .returning('id');
    await knex('sampling').insert({ objective_id: id, sampled_to: 29_000_000 });
    await knex('ledger').insert({
      objective_id: id,
      at: 29_000_000,
      good: 0.1 + 0.2,
      total: 9_007_199_254_740_991,
      minutes: 1,
    });
    await expect(
      knex('ledger').insert({
        objective_id: id,
        at: 29_000_000,
        good: 1,
        total: 1,
        minutes: 1,
      }),
    ).rejects.toThrow(/unique|duplicate/i);
    await knex('verdicts').insert({
      objective_id: id,
      ref: 'slo:default/payments',
      entity_ref: 'component:default/payments',
      title: 'Payments',
      status: 'healthy',
      budget_left: 1,
      burn: 0,
      search: 'payments',
      as_of: 1_740_000_000,
      body: '{}',
    });
    await knex('alerts').insert({
      id: 'a',
      sequence: 1,
      objective_id: id,
      entity_ref: 'component:default/payments',
      pair: 'page-1h',
      state: 'firing',
      started_at: 1_740_000_000,
      body: '{}',
    });
    expect(await knex('ledger').first()).toMatchObject({
      good: 0.1 + 0.2,
      total: 9_007_199_254_740_991,
      slices: 0,
      excluded_minutes: 0,
    });
    // What was measured goes with its objective.
    await knex.raw(`delete from objectives where ref = 'slo:default/payments'`);
    for (const table of ['sampling', 'ledger', 'verdicts', 'alerts']) {
      expect(await knex(table)).toEqual([]);
    }
  },
  '20261126_changes.js': async knex => {
    const change = {
      id: 'c1',
      entity_ref: 'component:default/payments',
      environment: 'production',
      kind: 'deployment',
      title: 'payments v1',
      version: 'v1',
      outcome: 'succeeded',
      at: 1_795_000_000,
      active_from: 1_795_000_060,
    };
    await knex('changes').insert(change);
    await expect(knex('changes').insert(change)).rejects.toThrow(
      /unique|duplicate/i,
    );
    await knex('cursors').insert({ name: 'delivery-feed', position: 2 ** 40 });
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
    expect(await knex('objectives')).toEqual([]);
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
