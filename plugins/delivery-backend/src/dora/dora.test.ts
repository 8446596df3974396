import { TestDatabases } from '@backstage/backend-test-utils';
import type { DeliveryPaths, Dora } from '@ghostlight/plugin-delivery-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { bodyOf, payments } from '../__testUtils__/calls';
import { component } from '../__testUtils__/entities';
import { refusalOf } from '../__testUtils__/refusalOf';
import { startDelivery } from '../__testUtils__/startDelivery';
import { measureDora } from './measureDora';
import type { Release } from './Release';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const search = 'component:default/search';
const first = Date.parse('2026-11-01T00:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const iso = (at: number) => new Date(at).toISOString();
const span = { from: '2026-11-01T00:00:00Z', to: '2026-11-21T00:00:00Z' };

type Query = DeliveryPaths['/v1/dora']['get']['parameters']['query'];

describe.each(databases.eachSupportedId())('DORA on %s', id => {
  let stop: (() => Promise<void>) | undefined;
  let knex: Knex;

  afterEach(() => stop?.());

  /**
   * Payments: twenty deployments, one a day at noon, each an hour after its commit and 10 min long; the
   * fifth fails, the tenth is rolled back half an hour after it was out, and the next day's mends it.
   * Search: three, all good.
   */
  async function start() {
    knex = await databases.init(id);
    const started = await startDelivery({
      knex,
      world: {
        entities: [
          component('payments'),
          component('search', { owner: 'finders', system: 'discovery' }),
        ],
      },
      delivery: { watch: { enabled: false } },
    });
    ({ stop } = started);
    const { ship } = started;
    for (let day = 1; day <= 20; day++) {
      const startedAt = first + (day - 1) * 24 * hour + 12 * hour;
      await ship({
        id: `d${day}`,
        entityRef: payments,
        version: `v${day}`,
        startedAt: iso(startedAt),
        finishedAt: iso(startedAt + 10 * minute),
        commitAt: iso(startedAt - hour),
        status: day === 5 ? 'failed' : 'succeeded',
      });
      if (day === 10)
        await ship({
          id: 'back',
          kind: 'rollback',
          entityRef: payments,
          version: 'v9',
          undoes: 'd10',
          startedAt: iso(startedAt + 38 * minute),
          finishedAt: iso(startedAt + 40 * minute),
        });
    }
    for (const day of [1, 2, 3])
      await ship({
        id: `s${day}`,
        entityRef: search,
        version: `v${day}`,
        startedAt: iso(first + day * 24 * hour),
      });
    await ship({
      entityRef: payments,
      environment: 'staging',
      version: 'v99',
      startedAt: iso(first + hour),
    });
    const client = started.client();
    const dora = async (query: Query = {}): Promise<Dora> =>
      bodyOf(
        await client.request('get', '/v1/dora', {
          params: { query: { ...span, ...query } },
        }),
      );
    return { ...started, dora };
  }

  it('counts by hand', async () => {
    const { dora } = await start();
    const of = await dora({ entityRef: payments });
    // 20 tried, 19 came through, in 20 days.
    expect(of.deploymentFrequency).toMatchObject({
      n: 19,
      value: 0.95,
      unit: 'per-day',
      meets: false,
      target: 10,
    });
    expect(of.leadTime).toMatchObject({
      n: 19,
      value: 4200,
      p90: 4200,
      unit: 'seconds',
      meets: false,
    });
    // d5 failed and d10 was rolled back, of 20.
    expect(of.changeFailureRate).toMatchObject({ n: 20, value: 0.1 });
    // d6 after the failure, the rollback, and d11 after what was rolled back, of 21.
    expect(of.reworkRate).toMatchObject({ n: 21 });
    expect(of.reworkRate.value).toBeCloseTo(2 / 21, 10);
    expect(of.failures.map(({ version }) => version)).toEqual(['v10', 'v5']);
    expect(of.recoveryTime).toMatchObject({
      said: { code: 'dora.not-enough', params: { needed: 10 } },
    });
    expect(of.recoveryTime.value).toBeUndefined();
    expect(of.deploymentFrequency.definition.code).toBe(
      'dora.definition.deploymentFrequency',
    );
  });

  it('says that there is not enough data, rather than a number', async () => {
    const { dora } = await start();
    const of = await dora({ entityRef: search });
    for (const metric of [
      of.leadTime,
      of.changeFailureRate,
      of.recoveryTime,
      of.reworkRate,
    ]) {
      expect(metric.value).toBeUndefined();
      expect(metric.said.text).toMatch(/^Not enough data: \d counted, 10/);
    }
    expect(of.deploymentFrequency).toMatchObject({ n: 3, value: 0.15 });
  });

  it('says how long it took to recover, once ten have', async () => {
    const { dora, ship } = await start();
    // The nth that fails is undone n times ten minutes after it was out; the eleventh never is.
    for (let n = 1; n <= 11; n++) {
      const out = first + n * 24 * hour;
      await ship({
        id: `f${n}`,
        entityRef: search,
        environment: 'staging',
        version: `v${n}`,
        startedAt: iso(out - minute),
        finishedAt: iso(out),
        status: n === 11 ? 'failed' : 'succeeded',
      });
      if (n < 11)
        await ship({
          id: `u${n}`,
          kind: 'rollback',
          entityRef: search,
          environment: 'staging',
          version: 'v0',
          undoes: `f${n}`,
          startedAt: iso(out + (n * 10 - 1) * minute),
          finishedAt: iso(out + n * 10 * minute),
        });
    }
    const staging = { entityRef: search, environment: 'staging' };
    const { recoveryTime: all } = await dora(staging);
    expect(all).toMatchObject({ n: 10, unit: 'seconds', value: 55 * 60 });
    expect(all.low!).toBeGreaterThanOrEqual(10 * 60);
    expect(all.low!).toBeLessThan(all.value!);
    expect(all.high!).toBeGreaterThan(all.value!);
    expect(all.high!).toBeLessThanOrEqual(100 * 60);
    expect(all.said.params).toMatchObject({ n: 10 });
    expect(all.meets).toBe(all.value! <= all.target!);
    // One fewer is too few for a number.
    const to = iso(first + 10 * 24 * hour - hour);
    const { recoveryTime: fewer } = await dora({ ...staging, to });
    expect(fewer.n).toBe(9);
    expect(fewer.value).toBeUndefined();
  });

  it('is of an entity, a team, a system or all, in an environment', async () => {
    const { dora } = await start();
    const n = async (query: Query) => (await dora(query)).deploymentFrequency.n;
    expect([
      await n({}),
      await n({ entityRef: 'payments' }),
      await n({ owner: 'payers' }),
      await n({ owner: 'group:default/finders' }),
      await n({ system: 'discovery' }),
      await n({ environment: 'staging' }),
      await n({ environment: 'moon' }),
      await n({ from: iso(first + 19 * 24 * hour) }),
    ]).toEqual([22, 19, 19, 3, 3, 1, 0, 1]);
    expect(await refusalOf(dora({ from: '2020-01-01T00:00:00Z' }))).toMatch(
      /^400 from: at most three years/,
    );
  });

  it('has a trend that adds up', async () => {
    const { dora } = await start();
    const { trend } = (await dora()).deploymentFrequency;
    expect(trend).toHaveLength(3);
    expect(trend[0].from).toBe(iso(first));
    expect(trend[2].to).toBe(iso(Date.parse(span.to)));
    expect(trend.reduce((sum, { n }) => sum + n, 0)).toBe(22);
  });

  it('gives what it counts as CSV', async () => {
    const { call, ship } = await start();
    await ship({
      id: 'x',
      entityRef: payments,
      version: '=cmd()',
      startedAt: iso(first + 19.9 * 24 * hour),
    });
    const query = new URLSearchParams({ ...span, entityRef: payments });
    const answer = await call(`/v1/dora.csv?${query}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    const lines = (await answer.text()).trim().split('\n');
    expect(lines).toHaveLength(1 + 22);
    expect(lines.slice(0, 2)).toEqual([
      'entity,kind,version,started_at,finished_at,lead_seconds,failed,recovery_seconds',
      'component:default/payments,deployment,v1,2026-11-01T12:00:00.000Z,2026-11-01T12:10:00.000Z,4200,no,',
    ]);
    expect(lines.find(line => line.includes(',v10,'))).toMatch(/,yes,1800$/);
    expect(lines.at(-1)).toContain(",'=cmd(),");
  });
});

it('keeps shares within 0 and 1, and values within their intervals', () => {
  const release = fc.record({
    entityRef: fc.constantFrom('component:default/a', 'component:default/b'),
    kind: fc.constantFrom('deployment' as const, 'rollback' as const),
    startedAt: fc.integer({ min: first, max: first + 30 * 24 * hour - 1 }),
    took: fc.integer({ min: 0, max: 48 * hour }),
    lead: fc.option(fc.integer({ min: -hour, max: 1000 * hour })),
    succeeded: fc.boolean(),
    failed: fc.boolean(),
    recovery: fc.option(fc.integer({ min: -hour, max: 48 * hour })),
  });
  fc.assert(
    fc.property(fc.array(release, { maxLength: 80 }), drawn => {
      const releases: Release[] = drawn
        .map(({ took, lead, recovery, ...one }, n) => {
          const finishedAt = one.startedAt + took;
          return {
            ...one,
            id: String(n),
            finishedAt,
            failedAt: finishedAt,
            ...(lead !== null && { commitAt: finishedAt - lead }),
            ...(recovery !== null && { recoveredAt: finishedAt + recovery }),
          };
        })
        .sort(
          (a, b) =>
            a.entityRef.localeCompare(b.entityRef) || a.startedAt - b.startedAt,
        );
      const all = measureDora(releases, first, first + 30 * 24 * hour);
      for (const metric of Object.values(all)) {
        const { n, trend, unit } = metric;
        const { value = 0, low = 0, high = 0 } = metric;
        expect(metric.value !== undefined || n < 10).toBe(true);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(unit === 'ratio' ? high : 0).toBeLessThanOrEqual(1);
        // Not of durations: what is too little in a week may be enough in a month.
        expect(trend.reduce((sum, part) => sum + part.n, 0)).toBe(n);
      }
    }),
    { numRuns: 300 },
  );
});
