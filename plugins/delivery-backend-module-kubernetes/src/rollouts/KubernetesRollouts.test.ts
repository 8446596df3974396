import type {
  DriverStep,
  RolloutStepPlan,
} from '@ghostlight/plugin-delivery-node';
import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import { deploymentOf, payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';
import { until } from '../__testUtils__/until';
import { httpRoute, service, virtualService } from '../__testUtils__/traffic';
import { shareOf } from './planCanary';

const { signal } = new AbortController();
const image = 'registry.example/shop/payments:2.0.0';
const steps = [
  { weight: 5, seconds: 300 },
  { weight: 50, seconds: 600 },
  { weight: 100, seconds: 300 },
];

describe('rollouts of Deployments', () => {
  let cluster: TestCluster;
  /** Tells the action ids of one run from another's. */
  let before: string;

  beforeEach(async () => {
    before = '';
    cluster = await startCluster();
    cluster.api.seed([service]);
    await cluster.ship(deploymentOf('1.0.0', { replicas: 4 }));
  });

  afterEach(() => cluster.stop());

  async function plan(
    strategy: Partial<StrategySpec> & Pick<StrategySpec, 'type'>,
    of = image,
  ) {
    const [target] = await cluster.driver.targets(payments, signal);
    return cluster.driver.rollouts.plan({
      entity: payments,
      target,
      image: of,
      strategy: { steps, ...strategy },
      signal,
    });
  }

  /** As the engine does it: asked before and after, and repeated; then it is waited for. */
  async function carryOut(step: DriverStep) {
    const { driver } = cluster;
    const call = { actionId: `run.${before}${step.id}`, signal };
    const states = [
      await driver.readBack(step, call),
      await driver.act(step, call),
      await driver.act(step, call),
      await driver.readBack(step, call),
    ].map(({ state }) => state);
    expect([step.id, ...states.slice(1)]).toEqual([
      step.id,
      'applied',
      'applied',
      'applied',
    ]);
    await until(async () => {
      const { state } = await driver.rollouts.observe(step, call);
      expect([step.id, state]).not.toEqual([step.id, 'failed']);
      return state === 'healthy' || step.pinned.op === 'remove';
    });
  }

  /** Does the steps as the engine does, each until it is up, and says what there was after each. */
  async function run(
    plans: RolloutStepPlan[],
    look: () => unknown = () => undefined,
    last?: string,
  ) {
    const seen: [string, unknown][] = [];
    for (const { id, step } of plans) {
      if (step) await carryOut(step);
      seen.push([id, look()]);
      if (id === last) break;
    }
    return seen;
  }

  function names(kind: string) {
    return cluster.api.objects(kind).map(({ metadata }) => metadata.name);
  }

  function images() {
    return Object.fromEntries(
      cluster.api
        .objects('Deployment')
        .map(({ metadata, spec }) => [
          metadata.name,
          `${spec!.replicas} × ${
            JSON.stringify(spec).match(/payments:([\d.]+)/)![1]
          }`,
        ]),
    );
  }

  function weights() {
    const route = (
      cluster.api.object('VirtualService', 'shop', 'shop')!.spec!.http as {
        route: { destination: { host: string }; weight?: number }[];
      }[]
    ).map(({ route: list }) =>
      list
        .map(
          ({ destination, weight }) =>
            `${destination.host.split('.')[0]}${
              weight === undefined ? '' : ` ${weight}`
            }`,
        )
        .join(', '),
    );
    return route.join(' | ');
  }

  const asBefore = 'payments | storefront';

  it('moves the weights of Istio step by step, promotes, and cleans up', async () => {
    cluster.api.seed([virtualService]);
    const made = await plan({ type: 'canary' });
    expect(made).toMatchObject({
      refusals: [],
      canary: { track: 'canary' },
      baseline: { track: '' },
      from: { id: '1', version: '1.0.0' },
    });
    expect(await run(made.steps, weights)).toEqual([
      ['make-canary', asBefore],
      ['make-service-payments-stable', asBefore],
      ['make-service-payments-canary', asBefore],
      ['shift-1', 'payments-stable 95, payments-canary 5 | storefront'],
      ['watch-1', expect.anything()],
      ['scale-canary-2', expect.anything()],
      ['shift-2', 'payments-stable 50, payments-canary 50 | storefront'],
      ['watch-2', expect.anything()],
      ['scale-canary-3', expect.anything()],
      ['shift-3', 'payments-stable 0, payments-canary 100 | storefront'],
      ['watch-3', expect.anything()],
      ['promote', 'payments-stable 0, payments-canary 100 | storefront'],
      ['restore-virtualservice-shop', asBefore],
      ['remove-deployment-payments-canary', asBefore],
      ['remove-service-payments-canary', asBefore],
      ['remove-service-payments-stable', asBefore],
    ]);
    expect(images()).toEqual({ payments: '4 × 2.0.0' });
    expect(names('Service')).toEqual(['payments']);
  });

  it.each([
    'make-canary',
    'shift-2',
    'promote',
    'remove-service-payments-stable',
  ])('takes everything back after %s', async last => {
    cluster.api.seed([virtualService]);
    const made = await plan({ type: 'canary' });
    await run(made.steps, undefined, last);
    before = 'back.';
    await run(made.back);
    expect(weights()).toBe(asBefore);
    expect(images()).toEqual({ payments: '4 × 1.0.0' });
    expect(names('Service')).toEqual(['payments']);
  });

  it('moves the weights of the Gateway API', async () => {
    cluster.api.seed([httpRoute]);
    const { steps: made } = await plan({ type: 'canary' });
    const refs = () =>
      JSON.stringify(
        cluster.api.object('HTTPRoute', 'shop', 'shop')!.spec!.rules,
      ).match(/"name":"payments[^}]*/g);
    const seen = new Map(await run(made, refs));
    expect(seen.get('shift-1')).toEqual([
      '"name":"payments-stable","port":80,"weight":95',
      '"name":"payments-canary","port":80,"weight":5',
    ]);
    expect(refs()).toEqual(['"name":"payments","port":80']);
    expect(images()).toEqual({ payments: '4 × 2.0.0' });
  });

  it('shares by the number of pods where nothing routes, and says so', async () => {
    const made = await plan({ type: 'canary' });
    expect(
      made.steps
        .map(({ title }) => title)
        .filter(title => /pods,/.test(title))[0],
    ).toBe(
      'About 50 % to 2.0.0 by pods, 2 of 4 (no mesh or gateway routes it)',
    );
    // A pod that is up has its share: nothing has to be moved first.
    expect(
      made.steps.map(({ id, weight }) => [id, weight]).slice(0, 2),
    ).toEqual([
      ['make-canary', 20],
      ['watch-1', 20],
    ]);
    expect(made.back.at(-1)).toMatchObject({ weight: 0 });
    const seen = new Map(await run(made.steps, images));
    expect(seen.get('watch-1')).toEqual({
      payments: '4 × 1.0.0',
      'payments-canary': '1 × 2.0.0',
    });
    expect(seen.get('watch-2')).toEqual({
      payments: '2 × 1.0.0',
      'payments-canary': '2 × 2.0.0',
    });
    expect(seen.get('watch-3')).toEqual({
      payments: '0 × 1.0.0',
      'payments-canary': '4 × 2.0.0',
    });
    expect(images()).toEqual({ payments: '4 × 2.0.0' });
  });

  it('says nothing of a new image that was said of the one before', async () => {
    const said = {
      'ghostlight.dev/commit': '9f2c1e7',
      'kubernetes.io/change-cause': 'payments 1.0.0',
    };
    await cluster.ship(
      deploymentOf('1.0.0', {
        replicas: 4,
        annotations: said,
        templateAnnotations: { ...said, 'example.com/kept': 'yes' },
      }),
    );
    const made = await plan({ type: 'canary' });
    const notes = () =>
      cluster.api
        .objects('ReplicaSet')
        .filter(({ spec: of }) => JSON.stringify(of).includes('payments:2.0.0'))
        .map(({ metadata: of, spec: own }) => [
          Object.keys(of.annotations ?? {}).filter(name => name in said),
          (own!.template as { metadata: { annotations: object } }).metadata
            .annotations,
        ]);
    await run(made.steps, undefined, 'promote');
    expect(notes()).toEqual(
      Array.from({ length: 2 }, () => [[], { 'example.com/kept': 'yes' }]),
    );
    before = 'back.';
    await run(made.back);
    expect(
      cluster.api.object('Deployment', 'shop', 'payments')!.metadata
        .annotations,
    ).toMatchObject(said);
  });

  it('takes a canary by pods back', async () => {
    const made = await plan({ type: 'canary' });
    await run(made.steps, undefined, 'watch-2');
    before = 'back.';
    await run(made.back);
    expect(images()).toEqual({ payments: '4 × 1.0.0' });
  });

  it.each([
    [5, { fresh: 1, old: 10 }],
    [25, { fresh: 3, old: 9 }],
    [50, { fresh: 5, old: 5 }],
    [100, { fresh: 10, old: 0 }],
  ])('comes near to %d %% with ten pods', (weight, share) => {
    expect(shareOf(10, weight)).toEqual(share);
  });

  it('makes green, switches, and switches back', async () => {
    const made = await plan({ type: 'blue-green', watchSeconds: 60 });
    const served = () => {
      const { selector } = cluster.api.object('Service', 'shop', 'payments')!
        .spec as { selector: Record<string, string> };
      const tags = cluster.api
        .objects('Pod')
        .filter(({ metadata }) =>
          Object.entries(selector).every(
            ([name, value]) => metadata.labels?.[name] === value,
          ),
        )
        .map(({ spec }) => JSON.stringify(spec).match(/payments:([\d.]+)/)![1]);
      return [...new Set(tags)].sort().join();
    };
    expect(await run(made.steps, served)).toEqual([
      ['hold-blue', '1.0.0'],
      ['make-green', '1.0.0'],
      ['switch', '2.0.0'],
      ['watch-1', '2.0.0'],
      ['promote', '2.0.0'],
      ['release', '2.0.0'],
      ['remove-deployment-payments-green', '2.0.0'],
    ]);
    const { spec } = cluster.api.object('Service', 'shop', 'payments')!;
    expect(spec!.selector).toEqual({ app: 'payments' });

    before = 'again.';
    const again = await plan(
      { type: 'blue-green' },
      'registry.example/shop/payments:3.0.0',
    );
    await run(again.steps, undefined, 'watch-1');
    before = 'back.';
    expect(
      new Set((await run(again.back, served)).map(([, tag]) => tag)),
    ).toEqual(new Set(['3.0.0', '2.0.0']));
    expect(images()).toEqual({ payments: '4 × 2.0.0' });
  });

  it('sends those with a header to the canary', async () => {
    cluster.api.seed([virtualService]);
    const made = await plan({
      type: 'ab',
      header: { name: 'X-Group', value: 'b' },
      steps: [
        { weight: 0, seconds: 1800 },
        { weight: 100, seconds: 60 },
      ],
    });
    expect(
      made.steps
        .filter(({ kind }) => kind === 'watch')
        .map(({ title, weight }) => [title, weight]),
    ).toEqual([
      ['Watch those with X-Group: b for 30 min', 0],
      ['Watch 100 % for 1 min', 100],
    ]);
    await run(made.steps, undefined, 'watch-1');
    expect(
      cluster.api.object('VirtualService', 'shop', 'shop')!.spec!.http,
    ).toMatchObject([
      {
        match: [
          { uri: { prefix: '/pay' }, headers: { 'x-group': { exact: 'b' } } },
        ],
      },
      { match: [{ uri: { prefix: '/pay' } }] },
      { route: [{ destination: { host: 'storefront' } }] },
    ]);
    await run(
      made.steps.slice(made.steps.findIndex(({ id }) => id === 'watch-1')),
    );
    expect(weights()).toBe(asBefore);
    expect(images()).toEqual({ payments: '4 × 2.0.0' });
  });

  it.each(['rolling', 'recreate'] as const)('ships %s', async type => {
    const made = await plan({ type, steps: [] });
    await run(made.steps);
    expect(images()).toEqual({ payments: '4 × 2.0.0' });
    expect(
      cluster.api.object('Deployment', 'shop', 'payments')!.spec!.strategy,
    ).toMatchObject({ type: 'RollingUpdate' });
    before = 'back.';
    await run(made.back);
    expect(images()).toEqual({ payments: '4 × 1.0.0' });
  });

  it('refuses to move what somebody else moved meanwhile', async () => {
    cluster.api.seed([virtualService]);
    const made = await plan({ type: 'canary' });
    await run(made.steps, undefined, 'make-service-payments-canary');
    const http = [{ route: [{ destination: { host: 'elsewhere' } }] }];
    cluster.api.seed([
      { ...virtualService, spec: { ...virtualService.spec, http } },
    ]);
    const shift = made.steps.find(({ id }) => id === 'shift-1')!;
    expect(
      await cluster.driver.act(shift.step!, { actionId: 'x', signal }),
    ).toEqual({
      state: 'refused',
      error: expect.stringContaining('/spec/http is neither'),
    });
  });

  it.each<[string, () => void, Partial<StrategySpec>, string]>([
    [
      'A/B without a mesh',
      () => {},
      { type: 'ab', header: { name: 'x', value: 'y' } },
      'needs a VirtualService or HTTPRoute',
    ],
    [
      'blue-green without a Service',
      () => cluster.api.remove('Service', 'shop', 'payments'),
      { type: 'blue-green' },
      'none in shop selects the pods',
    ],
    [
      'traffic that is split already',
      () =>
        cluster.api.seed([
          {
            ...virtualService,
            spec: {
              http: [
                {
                  route: [{ destination: { host: 'payments', subset: 'v1' } }],
                },
              ],
            },
          },
        ]),
      { type: 'canary' },
      'splits the traffic already',
    ],
  ])('cannot ship %s', async (_name, change, strategy, message) => {
    change();
    await expect(plan({ type: 'canary', ...strategy })).rejects.toThrow(
      message,
    );
  });

  it('says in the plan what stands in the way', async () => {
    cluster.api.seed([
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'payments', namespace: 'shop' },
        spec: {
          maxReplicas: 8,
          scaleTargetRef: { kind: 'Deployment', name: 'payments' },
        },
      },
      deploymentOf('1.0.0', { name: 'payments-canary' }),
    ]);
    cluster.api.grant('admin', {
      user: 'reader',
      rules: [{ verbs: ['get', 'list', 'watch'], resources: ['*'] }],
    });
    const { refusals } = await plan({ type: 'canary' });
    expect(refusals.map(({ text }) => text)).toEqual([
      'The service account may not patch deployments in shop',
      'The service account may not create deployments in shop',
      'The service account may not delete deployments in shop',
      'Deployment payments-canary is there already, maybe of an earlier rollout: remove it first',
      'HorizontalPodAutoscaler payments sets the number of pods, by which the traffic would be shared: that needs a mesh or gateway',
    ]);
  });

  it('sees what Flagger does, and leaves shipping to it', async () => {
    cluster.api.seed([
      {
        apiVersion: 'flagger.app/v1beta1',
        kind: 'Canary',
        metadata: { name: 'payments', namespace: 'shop' },
        spec: {
          targetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'payments',
          },
          analysis: { interval: '1m', maxWeight: 50, stepWeight: 10 },
        },
        status: {
          phase: 'Progressing',
          canaryWeight: 20,
          lastAppliedSpec: '5c8f',
          lastTransitionTime: '2026-11-21T10:00:00Z',
          conditions: [{ type: 'Promoted', message: 'New revision detected' }],
        },
      },
    ]);
    const [target] = await cluster.driver.targets(payments, signal);
    expect(await cluster.driver.rollouts.external!(target, signal)).toEqual([
      expect.objectContaining({
        engine: 'flagger',
        state: 'running',
        weight: 20,
        step: 1,
        version: '1.0.0',
        startedAt: Date.parse('2026-11-21T10:00:00Z'),
        text: 'Progressing: New revision detected',
        controls: [],
      }),
    ]);
    const { refusals } = await plan({ type: 'canary' });
    expect(refusals).toMatchObject([{ code: 'kubernetes.flagger-ships' }]);
  });
});
