import fc from 'fast-check';
import { CanaryTest } from '.';
import { simulate } from './__testUtils__/simulate';

const counts = fc
  .tuple(
    fc.integer({ min: 0, max: 5_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([total, share]) => ({ bad: Math.floor(total * share), total }));
const looks = fc.array(fc.record({ canary: counts, baseline: counts }), {
  maxLength: 30,
});
const options = fc.record({
  alpha: fc.constantFrom(0.01, 0.05, 0.2),
  tolerated: fc.constantFrom(1, 1.5),
  max: fc.option(fc.constantFrom(0, 0.01, 0.05, 0.5, 1), { nil: undefined }),
});

function judge(
  all: Parameters<CanaryTest['look']>[0][],
  settings?: Parameters<typeof CanaryTest.create>[0],
) {
  return all
    .reduce((test, look) => test.look(look), CanaryTest.create(settings))
    .judge();
}

describe('a healthy version', () => {
  /** Rollouts; of an unlucky seed of the bound itself 5 % + 3 deviations would fail. */
  const rollouts = 400;
  const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / rollouts);

  it.each([
    ['little traffic', { requests: 40, share: 0.5, rate: 0.01 }],
    ['a small share', { requests: 2_400, share: 0.05, rate: 0.01 }],
    ['half of the traffic', { requests: 2_400, share: 0.5, rate: 0.001 }],
    ['many errors', { requests: 600, share: 0.3, rate: 0.4, max: 0.5 }],
    [
      'errors just as many as may be',
      { requests: 600, share: 0.5, rate: 0.05 },
    ],
    ['nothing but errors', { requests: 60, share: 0.5, rate: 1, max: 1 }],
    [
      'rates that change',
      { requests: 600, share: 0.5, rate: 0.02, wave: true },
    ],
    ['no limit', { requests: 600, share: 0.5, rate: 0.02, max: undefined }],
  ])('is seldom sent back with %s, at 60 looks', (_what, scenario) => {
    const failed = simulate({ max: 0.05, ...scenario }, 1, rollouts).filter(
      ({ verdict }) => verdict === 'fail',
    );
    expect(failed.length / rollouts).toBeLessThanOrEqual(most);
  });

  it('passes once there was enough traffic', () => {
    const ends = simulate(
      { requests: 2_400, share: 0.25, rate: 0.01, max: 0.05 },
      1,
      200,
    );
    const passed = ends.filter(({ verdict }) => verdict === 'pass');
    expect(passed.length).toBeGreaterThan(180);
  });
});

describe('a bad version', () => {
  it.each([
    [10, 2],
    [3, 10],
    [2, 25],
  ])('with %d × the errors is found', (times, look) => {
    const found = simulate(
      { requests: 2_400, share: 0.05, rate: 0.01, max: 0.05 },
      times,
      200,
    );
    const inTime = found.filter(({ at }) => at <= look);
    expect(inTime.length).toBeGreaterThan(180);
    const all = found.filter(({ verdict }) => verdict === 'fail');
    expect(all.length).toBeGreaterThan(190);
  });

  it('is found by the limit alone when the old one is as bad or has no traffic', () => {
    const bad = { bad: 300, total: 1_000 };
    const none = { bad: 0, total: 0 };
    for (const baseline of [bad, none])
      expect(judge([{ canary: bad, baseline }], { max: 0.05 })).toMatchObject({
        verdict: 'fail',
        because: 'over',
      });
  });

  it('stays failed, whatever comes after', () => {
    const bad = {
      canary: { bad: 50, total: 100 },
      baseline: { bad: 0, total: 900 },
    };
    const good = {
      canary: { bad: 0, total: 1e6 },
      baseline: { bad: 0, total: 1e6 },
    };
    expect(judge([bad, good, good])).toMatchObject({
      verdict: 'fail',
      because: 'worse',
    });
  });

  it('that is bearable times as bad does not pass', () => {
    const ends = simulate(
      { requests: 2_400, share: 0.05, rate: 0.004, max: undefined },
      3,
      300,
      'pass',
    );
    const passed = ends.filter(({ verdict }) => verdict === 'pass');
    expect(passed.length / 300).toBeLessThanOrEqual(0.09);
  });
});

describe('too little traffic', () => {
  it('is said, with how many requests more would do', () => {
    const look = {
      canary: { bad: 0, total: 50 },
      baseline: { bad: 1, total: 950 },
    };
    const { verdict, moreRequests } = judge([look], { max: 0.05 });
    expect(verdict).toBe('undecided');
    expect(moreRequests).toBeGreaterThan(100);
    const enough = {
      canary: { bad: 0, total: moreRequests! },
      baseline: { bad: 1, total: 950 },
    };
    expect(judge([look, enough], { max: 0.05 }).verdict).toBe('pass');
  });

  it('without any request is no verdict', () => {
    expect(judge([])).toMatchObject({ verdict: 'undecided', evidence: 1 });
  });
});

describe('the evidence', () => {
  const log = (
    all: Parameters<CanaryTest['look']>[0][],
    settings: Parameters<typeof CanaryTest.create>[0],
  ) => Math.max(-700, Math.log(judge(all, settings).evidence));

  it('is a number, whatever is counted', () => {
    const any = fc.oneof(
      counts,
      fc.record({
        bad: fc.double(),
        total: fc.double(),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ canary: any, baseline: any }), { maxLength: 10 }),
        options,
        (all, settings) => {
          const { evidence, moreRequests = 1 } = judge(all, settings);
          expect(evidence).toBeGreaterThanOrEqual(0);
          expect(moreRequests).toBeGreaterThanOrEqual(1);
          expect(Number.isFinite(moreRequests)).toBe(true);
        },
      ),
    );
  });

  it('grows with failures of the new version, and shrinks with those of the old one', () => {
    fc.assert(
      fc.property(looks, options, fc.nat(), (all, settings, pick) => {
        fc.pre(all.length > 0);
        const n = pick % all.length;
        const { canary, baseline } = all[n];
        const worse = all.map((look, at) =>
          at === n
            ? {
                ...look,
                canary: {
                  ...canary,
                  bad: Math.min(canary.total, canary.bad + 1),
                },
              }
            : look,
        );
        const better = all.map((look, at) =>
          at === n
            ? {
                ...look,
                baseline: {
                  ...baseline,
                  bad: Math.min(baseline.total, baseline.bad + 1),
                },
              }
            : look,
        );
        const slack = 1e-6 * (1 + Math.abs(log(all, settings)));
        expect(log(worse, settings)).toBeGreaterThanOrEqual(
          log(all, settings) - slack,
        );
        expect(log(better, settings)).toBeLessThanOrEqual(
          log(all, settings) + slack,
        );
      }),
    );
  });

  it('does not speak against a version that does exactly as the old one', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 30 }), all => {
        const same = all.map(one => ({ canary: one, baseline: one }));
        expect(judge(same).evidence).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('goes on from what was kept', () => {
    fc.assert(
      fc.property(looks, looks, (first, second) => {
        const half = first.reduce(
          (test, look) => test.look(look),
          CanaryTest.create({ max: 0.05 }),
        );
        const kept = JSON.parse(JSON.stringify(half.state));
        const rest = second.reduce(
          (test, look) => test.look(look),
          CanaryTest.create({ max: 0.05 }, kept),
        );
        expect(rest.judge()).toEqual(
          judge([...first, ...second], { max: 0.05 }),
        );
      }),
    );
  });
});
