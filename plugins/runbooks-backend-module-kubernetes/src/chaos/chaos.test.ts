import type { JsonObject } from '@backstage/types';
import { deploymentOf, experiment } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';

const network = 'chaos-mesh:network';
const pods = 'chaos-mesh:pods';
const litmus = 'litmus:run';

describe('faults', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.ship(deploymentOf(), experiment);
  });

  afterEach(() => cluster.stop());

  const say = (kind: string, status: JsonObject) => {
    const [object] = cluster.api.objects(kind);
    cluster.api.seed([{ ...object, status }], 'chaos');
  };
  const conditions = (...held: string[]) =>
    ['Selected', 'AllInjected', 'AllRecovered', 'Paused'].map(type => ({
      type,
      status: held.includes(type) ? 'True' : 'False',
    }));
  const texts = async (id: string, input: JsonObject) =>
    (await cluster.plan(id, input)).refusals.map(({ text }) => text);

  it('of the network hit so many pods for so long, and are seen', async () => {
    const plan = await cluster.plan(network, {
      latencyMs: 200,
      jitterMs: 20,
      share: 0.5,
      seconds: 90,
    });
    expect(plan).toMatchObject({
      title: {
        code: 'action.kubernetes.network-latency',
        text: 'Add 200 ms to 2 pods of Deployment payments in shop (prod) for 90 s',
      },
      share: 0.5,
      healthyShare: 0.5,
      refusals: [],
    });
    await cluster.act(network, plan);
    const [{ spec, metadata }] = cluster.api.objects('NetworkChaos');
    expect(metadata.name).toMatch(/^ghostlight-[0-9a-f]{20}$/);
    expect(spec).toEqual({
      action: 'delay',
      mode: 'fixed',
      value: '2',
      selector: {
        namespaces: ['shop'],
        labelSelectors: { app: 'payments' },
      },
      delay: { latency: '200ms', jitter: '20ms', correlation: '0' },
      direction: 'to',
      duration: '90s',
    });
    const look = () => cluster.observe(network, plan);
    expect(await look()).toEqual({
      state: 'progressing',
      text: 'Chaos Mesh has chosen no pods yet',
    });
    const record = (phase: string, events: JsonObject[] = []) => ({
      id: 'shop/p',
      selectorKey: '.',
      phase,
      events,
    });
    say('NetworkChaos', {
      conditions: conditions('Selected'),
      experiment: {
        desiredPhase: 'Run',
        containerRecords: [
          record('Injected'),
          record('Not Injected', [
            { type: 'Failed', operation: 'Apply', message: 'no netem' },
          ]),
        ],
      },
    });
    expect(await look()).toEqual({
      state: 'progressing',
      text: 'The fault is in 1 of 2 pods: no netem',
    });
    say('NetworkChaos', {
      conditions: conditions('Selected', 'AllInjected'),
      experiment: {
        containerRecords: [record('Injected'), record('Injected')],
      },
    });
    expect(await look()).toMatchObject({
      state: 'done',
      text: 'The fault is in 2 pods',
    });
    say('NetworkChaos', {
      conditions: conditions('Selected', 'AllRecovered'),
      experiment: { containerRecords: [record('Not Injected')] },
    });
    expect(await look()).toMatchObject({ text: 'The fault is over' });
    say('NetworkChaos', { conditions: conditions('Paused') });
    expect(await look()).toMatchObject({ state: 'failed' });
    cluster.api.remove('NetworkChaos', 'shop', metadata.name);
    expect(await look()).toEqual({
      state: 'failed',
      text: 'The experiment was deleted',
    });
  });

  it('of the network are one thing or the other', async () => {
    const text = 'Say either a latency or a loss';
    expect(await texts(network, {})).toEqual([text]);
    expect(await texts(network, { latencyMs: 1, lossPercent: 1 })).toEqual([
      text,
    ]);
    const plan = await cluster.plan(network, { lossPercent: 12.5 });
    expect(plan.pinned.spec).toMatchObject({
      action: 'loss',
      loss: { loss: '12.5', correlation: '0' },
      value: '1',
    });
  });

  it('of pods spare enough of them', async () => {
    expect(await texts(pods, { share: 1 })).toEqual([
      'Only 0 of the pods would stay ready, and 2 must',
    ]);
    expect(await texts(pods, { count: 9, minimumHealthyShare: 0 })).toEqual([]);
    const kill = await cluster.plan(pods, { share: 0.25 });
    expect(kill.pinned.spec).toMatchObject({
      action: 'pod-kill',
      mode: 'fixed',
      value: '1',
    });
    await cluster.ship(deploymentOf({ replicas: 0 }));
    expect(await texts(pods, {})).toEqual(['Deployment payments has no pods']);
  });

  it('of Litmus run to their verdict', async () => {
    expect(
      await texts(litmus, { experiment: 'other', serviceAccount: 'litmus' }),
    ).toEqual(['There is no ChaosExperiment other in namespace shop of prod']);
    const plan = await cluster.plan(litmus, {
      experiment: 'pod-delete',
      serviceAccount: 'litmus',
      env: { FORCE: 'false', TOTAL_CHAOS_DURATION: '99999' },
    });
    await cluster.act(litmus, plan);
    expect(cluster.api.objects('ChaosEngine')[0].spec).toEqual({
      engineState: 'active',
      appinfo: {
        appns: 'shop',
        applabel: 'app=payments',
        appkind: 'deployment',
      },
      chaosServiceAccount: 'litmus',
      experiments: [
        {
          name: 'pod-delete',
          spec: {
            components: {
              env: [
                { name: 'FORCE', value: 'false' },
                { name: 'TOTAL_CHAOS_DURATION', value: '60' },
                { name: 'PODS_AFFECTED_PERC', value: '50' },
              ],
            },
          },
        },
      ],
    });
    const look = () => cluster.observe(litmus, plan);
    expect(await look()).toMatchObject({ state: 'progressing' });
    const verdict = (engineStatus: string, said: string) =>
      say('ChaosEngine', {
        engineStatus,
        experiments: [{ name: 'pod-delete', status: '', verdict: said }],
      });
    verdict('initialized', 'Awaited');
    expect(await look()).toMatchObject({ state: 'progressing' });
    verdict('completed', 'Pass');
    expect(await look()).toMatchObject({ state: 'done' });
    verdict('completed', 'Fail');
    expect(await look()).toEqual({
      state: 'failed',
      text: 'Litmus says: Fail',
    });
    verdict('stopped', 'Stopped');
    expect(await look()).toMatchObject({ state: 'failed' });
  });

  it('are taken back once, and nothing else is', async () => {
    const remove = 'kubernetes:remove-made';
    const plan = await cluster.plan(network, { latencyMs: 5 });
    const outcome = await cluster.act(network, plan);
    const { action, input } = cluster.actionOf(network).undo!(
      plan.pinned,
      (outcome.state === 'applied' && outcome.result) || {},
    )!;
    expect(action).toBe(remove);
    expect(cluster.actionOf(network).undo!(plan.pinned, {})).toBeUndefined();
    const back = await cluster.plan(remove, input);
    expect(await cluster.observe(remove, back)).toMatchObject({
      state: 'progressing',
    });
    await cluster.act(remove, back);
    expect(await cluster.observe(remove, back)).toMatchObject({
      state: 'done',
    });
    const [theirs] = cluster.api.seed([
      {
        apiVersion: 'chaos-mesh.org/v1alpha1',
        kind: 'PodChaos',
        metadata: { name: 'theirs', namespace: 'shop' },
        spec: {},
      },
    ]);
    const other = await cluster.plan(remove, {
      namespace: 'shop',
      kind: 'podchaos',
      name: 'theirs',
      uid: theirs.metadata.uid!,
    });
    expect(other.refusals).toMatchObject([
      { text: 'PodChaos theirs was not made here' },
    ]);
    expect(await cluster.act(remove, other)).toMatchObject({
      state: 'refused',
    });
    // Over by itself: nothing is left to do.
    const gone = await cluster.plan(remove, input);
    expect(gone).toMatchObject({ changes: [], refusals: [] });
    expect(await cluster.act(remove, gone)).toMatchObject({
      state: 'applied',
    });
  });
});

it.each<[string, string, JsonObject]>([
  ['chaos-mesh.org', network, { latencyMs: 5 }],
  ['chaos-mesh.org', pods, {}],
  ['litmuschaos.io', litmus, { experiment: 'x', serviceAccount: 'y' }],
  ['networking.istio.io', 'istio:circuit-break', {}],
  ['networking.istio.io', 'istio:rate-limit', { requests: 1 }],
])('without %s there is no %s', async (group, id, input) => {
  const cluster = await startCluster({ absent: [group] });
  await cluster.ship(deploymentOf());
  const { refusals } = await cluster.plan(id, input);
  expect(refusals).toMatchObject([
    {
      code: 'action.kubernetes.not-installed',
      text: expect.stringContaining(`(${group}/v1`),
    },
  ]);
  await cluster.stop();
});
