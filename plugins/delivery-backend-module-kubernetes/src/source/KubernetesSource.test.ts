import { deploymentOf, payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';
import { until } from '../__testUtils__/until';
import { Feed } from './__testUtils__/Feed';

const { signal } = new AbortController();

describe('the Kubernetes source', () => {
  let cluster: TestCluster;
  let feed: Feed;

  beforeEach(async () => {
    cluster = await startCluster();
    feed = new Feed();
    await cluster.ship(
      deploymentOf('1.0.0', {
        annotations: { 'ghostlight.dev/commit': 'aaa111' },
      }),
    );
  });

  afterEach(async () => {
    await feed.stop();
    await cluster.stop();
  });

  it('tells a rollout from its beginning to its end, once for each revision', async () => {
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    cluster.api.holdReadiness(({ tag }) => tag !== '1.1.0');
    cluster.api.seed(
      [
        deploymentOf('1.1.0', {
          env: { REGION: 'us', API_TOKEN: 's3cret' },
          annotations: {
            'ghostlight.dev/commit': 'bbb222',
            'ghostlight.dev/commit-time': '2026-11-20T10:00:00Z',
            'ghostlight.dev/author': 'ines',
            'ghostlight.dev/pull-request': 'https://git.example/shop/pull/7',
            'ghostlight.dev/started-by': 'user:default/ines',
          },
        }),
      ],
      'ci',
    );
    await feed.outcome(2, 'running');
    expect(feed.of(2)).not.toHaveProperty('finishedAt');
    cluster.api.holdReadiness(() => true);
    await feed.outcome(2, 'succeeded');
    const { uid } = cluster.api.object(
      'Deployment',
      'shop',
      'payments',
    )!.metadata;
    expect(feed.of(2)).toEqual({
      key: `prod/${uid}/2`,
      kind: 'deployment',
      title: 'payments 1.1.0',
      environment: 'production',
      hints: {
        name: 'payments',
        namespace: 'shop',
        labels: { app: 'payments', 'backstage.io/kubernetes-id': 'payments' },
        annotations: { 'backstage.io/kubernetes-id': 'payments' },
      },
      target: {
        driver: 'kubernetes',
        ref: 'prod/shop/deployments/payments',
        title: 'deployment payments in shop (prod)',
        environment: 'production',
      },
      version: '1.1.0',
      previousVersion: '1.0.0',
      commit: 'bbb222',
      commitAt: Date.parse('2026-11-20T10:00:00Z'),
      author: 'ines',
      pullRequest: 'https://git.example/shop/pull/7',
      imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      strategy: 'rolling',
      startedAt: expect.any(Number),
      finishedAt: expect.any(Number),
      outcome: 'succeeded',
      startedBy: { kind: 'person', name: 'user:default/ines' },
      values: [
        expect.objectContaining({ kind: 'image' }),
        expect.objectContaining({ label: 'env REGION', from: 'eu', to: 'us' }),
        expect.objectContaining({ label: 'env API_TOKEN', to: '(hidden)' }),
      ],
      details: {
        revision: 2,
        image: 'registry.example/shop/payments:1.1.0',
      },
    });
    expect(feed.changes.size).toBe(2);
  });

  it('knows a rollback, what it undoes, and who did it', async () => {
    await cluster.ship(deploymentOf('1.1.0'));
    feed.watch(cluster);
    await feed.outcome(2, 'succeeded');
    const [target] = await cluster.driver.targets(payments, signal);
    const [plan] = await cluster.driver.plan({
      entity: payments,
      target,
      toRevision: '1',
      signal,
    });
    await cluster.driver.act(plan.steps[0], { actionId: 'run-7', signal });
    await feed.outcome(3, 'succeeded');
    expect(feed.of(3)).toMatchObject({
      kind: 'rollback',
      title: 'payments back to 1.0.0',
      version: '1.0.0',
      previousVersion: '1.1.0',
      commit: 'aaa111',
      undoes: feed.of(2)!.key,
      actionId: 'run-7',
      startedBy: { kind: 'ghostlight' },
    });
    // What our action left on the Deployment does not make later changes ours.
    const { annotations } = cluster.api.object(
      'Deployment',
      'shop',
      'payments',
    )!.metadata;
    await cluster.ship(deploymentOf('1.1.0', { annotations }));
    await feed.outcome(4, 'succeeded');
    expect(feed.of(4)).toMatchObject({
      kind: 'deployment',
      startedBy: { kind: 'unknown', name: 'ci' },
    });
    expect(feed.of(4)).not.toHaveProperty('actionId');
  });

  it('tells what failed, and what was replaced before it was through', async () => {
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    cluster.api.holdReadiness(({ tag }) => !['1.1.0', '1.2.0'].includes(tag));
    cluster.api.seed([deploymentOf('1.1.0')]);
    await feed.outcome(2, 'running');
    cluster.api.seed([
      deploymentOf('1.2.0', { spec: { progressDeadlineSeconds: 1 } }),
    ]);
    await feed.outcome(2, 'cancelled');
    await feed.outcome(3, 'failed');
    cluster.api.seed([deploymentOf('1.0.0')]);
    await feed.outcome(4, 'succeeded');
    expect(feed.of(2)).toMatchObject({ outcome: 'cancelled' });
    expect(feed.of(3)).toMatchObject({ outcome: 'failed' });
    expect(feed.of(4)).toMatchObject({ kind: 'rollback' });
  });

  it.each<[string, object, object]>([
    [
      'another configuration',
      { templateAnnotations: { 'checksum/config': 'abc' } },
      { kind: 'config', title: expect.stringContaining('checksum/config') },
    ],
    [
      'a restart',
      {
        templateAnnotations: {
          'kubectl.kubernetes.io/restartedAt': '2026-11-21T10:00:00Z',
        },
      },
      { kind: 'other', title: 'payments restarted' },
    ],
    [
      'another variable',
      { env: { REGION: 'us' } },
      { kind: 'config', version: '1.0.0', previousVersion: '1.0.0' },
    ],
  ])('tells %s from another version', async (_name, more, expected) => {
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    await cluster.ship(deploymentOf('1.0.0', more));
    await feed.outcome(2, 'succeeded');
    expect(feed.of(2)).toMatchObject(expected);
  });

  it('tells when somebody scales, and not when an autoscaler does', async () => {
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    cluster.api.seed([deploymentOf('1.0.0', { replicas: 5 })], 'kubectl-scale');
    const scaled = await until(() =>
      [...feed.changes.values()].find(({ kind }) => kind === 'scale'),
    );
    expect(scaled).toMatchObject({
      title: 'payments from 3 to 5 pods',
      values: [{ kind: 'replicas', from: '3', to: '5' }],
    });
    await cluster.through('payments');
    cluster.api.seed(
      [deploymentOf('1.0.0', { replicas: 8 })],
      'kube-controller-manager',
    );
    await cluster.ship(deploymentOf('1.1.0', { replicas: 8 }));
    await feed.outcome(2, 'succeeded');
    expect(feed.changes.size).toBe(3);
  });

  it('invents nothing and misses nothing when it starts again', async () => {
    await cluster.ship(deploymentOf('1.1.0'));
    feed.watch(cluster);
    await feed.outcome(2, 'succeeded');
    expect(feed.of(1)).toMatchObject({ outcome: 'unknown' });
    await feed.stop();
    const calls = feed.calls;

    feed.watch(cluster);
    await until(() => feed.status?.healthy);
    await cluster.ship(deploymentOf('0.1.0', { name: 'ledger', replicas: 1 }));
    await until(() => feed.changes.size === 3);
    await feed.stop();
    // Only the newcomer was told, when it began, maybe, and when it was through.
    expect(feed.calls - calls).toBeLessThanOrEqual(2);

    await cluster.ship(deploymentOf('1.2.0'));
    await cluster.ship(deploymentOf('1.3.0'));
    feed.watch(cluster);
    await feed.outcome(4, 'succeeded');
    expect(feed.of(3)).toMatchObject({ version: '1.2.0', outcome: 'unknown' });
    expect(feed.of(4)).toMatchObject({ previousVersion: '1.2.0' });
    expect(JSON.parse(feed.memory!)).toMatchObject({ v: 1 });
  });

  it('goes on after its watches were cut, forgotten, and the server was away', async () => {
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    cluster.api.faults.cutWatches();
    await cluster.ship(deploymentOf('1.1.0'));
    await feed.outcome(2, 'succeeded');
    cluster.api.faults.expireWatches();
    await cluster.ship(deploymentOf('1.2.0'));
    await feed.outcome(3, 'succeeded');
    const heal = cluster.api.faults.add({
      when: { verb: ['list', 'watch'] },
      then: 'cut',
    });
    cluster.api.faults.cutWatches();
    await until(() => feed.status?.healthy === false);
    expect(feed.status?.text).toContain('prod: The cluster prod cannot be');
    await cluster.ship(deploymentOf('1.3.0'));
    heal();
    await feed.outcome(4, 'succeeded');
    expect(feed.status).toEqual({ healthy: true });
    expect(feed.changes.size).toBe(4);
  });

  it('leaves out what rollouts of ours make for a while', async () => {
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    await cluster.ship(
      deploymentOf('1.1.0', {
        name: 'payments-canary',
        labels: { 'ghostlight.dev/rollout': 'x' },
      }),
    );
    await cluster.ship(deploymentOf('1.1.0'));
    await feed.outcome(2, 'succeeded');
    expect(feed.changes.size).toBe(2);
  });
});
