import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';

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
    await knex('incidents')
      .where('number', 1)
      .update({ owner_ref: 'group:default/payments-team' });
    await knex('incidents').insert({
      ...incident,
      number: 12_345,
      title: 'HighErrorRate: 100% of cards_fail',
      started_at: -1,
    });
  },
  '20261123_words.js': async knex => {
    // Those that were there have theirs.
    expect(await wordsOf(knex, 1)).toBe(
      '2967: 0001 1 inc-0001 ist payments team weg zurich',
    );
    expect(await wordsOf(knex, 12_345)).toBe(
      '-1: 100 12345 cards error fail high higherrorrate inc-12345 of rate',
    );
    const word = { incident_number: 1, word: 'ist', week: 2967 };
    await expect(knex('incident_words').insert(word)).rejects.toThrow(
      /unique|duplicate/i,
    );
    // Compared by character, whatever the language of the database.
    await knex('incident_words').insert([
      { ...word, word: 'pay' },
      { ...word, word: 'pay\u4e2d' },
      { ...word, word: 'paz' },
    ]);
    const alike = knex('incident_words').whereRaw('word >= ? and word < ?', [
      'pay',
      'pay\u{10ffff}',
    ]);
    expect((await alike.pluck('word')).sort()).toEqual([
      'pay',
      'payments',
      'pay\u4e2d',
    ]);
    await knex('incidents').where('number', 12_345).delete();
  },
  '20261124_said.js': async knex => {
    // What was kept before says it in its words alone.
    expect(await knex('incidents').pluck('because_said')).toEqual([null]);
    expect(await knex('alerts').pluck('suppressed_said')).toEqual([null, null]);
    const said = '{"code":"alert.ended","params":{"title":"Zürich"}}';
    await knex('timeline').where({ key: 'k' }).update({ said });
    await knex('alerts').update({ entity_said: said, suppressed_said: said });
    await knex('incidents').update({ because_said: said });
    await knex('suppressions').insert({
      alert_id: 1,
      kind: 'flapping',
      reason: 'x',
      said,
      at,
    });
    await knex('quarantine').insert({
      delivery_id: 1,
      adapter: 'alertmanager',
      received_at: at,
      reason: 'x',
      said,
      headers: '{}',
      raw: '{}',
    });
    expect(await knex('quarantine').pluck('said')).toEqual([said]);
  },
  '20261126_delivery.js': async knex => {
    const change = {
      adapter: 'delivery',
      key: 'c1',
      kind: 'deployment',
      title: 'payments v1',
      version: 'v1',
      at,
    };
    await knex('changes').insert([
      { ...change, key: 'c0', adapter: 'cloudevents' },
      { ...change, delivery_id: 'c1', rollback_id: 'RB-1' },
    ]);
    expect(await knex('changes').orderBy('key').pluck('delivery_id')).toEqual([
      null,
      'c1',
    ]);
  },
  '20261206_triage_runs.js': async knex => {
    const run = {
      number: 7,
      incident_number: 1,
      task: 'analysis',
      state: 'running',
      stage: 'asking',
      started_at: at,
      expires_at: at + 105_000,
      asked_by: 'user:default/inés',
      language: 'es',
      prompt_version: 'analysis-1',
      bundle_id: 'b',
      cache_key: 'k',
      redactions: '[]',
    };
    await knex('triage_runs').insert(run);
    await expect(knex('triage_runs').insert(run)).rejects.toThrow(
      /unique|duplicate/i,
    );
    const [row] = await knex('triage_runs');
    expect(row).toMatchObject({ calls: 0, outcome: null, result: null });
    expect(Number(row.cost_micros)).toBe(0);
    const feedback = {
      run_number: 7,
      given_by: 'user:default/inés',
      at,
      verdict: 'right',
    };
    await knex('triage_feedback').insert(feedback);
    await expect(knex('triage_feedback').insert(feedback)).rejects.toThrow(
      /unique|duplicate/i,
    );
    expect(await knex('counters').orderBy('name').pluck('name')).toContain(
      'triage',
    );
  },
  '20261207_triage_learning.js': async knex => {
    const features = {
      incident_number: 1,
      at,
      version: 1,
      candidates: '[{"ref":"component:default/ñ","features":[0.5]}]',
    };
    await knex('triage_features').insert(features);
    await expect(knex('triage_features').insert(features)).rejects.toThrow(
      /unique|duplicate/i,
    );
    const model = {
      trained_at: at,
      version: 1,
      closed_incidents: 50,
      is_better: true,
      top1: 0.75,
      untrained_top1: 0.5,
      model: '[0.1]',
    };
    await knex('triage_models').insert(model);
    const [row] = await knex('triage_models');
    expect(Boolean(row.is_better)).toBe(true);
    expect(row.top1).toBe(0.75);
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

/** Of an incident, after the week of its start. */
async function wordsOf(knex: Knex, incident: number): Promise<string> {
  const rows: { word: string; week: number }[] = await knex('incident_words')
    .where('incident_number', incident)
    .select('word', 'week');
  const weeks = new Set(rows.map(({ week }) => week));
  const words = rows.map(({ word }) => word).sort();
  return `${[...weeks].join()}: ${words.join(' ')}`;
}

async function tablesOf(knex: Knex): Promise<string[]> {
  const query = String(knex.client.config.client).includes('pg')
    ? `select tablename as name from pg_tables where schemaname = 'public'`
    : `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`;
  const result = await knex.raw(query);
  const rows: { name: string }[] = Array.isArray(result) ? result : result.rows;
  return rows.map(({ name }) => name);
}
