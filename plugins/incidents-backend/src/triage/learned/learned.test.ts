import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import { featureNames, featureVersion } from './features';
import { RankerKeeper } from './RankerKeeper';

const directory = resolve(__dirname, '../../../migrations');
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Closed incidents of which the second candidate of the rules, with its queue full, was the cause. */
async function close(db: Knex, numbers: number[], teaches: boolean) {
  for (const number of numbers) {
    await db('incidents').insert({
      number,
      title: 't',
      severity: 'SEV2',
      status: 'resolved',
      source: 'manual',
      origin_ref: teaches ? 'component:default/b' : 'component:default/a',
      root_cause: 'known',
      suspects: '[]',
      because: '[]',
      summary: '',
      started_at: number * 1000,
      resolved_at: number * 1000 + 500,
      created_at: 1,
      updated_at: 1,
    });
    const features = (queue: number) =>
      featureNames.map(name => (name === 'queue' ? queue : 0.3));
    await db('triage_features').insert({
      incident_number: number,
      at: number * 1000,
      version: featureVersion,
      candidates: JSON.stringify([
        { ref: 'component:default/a', features: features(0) },
        { ref: 'component:default/b', features: features(1) },
      ]),
    });
  }
}

describe.each(databases.eachSupportedId())('What is learned, on %s', id => {
  it.each([
    ['is in force when it is better on the later incidents', true, 'learned'],
    ['is off when the rules do as well', false, 'rules'],
  ])('%s', async (_, teaches, kind) => {
    const db = await databases.init(id);
    await db.migrate.latest({ directory });
    const keeper = RankerKeeper.create({ db, now: () => 99_000_000 });
    const { signal } = new AbortController();
    await close(
      db,
      Array.from({ length: 20 }, (__, n) => n + 1),
      teaches,
    );
    await keeper.train(signal);
    expect(await keeper.state()).toMatchObject({
      kind: 'rules',
      closedIncidents: 20,
      needed: 50,
      why: { code: 'triage.ranker.few' },
    });
    await close(
      db,
      Array.from({ length: 40 }, (__, n) => n + 21),
      teaches,
    );
    await keeper.train(signal);
    expect(await keeper.state()).toMatchObject({
      kind,
      closedIncidents: 60,
      top1: 1,
      untrainedTop1: teaches ? 0 : 1,
    });
    const { ranker } = await keeper.rankerFor();
    expect(Boolean(ranker)).toBe(teaches);
    expect((await RankerKeeper.create({ db, now: () => 0 }).state()).kind).toBe(
      kind,
    );
  });

  it('keeps features of an incident from its first minutes', async () => {
    const db = await databases.init(id);
    await db.migrate.latest({ directory });
    const keeper = RankerKeeper.create({ db, now: () => 60_000 });
    const alert = {
      name: 'HighCpu',
      entityRef: 'a',
      startsAt: '1970-01-01T00:00:00Z',
    };
    await keeper.remember(7, { alerts: [alert] });
    await keeper.remember(7, { alerts: [alert] });
    const [row] = await db('triage_features');
    const [first] = JSON.parse(row.candidates);
    expect(first.ref).toBe('a');
    expect(first.features).toHaveLength(featureNames.length);
  });
});
