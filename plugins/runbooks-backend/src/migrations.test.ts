import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';

const directory = resolvePackagePath(
  '@ghostlight/plugin-runbooks-backend',
  'migrations',
);
const at = 1_795_000_000_000;
const payments = 'component:default/payments';
const taken = /unique|duplicate/i;

async function testInit(knex: Knex): Promise<void> {
  const counters = await knex('counters').orderBy('name');
  expect(counters.map(({ name, value }) => [name, Number(value)])).toEqual([
    ['attempt', 0],
    ['execution', 0],
  ]);

  const document = {
    ref: 'chaosexperiment:default/kill',
    kind: 'experiment',
    title: 'Zürich 🔥',
    hash: 'h',
    findings: '[]',
    about: '{}',
    updated_at: at,
  };
  await knex('documents').insert(document);
  await expect(knex('documents').insert(document)).rejects.toThrow(taken);
  const { ref } = document;
  const key = { ref, kind: 'experiment', key: `entity:${payments}` };
  await knex('document_keys').insert(key);
  await expect(knex('document_keys').insert(key)).rejects.toThrow(taken);
  await knex('schedules').insert({ ref, cron: '0 10 * * 2', next_at: at });
  const [{ title }] = await knex('documents');
  expect(title).toBe(document.title);

  const execution = {
    kind: 'experiment',
    state: 'running',
    title: 'Kill',
    environment: 'staging',
    experiment_ref: ref,
    requested_by: 'user:default/ann',
    operator: 'user:default/ann',
    program: '{}',
    summary: '{}',
    requested_at: at,
  };
  const executionOf = (n: number, more: object = {}) =>
    knex('executions').insert({
      ...execution,
      id: `RUN-${n}`,
      seq: n,
      run_id: `r${n}`,
      ...more,
    });
  await executionOf(1);
  // A run of the engine is of one execution, and a number is given once.
  await expect(executionOf(2, { run_id: 'r1' })).rejects.toThrow(taken);
  await expect(executionOf(2, { seq: 1 })).rejects.toThrow(taken);
  await executionOf(2);

  const attempt = {
    id: 'REM-1',
    seq: 1,
    key: 'k',
    entity_ref: payments,
    environment: 'production',
    symptom: 'HighErrorRate',
    target: `production/${payments}`,
    rung: 0,
    attempt: 1,
    mode: 'approve',
    state: 'verified',
    title: 'Roll back',
    proposed_by: 'remediationpolicy:default/back',
    what: '{}',
    details: '{}',
    at,
    acted_at: at,
    due_at: at,
    revision: 1,
  };
  await knex('attempts').insert(attempt);
  // The same again is told by its key.
  await expect(
    knex('attempts').insert({ ...attempt, id: 'REM-2', seq: 2 }),
  ).rejects.toThrow(taken);

  const off = { by: 'user:default/ann', reason: 'x', at };
  await knex('switches').insert({ scope: 'all', is_on: false, ...off });
  const [{ is_on }] = await knex('switches');
  expect(Boolean(is_on)).toBe(false);
  await knex('followed').insert({
    incident_id: 'INC-1',
    version: 1,
    at,
    policies: 'h',
  });

  // With a document go its keys and its schedule; what it did stays.
  await knex('documents').where({ ref }).delete();
  expect(await knex('document_keys')).toEqual([]);
  expect(await knex('schedules')).toEqual([]);
  expect(await knex('executions')).toHaveLength(2);
}

async function testFilters(knex: Knex): Promise<void> {
  // What was there before is told apart from what says that it is for all.
  const before = await knex('executions').select('plan');
  expect(before).toEqual([{ plan: null }, { plan: null }]);
  const policy = {
    ref: 'remediationpolicy:default/back',
    kind: 'policy',
    title: 'Back',
    hash: 'h',
    findings: '[]',
    about: '{}',
    updated_at: at,
  };
  await knex('documents').insert(policy);
  const { ref } = policy;
  const [old] = await knex('documents').where({ ref });
  expect(old).toMatchObject({
    mode: null,
    facets: null,
    rehearse_seconds: null,
  });
  await knex('documents')
    .where({ ref })
    .update({ mode: 'approve', facets: 0, rehearse_seconds: 90 * 86_400 });
  await knex('executions').update({ plan: '{"steps":[]}' });
  await knex('executions')
    .where({ id: 'RUN-1' })
    .update({ runbook_ref: 'runbook:default/x', started_at: at });
  const [tried] = await knex('executions')
    .where({ runbook_ref: 'runbook:default/x' })
    .max({ at: 'started_at' });
  expect(Number(tried.at)).toBe(at);
}

/** Each migration: rows of its time, and what must be true of them after it. */
const steps: Record<string, (knex: Knex) => Promise<void>> = {
  '20261128_init.js': testInit,
  '20261205_filters.js': testFilters,
};

const files = readdirSync(directory).sort();

it('tests every migration', () => {
  expect(Object.keys(steps)).toEqual(files);
});

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up over rows of their time, down, and up again', async () => {
    const knex = await databases.init(id);
    const migrate = { directory };
    for (const file of files) {
      await knex.migrate.up({ ...migrate, name: file });
      await steps[file](knex);
    }
    for (const _file of files) await knex.migrate.down(migrate);
    expect(await knex.migrate.currentVersion(migrate)).toBe('none');
    await knex.migrate.latest(migrate);
    expect(await knex('counters')).toHaveLength(2);
    expect(await knex('executions')).toEqual([]);
  });
});
