import { TestDatabases } from '@backstage/backend-test-utils';
import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import { candidatesOf } from '../ranking/candidatesOf';
import { featureNames, featuresOf, featureVersion } from './features';
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

describe('Features', () => {
  const start = Date.UTC(2026, 10, 22, 12);
  const step = 60;
  /** As the portal measures it: two hours calm, then 20 minutes in which it climbs. */
  const series = (name: string, [calm, wild]: [number, number]) => ({
    entityRef: 'component:default/payments',
    name,
    start: new Date(start).toISOString(),
    step,
    values: Array.from({ length: 140 }, (_, n) => {
      const climbed = Math.min(1, Math.max(0, (n - 119) / 8));
      const level = calm + (wild - calm) * climbed;
      return Number((level * (1 + 0.02 * Math.sin(n))).toFixed(4));
    }),
  });
  type Kind = NonNullable<TriageCase['metrics']>[number]['kind'];

  it.each<[Kind, string, [number, number]]>([
    ['cpu', 'cpu', [0.2, 0.9]],
    ['memory', 'memory', [0.34, 0.95]],
    ['connections', 'connections', [0.1, 1]],
    ['queue', 'queue', [0, 40]],
    ['errors', 'errors', [0.001, 0.3]],
    ['latency', 'p99', [0.2, 3]],
  ])('have %s at the time of the incident', (kind, name, levels) => {
    const [payments] = candidatesOf(
      {
        startedAt: new Date(start + 120 * step * 1000).toISOString(),
        metrics: [
          { ...series(name, levels), kind },
          { ...series('traffic', [50, 50]), kind: 'requests' },
          { ...series('saturation', [0.3, 0.3]), kind: 'saturation' },
        ],
      },
      5,
    ).map(featuresOf);
    const known = Object.fromEntries(
      featureNames.map((feature, place) => [feature, payments.features[place]]),
    );
    expect(known[kind!]).toBeGreaterThan(0.5);
    const others = ['cpu', 'memory', 'connections', 'queue']
      .filter(other => other !== kind)
      .map(other => known[other]);
    expect(Math.max(...others)).toBe(0);
  });
});
