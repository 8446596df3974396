import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { readConfirmed } from './readConfirmed';

const directory = resolvePackagePath(
  '@ghostlight/plugin-incidents-backend',
  'migrations',
);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = (name: string) => `component:default/${name}`;

interface Past {
  at?: number;
  open?: boolean;
  origin?: string;
  rootCause?: string;
  suspects?: string[];
  /** Entities, or titles, of hypotheses; one list for each run. */
  runs?: string[][];
  /** Of the first run. */
  told?: { cause: string; at: number }[];
}

let runs = 0;

async function insert(db: Knex, number: number, past: Past) {
  const { at = 1_000, suspects = ['a', 'b', 'c', 'd'].map(ref) } = past;
  await db('incidents').insert({
    number,
    title: 't',
    severity: 'SEV2',
    status: past.open ? 'investigating' : 'resolved',
    source: 'manual',
    origin_ref: past.origin ?? null,
    root_cause: past.rootCause ?? null,
    suspects: '[]',
    because: '[]',
    summary: '',
    started_at: at,
    resolved_at: past.open ? null : at + 500,
    created_at: 1,
    updated_at: 1,
  });
  await db('triage_features').insert({
    incident_number: number,
    at,
    version: 1,
    candidates: JSON.stringify(suspects.map(one => ({ ref: one }))),
  });
  const first = runs + 1;
  for (const names of past.runs ?? []) {
    const hypotheses = names.map(name =>
      name.includes(':') ? { entityRef: name, title: 'It' } : { title: name },
    );
    await db('triage_runs').insert({
      number: ++runs,
      incident_number: number,
      task: 'analysis',
      state: names.length ? 'done' : 'unavailable',
      stage: 'done',
      started_at: at,
      expires_at: at,
      asked_by: 'user:default/a',
      language: 'en',
      prompt_version: '1',
      bundle_id: 'b',
      cache_key: 'k',
      redactions: '[]',
      result: JSON.stringify({ analysis: { hypotheses } }),
    });
  }
  for (const [n, told] of (past.told ?? []).entries())
    await db('triage_feedback').insert({
      run_number: first,
      given_by: `user:default/${n}`,
      at: told.at,
      verdict: 'wrong',
      true_cause: told.cause,
    });
}

describe.each(databases.eachSupportedId())('True causes, on %s', id => {
  it('are counted where they were told, and how often they had been suspected', async () => {
    const db = await databases.init(id);
    await db.migrate.latest({ directory });
    const pasts: Past[] = [
      // By the root cause that somebody wrote: second of the ranking.
      { origin: ref('b'), rootCause: 'A bad deployment' },
      // By what a person told last, in whatever case; the latest run counts.
      {
        told: [
          { cause: ref('d'), at: 1 },
          { cause: 'Component:default/A', at: 2 },
        ],
        runs: [[ref('b')], [ref('c'), ref('a')]],
      },
      // By its name alone, and what has no entity by its title; a run without an answer is none.
      {
        told: [{ cause: 'bank', at: 1 }],
        suspects: [ref('x'), ref('y'), ref('z'), ref('bank')],
        runs: [['The bank does not answer'], []],
      },
      { told: [{ cause: 'moon phase', at: 1 }], runs: [[ref('a')]] },
      // Nobody told; open; before the span.
      { origin: ref('a') },
      { origin: ref('a'), rootCause: 'known', open: true },
      { origin: ref('a'), rootCause: 'known', at: 10 },
    ];
    for (const [n, past] of pasts.entries()) await insert(db, n + 1, past);
    expect(await readConfirmed(db, 500)).toEqual({
      n: 4,
      first: 1,
      three: 2,
      analysed: 3,
      modelFirst: 1,
      modelThree: 2,
    });
    expect(await readConfirmed(db, 5_000)).toMatchObject({ n: 0, analysed: 0 });
  });
});
