import type { JsonObject } from '@backstage/types';
import {
  autoscaler,
  deploymentOf,
  emptySet,
  experiment,
  jobOf,
  nodeOf,
  service,
} from './__testUtils__/shop';
import {
  account,
  startCluster,
  type TestCluster,
} from './__testUtils__/startCluster';
import { until } from './__testUtils__/until';

interface Case {
  input?(cluster: TestCluster): JsonObject;
  seeds?: object[];
  verb: 'patch' | 'delete' | 'create';
  resource: string;
  /** What it changes, as it is now. */
  state(cluster: TestCluster): unknown;
  /** Whether undoing brings the state back. */
  undone?: boolean;
}

const pods = ({ api }: TestCluster) =>
  api
    .objects('Pod')
    .map(({ metadata }) => metadata.name)
    .sort();
const specs = (kind: string) => (cluster: TestCluster) =>
  cluster.api.objects(kind).map(({ spec }) => spec);
const names = (kind: string) => (cluster: TestCluster) =>
  cluster.api.objects(kind).map(({ metadata }) => metadata.name);

/** How many pods were deleted: what is made anew does not count. */
const deleted = new WeakMap<TestCluster, number>();

const cases: Record<string, Case> = {
  'kubernetes:restart-rollout': {
    verb: 'patch',
    resource: 'deployments',
    state: ({ api }) =>
      JSON.stringify(api.object('Deployment', 'shop', 'payments')!.spec).match(
        /restartedAt":"([^"]+)"/,
      )?.[1],
  },
  'kubernetes:scale': {
    input: () => ({ replicas: 6 }),
    verb: 'patch',
    resource: 'deployments',
    state: ({ api }) =>
      api.object('Deployment', 'shop', 'payments')!.spec!.replicas,
    undone: true,
  },
  'kubernetes:patch-hpa': {
    input: () => ({ maxReplicas: 12 }),
    seeds: [autoscaler],
    verb: 'patch',
    resource: 'horizontalpodautoscalers',
    state: specs('HorizontalPodAutoscaler'),
    undone: true,
  },
  'kubernetes:cordon': {
    input: () => ({ node: 'one' }),
    seeds: [nodeOf('one'), nodeOf('two')],
    verb: 'patch',
    resource: 'nodes',
    state: ({ api }) =>
      api.objects('Node').map(({ spec }) => spec?.unschedulable ?? false),
    undone: true,
  },
  'kubernetes:uncordon': {
    input: () => ({ node: 'one' }),
    seeds: [{ ...nodeOf('one'), spec: { unschedulable: true } }],
    verb: 'patch',
    resource: 'nodes',
    state: ({ api }) =>
      api.objects('Node').map(({ spec }) => spec?.unschedulable ?? false),
  },
  'kubernetes:delete-pod': {
    input: cluster => ({ pod: pods(cluster)[0] }),
    verb: 'delete',
    resource: 'pods',
    state: cluster => deleted.get(cluster),
  },
  'kubernetes:delete-pods': {
    input: () => ({ prefer: 'oldest' }),
    verb: 'delete',
    resource: 'pods',
    state: cluster => deleted.get(cluster),
  },
  'kubernetes:clean-jobs': {
    seeds: [jobOf('broken', 'Failed'), jobOf('fine', 'Complete')],
    verb: 'delete',
    resource: 'jobs',
    state: names('Job'),
  },
  'kubernetes:clean-orphans': {
    input: () => ({ olderThanMinutes: 1, most: 1 }),
    seeds: [emptySet],
    verb: 'delete',
    resource: 'replicasets',
    state: ({ api }) => api.object('ReplicaSet', 'shop', 'leftover')?.kind,
  },
  'istio:circuit-break': {
    input: () => ({ consecutiveErrors: 3, maxPendingRequests: 10 }),
    seeds: [service],
    verb: 'create',
    resource: 'destinationrules',
    state: specs('DestinationRule'),
    undone: true,
  },
  'istio:rate-limit': {
    input: () => ({ requests: 20 }),
    verb: 'create',
    resource: 'envoyfilters',
    state: specs('EnvoyFilter'),
    undone: true,
  },
  'chaos-mesh:network': {
    input: () => ({ latencyMs: 200, share: 0.5 }),
    verb: 'create',
    resource: 'networkchaos',
    state: specs('NetworkChaos'),
    undone: true,
  },
  'chaos-mesh:pods': {
    input: () => ({ fault: 'failure', seconds: 30 }),
    verb: 'create',
    resource: 'podchaos',
    state: specs('PodChaos'),
    undone: true,
  },
  'litmus:run': {
    input: () => ({ experiment: 'pod-delete', serviceAccount: 'litmus' }),
    seeds: [experiment],
    verb: 'create',
    resource: 'chaosengines',
    state: specs('ChaosEngine'),
    undone: true,
  },
};

describe.each(Object.entries(cases))('%s', (id, how) => {
  const { verb, resource, state } = how;
  let cluster: TestCluster;
  let input: JsonObject;

  beforeEach(async () => {
    cluster = await startCluster({
      // What is clean-up for is old by the clock of the actions.
      now: () => Date.now() - 365 * 24 * 3_600_000,
    });
    await cluster.ship(deploymentOf(), ...(how.seeds ?? []));
    input = how.input?.(cluster) ?? {};
    deleted.set(cluster, 0);
    cluster.api.onObject('Pod', (_pod, what) => {
      if (what === 'DELETED') deleted.set(cluster, deleted.get(cluster)! + 1);
    });
  });

  afterEach(() => cluster.stop());

  it('is planned, tried, done once and found', async () => {
    const before = state(cluster);
    const plan = await cluster.plan(id, input);
    expect(plan).toMatchObject({
      refusals: [],
      title: { code: expect.stringMatching(/^action\.kubernetes\./) },
      target: expect.any(String),
    });
    expect(plan.changes.length).toBeGreaterThan(0);
    const { pinned } = plan;
    expect(
      await cluster.actionOf(id).dryRun!(pinned, cluster.context),
    ).toMatchObject({ state: 'applied' });
    expect(await cluster.readBack(id, plan)).toEqual({ state: 'absent' });
    expect(state(cluster)).toEqual(before);
    const outcome = await cluster.act(id, plan);
    expect(outcome).toMatchObject({ state: 'applied' });
    const after = state(cluster);
    expect(after).not.toEqual(before);
    expect(await cluster.readBack(id, plan)).toMatchObject({
      state: 'applied',
    });
    expect(await cluster.act(id, plan)).toMatchObject({ state: 'applied' });
    expect(state(cluster)).toEqual(after);
    if (!how.undone) return;
    const undo = cluster.actionOf(id).undo!(
      pinned,
      (outcome.state === 'applied' && outcome.result) || {},
    )!;
    const back = await cluster.plan(undo.action, undo.input);
    expect(back.refusals).toEqual([]);
    for (let turn = 0; turn < 2; turn++)
      expect(
        await cluster.act(undo.action, back, 'RUN-0001.undo'),
      ).toMatchObject({ state: 'applied' });
    expect(
      await cluster.readBack(undo.action, back, 'RUN-0001.undo'),
    ).toMatchObject({ state: 'applied' });
    expect(state(cluster)).toEqual(before);
  });

  it('is refused in the words of the server when it is not allowed', async () => {
    const allowed = await cluster.plan(id, input);
    const before = state(cluster);
    cluster.forbid();
    const text = expect.stringContaining(
      `is forbidden: User "${account}" cannot ${verb} resource "${resource}"`,
    );
    const plan = await cluster.plan(id, input);
    expect(plan.refusals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'action.kubernetes.forbidden',
          params: expect.objectContaining({ verb, resource, cluster: 'prod' }),
        }),
      ]),
    );
    expect(await cluster.act(id, allowed)).toEqual({
      state: 'refused',
      error: text,
    });
    expect(state(cluster)).toEqual(before);
  });

  it.each([422, 429])('is refused when the server says %d', async status => {
    const plan = await cluster.plan(id, input);
    const before = state(cluster);
    cluster.api.faults.add({ when: { verb }, then: status });
    expect(await cluster.act(id, plan)).toEqual({
      state: 'refused',
      error: expect.stringContaining(`answers ${status} today`),
    });
    expect(state(cluster)).toEqual(before);
  });

  it('is refused when others are always faster', async () => {
    const plan = await cluster.plan(id, input);
    const before = state(cluster);
    cluster.api.faults.add({ when: { verb }, then: 'conflict' });
    expect(await cluster.act(id, plan)).toEqual({
      state: 'refused',
      error: expect.stringContaining('the object has been modified'),
    });
    expect(await cluster.readBack(id, plan)).toEqual({ state: 'absent' });
    expect(state(cluster)).toEqual(before);
  });

  it('is found when the answer was lost, and not done again', async () => {
    const plan = await cluster.plan(id, input);
    cluster.api.faults.add({ when: { verb }, then: 'lose', times: 1 });
    await expect(cluster.act(id, plan)).rejects.toThrow('cannot be reached');
    expect(await cluster.readBack(id, plan)).toMatchObject({
      state: 'applied',
    });
    const after = state(cluster);
    expect(await cluster.act(id, plan)).toMatchObject({ state: 'applied' });
    expect(state(cluster)).toEqual(after);
  });

  it('is not known while the server fails', async () => {
    const plan = await cluster.plan(id, input);
    const before = state(cluster);
    const heal = cluster.api.faults.add({ when: { verb }, then: 500 });
    await expect(cluster.act(id, plan)).rejects.toThrow('500');
    heal();
    expect(await cluster.readBack(id, plan)).toEqual({ state: 'absent' });
    expect(state(cluster)).toEqual(before);
    cluster.api.faults.add({ when: { verb: ['get', 'list'] }, then: 503 });
    expect(await cluster.readBack(id, plan)).toEqual({
      state: 'unknown',
      error: expect.stringContaining('503'),
    });
  });

  it('has one effect when two do it at once', async () => {
    const plan = await cluster.plan(id, input);
    const outcomes = await Promise.all([
      cluster.act(id, plan),
      cluster.act(id, plan),
    ]);
    expect(outcomes.map(outcome => outcome.state)).toEqual([
      'applied',
      'applied',
    ]);
    const after = state(cluster);
    await until(async () => (await cluster.act(id, plan)).state === 'applied');
    expect(state(cluster)).toEqual(after);
  });
});
