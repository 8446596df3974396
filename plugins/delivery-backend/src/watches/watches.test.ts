import { TestDatabases } from '@backstage/backend-test-utils';
import {
  cancelWatch,
  getWatch,
  listWatches,
  locateWatch,
  WatchKeeper,
} from '.';
import { deployment, minute, noon } from '../changes/__testUtils__/startFeed';
import { startWatches } from './__testUtils__/startWatches';

const since = (from: number, bad: number, good: number) => (at: number) =>
  at >= noon + from * minute ? bad : good;

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] })
    .eachSupportedId()
    .map(([id]) => id),
)('watches on %s', databaseId => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const begin = async (
    more: Omit<Parameters<typeof startWatches>[0], 'knex'> = {},
  ) => {
    const knex = await databases.init(databaseId);
    const world = await startWatches({ knex, ...more });
    await world.feed.record('ci', [deployment('v2', noon)]);
    await world.turn();
    return world;
  };

  it('begin with a deployment that went out well, and pass when nothing happens', async () => {
    const { all, first, pass, failed } = await begin();
    expect(await all()).toMatchObject([
      {
        state: 'watching',
        version: 'v2',
        environment: 'production',
        automaticRollback: 'plan',
      },
    ]);
    await pass(59);
    expect(await first()).toMatchObject({ state: 'watching' });
    await pass(2);
    const watch = await first();
    expect(watch).toMatchObject({
      state: 'passed',
      startedAt: new Date(noon).toISOString(),
      endsAt: new Date(noon + 60 * minute).toISOString(),
      said: { text: 'v2 did no harm in 60 min.' },
      recommendations: [],
    });
    const [errors] = watch.rules;
    expect(errors).toMatchObject({
      state: 'holding',
      n: 60,
      avg: expect.closeTo(0.001, 6),
      min: 0.001,
      max: 0.001,
      final: 0.001,
    });
    expect(errors.points).toHaveLength(60);
    expect(watch.rules.map(({ state }) => state)).toEqual([
      'holding',
      'holding',
      'holding',
      'holding',
      'holding',
      'no-data',
    ]);
    expect(failed).toEqual([]);
  });

  it('fail when a critical rule was broken for its time, and are told of once', async () => {
    const { first, pass, failed } = await begin({
      curves: { error_rate: since(10, 0.081, 0.001) },
    });
    await pass(13);
    expect(await first()).toMatchObject({
      state: 'watching',
      said: {
        text: 'Error rate is 8.1 %; it breaks the rule when it is 5 % or more for 5 min.',
      },
    });
    await pass(3);
    const watch = await first();
    expect(watch).toMatchObject({
      state: 'failed',
      planId: 'plan-1',
      said: {
        code: 'watch.failed',
        text: 'v2 does harm: Error rate was 5 % or more for 4 min, at last 8.1 %.',
      },
    });
    expect(watch.recommendations.map(({ code }) => code)).toEqual([
      'watch.advice.rollBack',
      'watch.advice.error_rate',
    ]);
    await pass(3);
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ id: watch.id, state: 'failed' });
  });

  it('pass with warnings when only those were broken', async () => {
    const { first, pass, failed } = await begin({
      curves: { cpu: since(5, 0.9, 0.4) },
    });
    await pass(61);
    const watch = await first();
    expect(watch).toMatchObject({
      state: 'passed',
      said: { code: 'watch.passed.warnings' },
      recommendations: [{ code: 'watch.advice.cpu' }],
    });
    expect(failed).toEqual([]);
  });

  it.each([
    [
      'so before',
      since(-60, 0.09, 0.09),
      'inconclusive',
      'watch.inconclusive.before',
    ],
    ['much worse than before', since(3, 0.6, 0.09), 'failed', 'watch.failed'],
  ])(
    'do not blame a deployment for what was %s',
    async (_what, curve, state, code) => {
      const { first, pass } = await begin({ curves: { error_rate: curve } });
      await pass(61);
      const watch = await first();
      expect(watch).toMatchObject({ state, said: { code } });
    },
  );

  it('are inconclusive with too little traffic, and say so', async () => {
    const { first, pass, failed } = await begin({
      traffic: 0.5,
      curves: { error_rate: since(10, 0.5, 0) },
    });
    await pass(61);
    expect(await first()).toMatchObject({
      state: 'inconclusive',
      said: {
        text: 'Too little traffic to decide: 30 requests in 60 min, 50 are needed.',
      },
    });
    expect(failed).toEqual([]);
  });

  it('are inconclusive without data on what users see', async () => {
    const { first, pass } = await begin({
      curves: { error_rate: undefined, latency_p95: undefined },
    });
    await pass(61);
    const { state, recommendations } = await first();
    expect(state).toBe('inconclusive');
    expect(recommendations).toMatchObject([
      {
        code: 'watch.advice.measure',
        params: { metrics: 'error rate, p95 latency' },
      },
    ]);
  });

  it('tolerate gaps, and read later what could not be read in time', async () => {
    const { first, pass, source } = await begin({
      curves: {
        error_rate: at =>
          at % (3 * minute) === 0 ? undefined : since(10, 0.2, 0.001)(at),
      },
    });
    await pass(9);
    const { values } = source;
    source.values = async () => {
      throw new Error('503');
    };
    await pass(7);
    expect((await first()).state).toBe('watching');
    source.values = values;
    await pass(2);
    const { state, rules } = await first();
    expect(state).toBe('failed');
    // Every third minute there was nothing to be read.
    expect(rules[0]).toMatchObject({ state: 'broken', n: 12 });
  });

  it('go on where a keeper died, and make up for the time', async () => {
    const { first, clock, turn, pass } = await begin();
    await pass(3);
    clock.now += 20 * minute;
    await turn();
    expect((await first()).rules[0].n).toBe(23);
  });

  it('of others are not held up by a source that hangs', async () => {
    const { all, clock, feed, turn, sources, source } = await begin({
      patience: 100,
    });
    sources.clear();
    sources.set('hanging', {
      id: 'hanging',
      title: 'Hanging',
      values: () => new Promise(() => {}),
      counts: () => new Promise(() => {}),
    });
    sources.set('curves', source);
    await feed.record('ci', [
      deployment('s1', noon, {
        entityRef: 'component:default/search',
        key: 'search',
      }),
    ]);
    clock.now += minute;
    await turn();
    clock.now += minute;
    await turn();
    const watches = await all();
    expect(watches).toHaveLength(2);
    for (const { rules } of watches) expect(rules[0].n).toBeGreaterThan(0);
  });

  it('end when a newer deployment takes its place', async () => {
    const { all, clock, feed, pass } = await begin();
    await pass(5);
    await feed.record('ci', [deployment('v3', clock.now)]);
    await pass(2);
    expect(
      (await all()).map(({ version, state, said }) => [
        version,
        state,
        said.text,
      ]),
    ).toEqual([
      ['v3', 'watching', 'v3 is watched; nothing is wrong so far.'],
      ['v2', 'cancelled', 'A newer deployment took its place.'],
    ]);
  });

  it('do not begin for what failed, is a rollback, is old or of no entity', async () => {
    const { all, clock, feed, turn } = await begin();
    clock.now += 90 * minute;
    await feed.record('ci', [
      deployment('v3', clock.now, { outcome: 'failed' }),
      deployment('v4', clock.now, { kind: 'config' }),
      deployment('v5', noon + minute),
      deployment('v6', clock.now, { entityRef: undefined }),
    ]);
    await turn();
    expect((await all()).map(({ version }) => version)).toEqual(['v2']);
  });

  it('follow rules and wishes of the entity’s annotations, and say which cannot be read', async () => {
    const { first, pass } = await begin({
      annotations: {
        'ghostlight.dev/watch-rules':
          'latency_p95 >= 0.1 critical 2 min; cpu off',
        'ghostlight.dev/automatic-rollback': 'always',
      },
      curves: { latency_p95: since(0, 0.2, 0.05) },
    });
    await pass(3);
    const watch = await first();
    expect(watch).toMatchObject({ state: 'failed', automaticRollback: 'off' });
    expect(watch.rules.map(({ metric }) => metric)).not.toContain('cpu');
    expect(watch.recommendations.at(-1)?.text).toBe(
      'Correct the annotation ghostlight.dev/automatic-rollback: value: is one of off, plan, apply',
    );
  });

  it('wait for the catalog, and then follow the entity’s wishes from the beginning', async () => {
    const knex = await databases.init(databaseId);
    const world = await startWatches({
      knex,
      annotations: { 'ghostlight.dev/automatic-rollback': 'apply' },
    });
    const { context, feed, first, pass, entity } = world;
    context.entityOf = () => undefined;
    await feed.record('ci', [deployment('v2', noon)]);
    await pass(62);
    expect(await first()).toMatchObject({
      state: 'watching',
      automaticRollback: 'plan',
    });
    context.entityOf = () => entity;
    await pass(1);
    const watch = await first();
    expect(watch).toMatchObject({
      state: 'passed',
      automaticRollback: 'apply',
    });
    expect(watch.rules[0].n).toBe(60);
  });

  it('tell again when nobody listened', async () => {
    const { first, pass, context, failed } = await begin({
      curves: { error_rate: since(0, 0.5, 0.001) },
    });
    const { onFailed } = context;
    let refused = 0;
    context.onFailed = async watch => {
      if (refused++ < 2) throw new Error('the platform is away');
      return onFailed(watch);
    };
    await pass(5);
    expect((await first()).recommendations.at(-1)?.text).toBe(
      'The rollback could not be prepared: the platform is away',
    );
    await pass(3);
    expect(failed).toHaveLength(1);
    expect((await first()).planId).toBe('plan-1');
  });

  it('are kept by one replica at a time, and by the other one afterwards', async () => {
    const knex = await databases.init(databaseId);
    const world = await startWatches({ knex, more: { interval: 50 } });
    const { clock, context, feed, first } = world;
    clock.now = Date.now();
    context.now = Date.now;
    await feed.record('ci', [deployment('v2', Date.now() - 100)]);
    const stops = [new AbortController(), new AbortController()];
    for (const { signal } of stops) WatchKeeper.create(context).start(signal);
    const readings = async () =>
      (await first().catch(() => undefined))?.rules[0].n ?? 0;
    const grow = async (to: number) => {
      while ((await readings()) < to)
        await new Promise(resolve => setTimeout(resolve, 20));
    };
    await grow(3);
    stops[0].abort();
    await grow((await readings()) + 5);
    stops[1].abort();
    const { rules } = await first();
    const times = rules[0].points!.map(({ at }) => at);
    expect(new Set(times).size).toBe(times.length);
  });

  it('are ended by people, once', async () => {
    const { context, first, pass, failed } = await begin({
      curves: { error_rate: since(0, 0.5, 0.001) },
    });
    const { id } = await first();
    await cancelWatch(context, id, 'user:default/ann', 'known');
    expect((await first()).said.text).toBe(
      'user:default/ann ended the watch: known',
    );
    await expect(
      cancelWatch(context, id, 'user:default/ann', ''),
    ).rejects.toThrow('The watch is over: cancelled');
    await expect(getWatch(context.db, 'none')).rejects.toThrow('no watch');
    await pass(10);
    expect(failed).toEqual([]);
  });

  it('are listed by pages to those who may see them', async () => {
    const { context, feed, turn } = await begin();
    await feed.record('ci', [
      deployment('s1', noon - minute, {
        entityRef: 'component:default/search',
        key: 'search',
      }),
    ]);
    await turn();
    const page = await listWatches(context.db, { limit: 1 });
    const [{ id }] = page.items;
    expect(page.items[0].rules[0].points).toBeUndefined();
    expect(await locateWatch(context.db, id)).toEqual({
      entityRef: 'component:default/payments',
      environment: 'production',
      ownerRef: 'group:default/payers',
      systemRef: 'system:default/shop',
    });
    const next = await listWatches(context.db, {
      limit: 1,
      cursor: page.nextCursor,
    });
    expect(next.items.map(({ version }) => version)).toEqual(['s1']);
    expect(next.nextCursor).toBeUndefined();
    expect((await listWatches(context.db, {}, 'none')).items).toEqual([]);
    expect(
      (await listWatches(context.db, { states: ['passed'] })).items,
    ).toEqual([]);
  });
});
