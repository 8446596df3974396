import { TestDatabases } from '@backstage/backend-test-utils';
import type { BurnPair, ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { deployment, minute, noon } from '../changes/__testUtils__/startFeed';
import { startWatches } from './__testUtils__/startWatches';

const ref = 'slo:default/payments-availability';
const rule = `${ref} >= 14.4 critical 5 min`;

function pair(change: Partial<BurnPair>): BurnPair {
  return {
    name: 'page-1h',
    severity: 'page',
    long: '1h',
    short: '5m',
    threshold: 14.4,
    longRate: 0.2,
    shortRate: 0.2,
    state: 'quiet',
    ...change,
  };
}

function own(asOf: number, ...pairs: BurnPair[]): ObjectiveStatus {
  const status: Partial<ObjectiveStatus> = {
    ref,
    title: 'Payments availability',
    entityRef: 'component:default/payments',
    asOf: Math.floor(asOf / 1000),
    pairs,
  };
  return status as ObjectiveStatus;
}

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] })
    .eachSupportedId()
    .map(([id]) => id),
)('watches of objectives on %s', databaseId => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const begin = async (
    more: Omit<Parameters<typeof startWatches>[0], 'knex'> = {},
    deployed: Parameters<typeof deployment>[2] = {},
  ) => {
    const knex = await databases.init(databaseId);
    const world = await startWatches({ knex, ...more });
    await world.feed.record('ci', [deployment('v2', noon, deployed)]);
    await world.turn();
    return {
      ...world,
      ownRules: async () =>
        (await world.first()).rules.filter(({ objective }) => objective),
    };
  };
  /** A burn rate from so many minutes after the deployment on, 1,000 events a minute. */
  const burning =
    (from: number, before = 0.1, burn = 30, events = 1_000) =>
    (ask: { from: number; to: number }) => {
      let bad = 0;
      const total = ((ask.to - ask.from) / 60) * events;
      for (let at = ask.from; at < ask.to; at += 60)
        bad +=
          0.01 * events * (at * 1000 >= noon + from * minute ? burn : before);
      return { good: total - bad, total };
    };

  it('fail when one burned its budget for the time of a rule that is written', async () => {
    const { first, pass, failed, slo } = await begin({
      annotations: { 'ghostlight.dev/watch-rules': rule },
    });
    slo.measures.set(ref, burning(10));
    await pass(12);
    const watching = await first();
    expect(watching.state).toBe('watching');
    expect(watching.rules.at(-1)).toMatchObject({
      objective: {
        ref,
        title: 'Payments availability',
        entityRef: 'component:default/payments',
      },
      comparison: '>=',
      threshold: 14.4,
      state: 'breaking',
      said: {
        code: 'watch.objective.breaking',
        text: 'The budget of “Payments availability” burns at 30×; it breaks the rule when it burns at 14.4× or more for 5 min.',
      },
    });
    expect(watching.rules.at(-1)).not.toHaveProperty('metric');
    await pass(4);
    const watch = await first();
    expect(watch).toMatchObject({
      state: 'failed',
      planId: 'plan-1',
      said: {
        text: 'v2 does harm: The budget of “Payments availability” burned at 14.4× or more for 4 min, at last at 30×.',
      },
      recommendations: [
        { code: 'watch.advice.rollBack' },
        { code: 'watch.advice.objective', params: { value: '30×' } },
      ],
    });
    expect(failed).toHaveLength(1);
  });

  it.each([
    ['that burned before', burning(-60), 'inconclusive'],
    ['of too few events', burning(10, 0.1, 30, 0.5), 'inconclusive'],
    ['that is fine', burning(100), 'passed'],
  ])('do not blame a deployment for one %s', async (_what, measure, state) => {
    const { first, pass, slo } = await begin({
      annotations: { 'ghostlight.dev/watch-rules': rule },
    });
    slo.measures.set(ref, measure);
    await pass(61);
    expect((await first()).state).toBe(state);
  });

  it('make up for looks that were missed, and say why there is nothing', async () => {
    const { clock, turn, pass, slo, ownRules } = await begin({
      annotations: { 'ghostlight.dev/watch-rules': rule },
    });
    await pass(2);
    expect(await ownRules()).toMatchObject([
      { state: 'no-data', said: { params: { why: `No objective '${ref}'` } } },
    ]);
    slo.measures.set(ref, burning(0, 0, 20));
    clock.now += 20 * minute;
    await turn();
    expect(await ownRules()).toMatchObject([
      { state: 'broken', n: 22, final: expect.closeTo(20) },
    ]);
  });

  it('fail when an objective of the entity burns at the level of a page since', async () => {
    const { first, pass, clock, slo, ownRules, failed } = await begin();
    slo.measures.set(ref, burning(5));
    slo.own = [own(noon + minute, pair({}))];
    await pass(2);
    expect(await ownRules()).toMatchObject([
      {
        objective: { ref, title: 'Payments availability' },
        state: 'holding',
        threshold: 14.4,
        forMinutes: 5,
        severity: 'critical',
        said: {
          text: 'The budget of “Payments availability” burns at 0.2× over 1h.',
        },
      },
    ]);
    slo.own = [
      own(
        clock.now,
        pair({
          state: 'firing',
          longRate: 20,
          firingSince: Math.floor(clock.now / 1000),
        }),
      ),
    ];
    await pass(1);
    expect(await first()).toMatchObject({
      state: 'failed',
      said: {
        text: 'v2 does harm: The budget of “Payments availability” burns at 20×, fast enough to page somebody (14.4× over 1h).',
      },
    });
    expect(failed).toHaveLength(1);
  });

  const firing = (since: number) => [
    own(
      noon + 2 * minute,
      pair({
        name: 'page-1h',
        state: 'firing',
        longRate: 20,
        firingSince: noon / 1000 + 90,
      }),
      pair({
        name: 'page-6h',
        long: '6h',
        short: '30m',
        threshold: 6,
        state: 'firing',
        longRate: 8,
        firingSince: noon / 1000 + since,
      }),
      pair({ name: 'ticket-1d', severity: 'ticket', state: 'firing' }),
    ),
  ];
  it.each([
    ['since before the deployment', firing(-60), burning(0)],
    ['by what burned before it', firing(60), burning(-20)],
    [
      'only enough for a ticket',
      [
        own(
          noon,
          pair({
            severity: 'ticket',
            state: 'firing',
            firingSince: noon / 1000 + 60,
          }),
        ),
      ],
      burning(0),
    ],
    [
      'as fast as it cannot',
      [own(noon, pair({ state: 'unreachable' }))],
      burning(0),
    ],
  ])('do not blame it where one burns %s', async (_what, statuses, measure) => {
    const { first, pass, slo } = await begin();
    slo.measures.set(ref, measure);
    slo.own = statuses;
    await pass(5);
    expect((await first()).state).toBe('watching');
  });

  it.each([
    ['the configuration', { more: { objectives: false } }, {}],
    [
      'an annotation',
      {
        annotations: {
          'ghostlight.dev/watch-rules': 'throughput off; objectives off',
        },
      },
      {},
    ],
    ['another environment', {}, { environment: 'staging' }],
  ])(
    'leave the own objectives alone where %s says so',
    async (_what, more, deployed) => {
      const { pass, slo, ownRules, first } = await begin(more, deployed);
      slo.measures.set(ref, burning(0));
      slo.own = firing(60);
      await pass(3);
      expect(await ownRules()).toEqual([]);
      expect((await first()).recommendations).toEqual([]);
    },
  );

  it('go on without them while the slo plugin does not answer', async () => {
    const { first, pass, slo } = await begin();
    slo.down = true;
    await pass(61);
    expect((await first()).state).toBe('passed');
  });
});
