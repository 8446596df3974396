import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@ghostlight/plugin-incidents-backend',
  'migrations',
);
const at = 1_795_000_000_000;

/** Each migration: rows of its time, and what must be true of them after it. */
const steps: Record<string, (knex: Knex) => Promise<void>> = {
  '20261122_init.js': async knex => {
    expect(await knex('counters').orderBy('name').pluck('name')).toEqual([
      'correlation',
      'incident',
    ]);
    const delivery = {
      adapter: 'alertmanager',
      sender: 'external:am',
      delivery_key: 'a',
      received_at: at,
      bytes: 2,
      accepted: 1,
      quarantined: 0,
      truncated: 0,
    };
    await knex('deliveries').insert(delivery);
    await expect(knex('deliveries').insert(delivery)).rejects.toThrow(
      /unique|duplicate/i,
    );
    // Without an identity at the sender every delivery is another one.
    await knex('deliveries').insert([
      { ...delivery, delivery_key: null },
      { ...delivery, delivery_key: null },
    ]);
    await knex('inbox').insert({
      delivery_id: 1,
      kind: 'alert',
      adapter: 'alertmanager',
      received_at: at,
      event: '{}',
      raw: '{}',
    });
    const incident = {
      number: 1,
      title: 'Zürich ist weg 🔥',
      severity: 'SEV1',
      status: 'investigating',
      source: 'rule',
      suspects: '[]',
      because: 'x',
      summary: '',
      started_at: at,
      created_at: at,
      updated_at: at,
    };
    await knex('incidents').insert(incident);
    await expect(knex('incidents').insert(incident)).rejects.toThrow(
      /unique|duplicate/i,
    );
    const [row] = await knex('incidents');
    expect(row).toMatchObject({
      title: 'Zürich ist weg 🔥',
      alert_count: 0,
      version: 1,
      impact_due_at: null,
    });
    expect(Number(row.started_at)).toBe(at);
    const alert = {
      fingerprint: 'f',
      current: true,
      adapter: 'alertmanager',
      name: 'a',
      title: 'a',
      severity: 'critical',
      status: 'firing',
      starts_at: at,
      received_at: at,
      last_seen_at: at,
      occurrences: 1,
      transitions: 0,
      labels: '{}',
      annotations: '{}',
    };
    await knex('alerts').insert(alert);
    // One is the latest of its fingerprint; there may be any number of earlier ones.
    await expect(knex('alerts').insert(alert)).rejects.toThrow(
      /unique|duplicate/i,
    );
    await knex('alerts').insert({ ...alert, current: false });
    const entry = {
      incident_number: 1,
      at,
      kind: 'note',
      text: 'x',
      key: 'k',
    };
    await knex('timeline').insert(entry);
    await expect(knex('timeline').insert(entry)).rejects.toThrow(
      /unique|duplicate/i,
    );
    await knex('timeline').insert({ ...entry, incident_number: 2 });
    await knex('incident_entities').insert({
      incident_number: 1,
      entity_ref: 'component:default/payments',
      role: 'origin',
      since: at,
    });
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
    expect(await knex('incidents')).toEqual([]);
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
