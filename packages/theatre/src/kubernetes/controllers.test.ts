import { KubernetesApi, type RolledOut } from '.';
import { deployment, through, until } from './__testUtils__/deployment';
import type { JsonObject } from './objects';

describe('the controllers of the loopback Kubernetes API', () => {
  let api: KubernetesApi;

  beforeEach(async () => {
    api = await KubernetesApi.start({
      tokens: {},
      podStartMs: 2,
      lookMs: 15,
    });
  });

  afterEach(() => api.stop());

  const now = () => api.object('Deployment', 'shop', 'payments')!;
  const rolledOut = () => through(api);
  const sets = () =>
    Object.fromEntries(
      api
        .objects('ReplicaSet')
        .map(({ metadata, spec }) => [
          metadata.annotations!['deployment.kubernetes.io/revision'],
          `${JSON.stringify(spec).match(/payments:([\w.]+)/)![1]} × ${
            spec!.replicas
          }`,
        ]),
    );
  const progressing = () =>
    (now().status!.conditions as JsonObject[] | undefined)?.find(
      ({ type }) => type === 'Progressing',
    );

  it('roll out within the bounds, and number a template anew when it comes back', async () => {
    const done: RolledOut[] = [];
    const most: number[] = [];
    api.onRolledOut(told => done.push(told));
    api.onRunning(({ images }) =>
      most.push(images.reduce((sum, { ready }) => sum + ready, 0)),
    );
    api.seed([deployment('1')]);
    await rolledOut();
    most.length = 0;
    api.seed([deployment('2')]);
    await rolledOut();
    expect(sets()).toEqual({ 1: '1 × 0', 2: '2 × 4' });
    expect(Math.min(...most)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...most)).toBeLessThanOrEqual(5);
    api.seed([deployment('1')]);
    await rolledOut();
    expect(sets()).toEqual({ 2: '2 × 0', 3: '1 × 4' });
    const [back] = api
      .objects('ReplicaSet')
      .filter(({ spec }) => spec!.replicas);
    expect(back.metadata).toMatchObject({
      annotations: { 'deployment.kubernetes.io/revision-history': '1' },
      ownerReferences: [{ kind: 'Deployment', uid: now().metadata.uid }],
      labels: { 'pod-template-hash': expect.stringMatching(/^\w+$/) },
    });
    expect(progressing()).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
    });
    await until(() => done.length === 3);
    expect(
      done.map(({ tag, revision, ready }) => [tag, revision, ready]),
    ).toEqual([
      ['1', 1, 4],
      ['2', 2, 4],
      ['1', 3, 4],
    ]);
  });

  it('stop where pods do not become ready, and say when the deadline has passed', async () => {
    api.seed([deployment('1', { progressDeadlineSeconds: 1 })]);
    await rolledOut();
    api.holdReadiness(({ tag, deployment: name }) =>
      name === 'payments' ? tag !== '2' : true,
    );
    api.seed([deployment('2', { progressDeadlineSeconds: 1 })]);
    await until(() => progressing()?.reason === 'ProgressDeadlineExceeded');
    expect(progressing()).toMatchObject({
      status: 'False',
      message: expect.stringMatching(
        /^ReplicaSet "payments-\w+" has timed out progressing\.$/,
      ),
    });
    expect(now().status).toMatchObject({
      availableReplicas: 3,
      updatedReplicas: 2,
    });
    api.holdReadiness(() => true);
    await rolledOut();
    expect(progressing()!.reason).toBe('NewReplicaSetAvailable');
  });

  it('end all old pods first when told to recreate', async () => {
    api.seed([deployment('1', { strategy: { type: 'Recreate' } })]);
    await rolledOut();
    const seen = new Set<string>();
    api.onRunning(({ images }) =>
      seen.add(images.map(({ tag }) => tag).join()),
    );
    api.seed([deployment('2', { strategy: { type: 'Recreate' } })]);
    await rolledOut();
    await until(() => seen.has('2'));
    expect([...seen]).toEqual(['', '2']);
  });

  it('do nothing for a paused one, and thin old ReplicaSets', async () => {
    api.seed([deployment('1', { revisionHistoryLimit: 1 })]);
    await rolledOut();
    api.seed([deployment('2', { revisionHistoryLimit: 1, paused: true })]);
    await until(() => progressing()?.reason === 'DeploymentPaused');
    expect(sets()).toEqual({ 1: '1 × 4' });
    for (const tag of ['2', '3', '4']) {
      api.seed([deployment(tag, { revisionHistoryLimit: 1 })]);
      await rolledOut();
    }
    await until(() => Object.keys(sets()).length === 2);
    expect(sets()).toEqual({ 3: '3 × 0', 4: '4 × 4' });
    api.remove('Deployment', 'shop', 'payments');
    await until(() => !api.objects('Pod').length);
    expect(api.objects('ReplicaSet')).toEqual([]);
  });

  it('say which ready pods a Service selects, of whatever Deployment', async () => {
    const told: { service: string; tags: string }[] = [];
    api.onEndpoints(({ service, pods }) =>
      told.push({ service, tags: pods.map(({ tag }) => tag).join() }),
    );
    const service = (selector: JsonObject) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'pay', namespace: 'shop' },
      spec: { selector, ports: [{ port: 80 }] },
    });
    const last = () => told.at(-1)?.tags;
    api.seed([service({ app: 'payments' })]);
    api.seed([deployment('1')]);
    await until(() => last() === '1,1,1,1');
    const { metadata, spec } = deployment('2', {
      replicas: 1,
      selector: { matchLabels: { app: 'payments', track: 'canary' } },
    });
    const { template } = spec as { template: { spec: JsonObject } };
    const labels = { app: 'payments', track: 'canary' };
    api.seed([
      {
        ...deployment('2'),
        metadata: { ...metadata, name: 'payments-canary' },
        spec: { ...spec, template: { ...template, metadata: { labels } } },
      },
    ]);
    await until(() => last() === '1,1,1,1,2');
    api.seed([service({ app: 'payments', track: 'canary' })]);
    await until(() => last() === '2');
    api.holdReadiness(({ tag }) => tag !== '2');
    await until(() => last() === '');
    api.holdReadiness(() => true);
    await until(() => last() === '2');
    api.remove('Service', 'shop', 'pay');
    await until(() => last() === '');
    expect(new Set(told.map(({ service: name }) => name))).toEqual(
      new Set(['pay']),
    );
  });
});
