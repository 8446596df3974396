import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import type { RolloutStepPlan } from '@ghostlight/plugin-delivery-node';
import { compileSteps, completeStrategy, defaultGates } from '.';

describe('a strategy with what is left out', () => {
  it.each([
    [
      'canary',
      { type: 'canary' },
      [
        [5, 300],
        [25, 600],
        [50, 600],
        [100, 300],
      ],
    ],
    ['blue-green', { type: 'blue-green' }, [[100, 600]]],
    [
      'blue-green watched for a minute',
      { type: 'blue-green', watchSeconds: 60 },
      [[100, 60]],
    ],
    ['rolling', { type: 'rolling' }, [[100, 300]]],
    ['recreate unwatched', { type: 'recreate', watchSeconds: 0 }, [[100, 0]]],
    [
      'A/B',
      { type: 'ab', header: { name: 'X-Beta', value: '1' } },
      [
        [0, 1_800],
        [100, 300],
      ],
    ],
    [
      'canary that does not go to the end',
      { type: 'canary', steps: [{ weight: 20, seconds: 60 }] },
      [
        [20, 60],
        [100, 0],
      ],
    ],
  ] as [string, StrategySpec, [number, number][]][])(
    'is a whole %s',
    (_what, spec, steps) => {
      expect(completeStrategy(spec)).toMatchObject({
        type: spec.type,
        steps: steps.map(([weight, seconds]) => ({ weight, seconds })),
        gates: defaultGates,
        automaticRollback: true,
      });
      expect(completeStrategy(completeStrategy(spec))).toEqual(
        completeStrategy(spec),
      );
    },
  );

  it.each([
    [{ type: 'magic' }, 'strategy.type: is one of rolling, recreate'],
    [
      { steps: [{ weight: 0, seconds: 1 }] },
      'strategy.steps[0].weight: is above 0 to 100',
    ],
    [
      {
        steps: [
          { weight: 50, seconds: 1 },
          { weight: 25, seconds: 1 },
        ],
      },
      'strategy.steps[1].weight: must be more than that of the step before it (50)',
    ],
    [
      { steps: [{ weight: 5, seconds: -1 }] },
      'strategy.steps[0].seconds: is 0 to 86400 seconds, not -1',
    ],
    [{ steps: [{ weight: NaN, seconds: 1 }] }, 'strategy.steps[0].weight'],
    [
      { type: 'rolling', steps: [{ weight: 5, seconds: 1 }] },
      'strategy.steps: are of canary and ab; rolling has watchSeconds',
    ],
    [{ type: 'ab' }, 'strategy.header: is needed for ab'],
    [
      { type: 'ab', header: { name: 'a b', value: '1' } },
      'strategy.header.name: is no name of a header',
    ],
    [
      { type: 'ab', header: { name: 'a', value: 'x\ny' } },
      'strategy.header.value',
    ],
    [
      { header: { name: 'a', value: '1' } },
      'strategy.header: is of ab only, not of canary',
    ],
    [{ gates: [{ metric: 'disk', max: 1 }] }, 'strategy.gates[0].metric'],
    [
      { gates: [{ metric: 'cpu' }] },
      'strategy.gates[0]: has either max or min',
    ],
    [
      { gates: [{ metric: 'cpu', max: 85 }] },
      'strategy.gates[0].max: is from 0 to 1, not 85',
    ],
    [
      { gates: [{ metric: 'error_rate', min: 0.1 }] },
      'strategy.gates[0]: error_rate has a max',
    ],
    [
      {
        gates: [
          { metric: 'cpu', max: 0.5 },
          { metric: 'cpu', max: 0.6 },
        ],
      },
      'strategy.gates[1].metric: cpu has a gate already',
    ],
    [{ gates: [{}] }, 'strategy.gates[0]: has either a metric or an objective'],
    [
      { gates: [{ metric: 'cpu', objective: 'slo:default/a', max: 0.5 }] },
      'strategy.gates[0]: has either a metric or an objective',
    ],
    [
      { gates: [{ metric: 'cpu', max: 0.5, maxBurnRate: 2 }] },
      'strategy.gates[0].maxBurnRate: is of objectives only',
    ],
    [
      { gates: [{ objective: 'payments' }] },
      'strategy.gates[0].objective: is the ref of an objective like slo:default/',
    ],
    [
      { gates: [{ objective: 'slo:default/a b' }] },
      'strategy.gates[0].objective: is the ref',
    ],
    [
      { gates: [{ objective: 'slo:default/a', max: 1 }] },
      'strategy.gates[0]: has maxBurnRate for an objective, not max or min',
    ],
    [
      { gates: [{ objective: 'slo:default/a', maxBurnRate: 0 }] },
      'strategy.gates[0].maxBurnRate: is above 0',
    ],
    [
      { gates: [{ objective: 'slo:default/a', maxBurnRate: Infinity }] },
      'strategy.gates[0].maxBurnRate: is above 0',
    ],
    [
      {
        gates: [{ objective: 'slo:default/a' }, { objective: 'slo:default/a' }],
      },
      'strategy.gates[1].objective: slo:default/a has a gate already',
    ],
  ])('is refused when it is %j', (spec, message) => {
    expect(() =>
      completeStrategy({ type: 'canary', ...spec } as StrategySpec),
    ).toThrow(message);
  });
});

it('holds an objective to the usual burn rate unless told otherwise', () => {
  const gates = [
    { objective: 'slo:default/a' },
    { objective: 'slo:default/a~p99', maxBurnRate: 6 },
    { metric: 'cpu' as const, max: 0.5 },
  ];
  expect(completeStrategy({ type: 'canary', gates }).gates).toEqual([
    { objective: 'slo:default/a', maxBurnRate: 14.4 },
    ...gates.slice(1),
  ]);
});

describe('the steps of a rollout', () => {
  const effect = (id: string, weight?: number): RolloutStepPlan => ({
    id,
    title: id,
    kind: 'effect',
    weight,
    step: { id, title: id, reversible: true, pinned: {} },
  });
  const ids = (spec: StrategySpec, planned: RolloutStepPlan[]) =>
    compileSteps(completeStrategy(spec), planned).map(({ id }) => id);
  const canary: StrategySpec = {
    type: 'canary',
    steps: [
      { weight: 5, seconds: 60 },
      { weight: 50, seconds: 0 },
      { weight: 100, seconds: 60 },
    ],
  };

  it('are watched after each that moves traffic, for as long as it says', () => {
    expect(
      ids(canary, [
        effect('make'),
        effect('scale', 5),
        effect('shift', 5),
        effect('half', 50),
        effect('all', 100),
        effect('clean'),
      ]),
    ).toEqual([
      'make',
      'scale',
      'shift',
      'watch-5',
      'half',
      'all',
      'watch-100',
      'clean',
    ]);
  });

  it('are watched at the end where the driver tells no weights', () => {
    expect(ids({ type: 'rolling' }, [effect('roll')])).toEqual([
      'roll',
      'watch-100',
    ]);
  });

  it('are left as they are where the driver put watches in', () => {
    const watch: RolloutStepPlan = {
      id: 'w',
      title: 'w',
      kind: 'watch',
      seconds: 5,
    };
    expect(ids(canary, [effect('a', 5), watch])).toEqual(['a', 'w']);
  });
});
