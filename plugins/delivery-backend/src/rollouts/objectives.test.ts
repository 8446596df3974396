import { TestDatabases } from '@backstage/backend-test-utils';
import type { FakeMeasure } from '../analysis/__testUtils__/FakeObjectives';
import { startRollouts } from './__testUtils__/startRollouts';

const ref = 'slo:default/payments-availability';

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] })
    .eachSupportedId()
    .map(([id]) => id),
)('rollouts gated by an objective on %s', databaseId => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startRollouts>>;
  afterEach(() => world.stop());

  const looks = new Map<string, number>();
  /** So many events a look, a share of them bad by version; the whole has no labels. */
  const measured =
    (
      bad: { canary?: number; stable?: number; whole?: number },
      events = 20_000,
    ): FakeMeasure =>
    ({ labels: { track = 'whole' } }) => {
      // Counts are since the step began: they grow from look to look.
      looks.set(track, (looks.get(track) ?? 0) + 1);
      const share = bad[track as keyof typeof bad];
      const total = share === undefined ? 0 : looks.get(track)! * events;
      return { good: total * (1 - (share ?? 0)), total };
    };
  async function begin(
    measure: FakeMeasure,
    more: Parameters<typeof startRollouts>[1] = {},
  ) {
    looks.clear();
    world = await startRollouts(await databases.init(databaseId), more);
    world.slo.measures.set(ref, measure);
    const strategy = {
      type: 'canary' as const,
      steps: [
        { weight: 10, seconds: 0.4 },
        { weight: 100, seconds: 0.2 },
      ],
      gates: [{ objective: ref }],
    };
    return { ...world, strategy, id: await world.start({ strategy }) };
  }

  it('go on where its budget is fine with both versions', async () => {
    const { id, until, slo } = await begin(
      measured({ canary: 0.001, stable: 0.001 }),
    );
    const { analysis, strategy } = await until(id, 'succeeded');
    expect(strategy.gates).toEqual([{ objective: ref, maxBurnRate: 14.4 }]);
    expect(analysis).toEqual([
      {
        objective: {
          ref,
          title: 'Payments availability',
          entityRef: 'component:default/payments',
        },
        title: 'Payments availability',
        verdict: 'pass',
        said: {
          code: 'rollout.objective.pass',
          params: expect.objectContaining({ burn: '0.1×', limit: '14.4×' }),
          text: expect.stringMatching(
            /^The budget of “Payments availability” burns at 0.1× \(n = \d+\) with the new version, at 0.1× \(n = \d+\) with the old one\.$/,
          ),
        },
        canary: { value: expect.closeTo(0.1), n: expect.any(Number) },
        baseline: { value: expect.closeTo(0.1), n: expect.any(Number) },
        threshold: 14.4,
        at: expect.any(String),
      },
    ]);
    expect(slo.asked.map(({ labels }) => labels)).toEqual(
      expect.arrayContaining([{ track: 'canary' }, { track: 'stable' }]),
    );
  });

  it.each([
    [
      'worse than the old one',
      { canary: 0.02, stable: 0.001 },
      'rollout.objective.worse',
      'more than chance explains',
    ],
    [
      'over the burn rate that it may have, as the old one is',
      { canary: 0.3, stable: 0.3 },
      'rollout.objective.over',
      'more than the 14.4× that it may',
    ],
  ])(
    'are taken back where the new version is %s',
    async (_, bad, code, text) => {
      const { id, until, platform, changes } = await begin(measured(bad));
      const { analysis, said } = await until(id, 'rolled-back');
      expect(platform.weight).toBe(0);
      expect(analysis).toMatchObject([{ verdict: 'fail', said: { code } }]);
      expect(said.text).toContain(text);
      expect(
        (await changes()).map(({ kind, outcome }) => [kind, outcome]),
      ).toEqual([
        ['deployment', 'running'],
        ['deployment', 'failed'],
        ['rollback', 'succeeded'],
      ]);
    },
  );

  it('are held for a person where nothing goes back by itself', async () => {
    const { strategy, ...started } = await begin(
      measured({ canary: 0.001, stable: 0.001 }),
    );
    const { start, until, act, slo } = started;
    await until(started.id, 'succeeded');
    looks.clear();
    slo.measures.set(ref, measured({ canary: 0.3, stable: 0.001 }));
    const id = await start({
      strategy: { ...strategy, automaticRollback: false },
    });
    await until(id, ({ said }) =>
      said.text.endsWith('Somebody has to decide.'),
    );
    await act(id, 'abort');
    expect((await until(id, 'rolled-back')).weight).toBe(0);
  });

  it('say that there is too little traffic, and wait for somebody', async () => {
    const { id, until, act } = await begin(
      measured({ canary: 0, stable: 0 }, 0.05),
    );
    const held = await until(id, ({ said }) =>
      said.text.endsWith('Somebody has to decide.'),
    );
    expect(held.weight).toBe(10);
    expect(held.analysis).toMatchObject([
      {
        verdict: 'undecided',
        said: {
          code: 'rollout.objective.littleTraffic',
          text: expect.stringMatching(
            /^Too little traffic to decide: the budget of .*; about \d+ more are needed\.$/,
          ),
        },
      },
    ]);
    await act(id, 'promote');
    await until(id, 'succeeded');
  });

  it.each([
    ['it is pushed', 'not-split'],
    ['its source knows no labels', 'source-unable'],
    ['none of its series has the labels', undefined],
  ] as const)('judge it whole where %s', async (_what, reason) => {
    const whole = (bad: number): FakeMeasure => {
      const measure = measured({ whole: bad });
      return ask =>
        Object.keys(ask.labels).length
          ? {
              good: 0,
              total: 0,
              asOf: null,
              ...(reason && { unavailable: { reason, message: 'No labels' } }),
            }
          : measure(ask);
    };
    const { until, start, slo, strategy, ...good } = await begin(whole(0.02));
    const passed = await until(good.id, 'succeeded');
    expect(passed.analysis).toMatchObject([
      {
        verdict: 'pass',
        said: {
          code: 'rollout.objective.whole.pass',
          text: expect.stringContaining(
            'cannot be told apart by version and is judged whole: since the step began its budget burns at 2×',
          ),
        },
        canary: { value: expect.closeTo(2) },
      },
    ]);
    expect(passed.analysis[0].baseline).toBeUndefined();
    looks.clear();
    slo.measures.set(ref, whole(0.4));
    const bad = await until(await start({ strategy }), 'rolled-back');
    expect(bad.said.text).toMatch(
      /its budget burns at 40× \(n = \d+\), more than the 14\.4× that it may\.$/,
    );
  });

  it('hold what counts minutes to its burn rate', async () => {
    const minutes =
      (bad: number): FakeMeasure =>
      ({ labels: { track } }) => ({
        unit: 'minutes',
        target: 0.9,
        good: track === 'canary' ? 8 - bad : 8,
        total: 8,
      });
    const { until, start, slo, strategy, ...good } = await begin(minutes(0));
    await until(good.id, 'succeeded');
    const gates = [{ objective: ref, maxBurnRate: 2 }];
    // One bad minute of eight is no trend, two of them are.
    slo.measures.set(ref, minutes(1));
    await until(await start({ strategy: { ...strategy, gates } }), 'succeeded');
    slo.measures.set(ref, minutes(2));
    const { said } = await until(
      await start({ strategy: { ...strategy, gates } }),
      'rolled-back',
    );
    expect(said.text).toContain('more than the 2× that it may');
  });

  it('hold a version that has all the traffic at once to the time before', async () => {
    const { until, start, slo, ...first } = await begin(
      measured({ canary: 0.001, stable: 0.001 }),
    );
    await until(first.id, 'succeeded');
    looks.clear();
    slo.measures.set(ref, measured({ canary: 0.05, whole: 0.001 }));
    const { said } = await until(
      await start({
        strategy: {
          type: 'blue-green',
          watchSeconds: 30,
          gates: [{ objective: ref }],
        },
      }),
      'rolled-back',
    );
    expect(said.text).toMatch(/burns at 5× .* at 0\.1× .* more than chance/);
  });

  it('wait where it cannot be measured, and do not start for one that is not there', async () => {
    const { until, start, slo, strategy, ...first } = await begin(() => ({
      good: 0,
      total: 0,
      unavailable: { reason: 'source-failed', message: 'timeout: too slow' },
    }));
    const held = await until(first.id, ({ said }) =>
      said.text.endsWith('Somebody has to decide.'),
    );
    expect(held.analysis).toMatchObject([
      {
        verdict: 'no-data',
        said: {
          code: 'rollout.objective.noData',
          params: { why: 'timeout: too slow' },
        },
      },
    ]);
    slo.down = true;
    await until(first.id, ({ said }) => said.text.includes('ECONNREFUSED'));
    slo.down = false;
    slo.measures.set(ref, measured({ canary: 0.001, stable: 0.001 }));
    await until(first.id, 'succeeded');
    await expect(
      start({
        strategy: { ...strategy, gates: [{ objective: 'slo:default/none' }] },
      }),
    ).rejects.toThrow(
      'strategy.gates[0].objective: there is no objective slo:default/none',
    );
    slo.refuses = 403;
    await expect(start({ strategy })).rejects.toThrow(
      'strategy.gates[0].objective: you may not see',
    );
  });
});
