import { mockServices } from '@backstage/backend-test-utils';
import type { Rollout } from '../argo/Rollout';
import { deploymentOf, payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';
import { until } from '../__testUtils__/until';
import { ArgoController } from './__testUtils__/ArgoController';
import { Feed } from './__testUtils__/Feed';
import { KubernetesSource } from './KubernetesSource';
import { whoAborted } from './reportAbort';

const { signal } = new AbortController();
const steps = [
  { setWeight: 20 },
  { pause: {} },
  { analysis: { templates: [{ templateName: 'errors' }] } },
];

/** What a pipeline would apply for a version of payments, of which a Rollout takes care. */
function rolloutOf(
  tag: string,
  more: {
    annotations?: Record<string, string>;
    strategy?: object;
    spec?: object;
  } = {},
) {
  const { metadata, spec } = deploymentOf(tag, {
    annotations: more.annotations,
  });
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata,
    spec: {
      replicas: 1,
      selector: spec?.selector,
      template: spec?.template,
      strategy: more.strategy ?? { canary: { steps } },
      ...more.spec,
    },
  };
}

describe('the Kubernetes source, of Argo Rollouts', () => {
  let cluster: TestCluster;
  let argo: ArgoController;
  let feed: Feed;
  let absent: string[];

  beforeEach(async () => {
    absent = [];
    cluster = await startCluster({ absent });
    argo = ArgoController.play(cluster.api);
    feed = new Feed();
  });

  afterEach(async () => {
    await feed.stop();
    await cluster.stop();
  });

  /** As a pipeline does, and the controller after it. */
  function ship(...given: Parameters<typeof rolloutOf>) {
    cluster.api.seed([rolloutOf(...given)], 'ci');
    argo.begin();
  }

  function shipped(...given: Parameters<typeof rolloutOf>) {
    ship(...given);
    argo.promote();
  }

  const running = () =>
    until(() =>
      cluster.api
        .objects('Pod')
        .every(({ status }) => status?.phase === 'Running'),
    );

  it('tells the rollout of a version from its beginning to its end, once', async () => {
    shipped('1.0.0');
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    ship('1.1.0', {
      annotations: {
        'ghostlight.dev/commit': 'bbb222',
        'ghostlight.dev/commit-time': '2026-11-20T10:00:00Z',
        'ghostlight.dev/author': 'ines',
        'ghostlight.dev/started-by': 'user:default/ines',
      },
    });
    await feed.outcome(2, 'running');
    argo.pause();
    cluster.api.faults.cutWatches();
    argo.pause();
    await running();
    cluster.api.faults.expireWatches();
    argo.promote();
    await feed.outcome(2, 'succeeded');
    const { uid } = cluster.api.object('Rollout', 'shop', 'payments')!.metadata;
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
        driver: 'argo-rollouts',
        ref: 'prod/shop/rollouts/payments',
        title: 'rollout payments in shop (prod)',
        environment: 'production',
      },
      version: '1.1.0',
      previousVersion: '1.0.0',
      commit: 'bbb222',
      commitAt: Date.parse('2026-11-20T10:00:00Z'),
      author: 'ines',
      imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      strategy: 'canary',
      startedAt: expect.any(Number),
      finishedAt: expect.any(Number),
      outcome: 'succeeded',
      startedBy: { kind: 'person', name: 'user:default/ines' },
      values: [expect.objectContaining({ kind: 'image' })],
      details: { revision: 2, image: 'registry.example/shop/payments:1.1.0' },
    });
    expect(feed.status).toEqual({ healthy: true });
    // Trouble with pods afterwards is no rollout.
    argo.fail();
    ship('1.2.0', { strategy: { blueGreen: { activeService: 'payments' } } });
    await feed.outcome(3, 'running');
    argo.fail();
    await feed.outcome(3, 'failed');
    expect(feed.of(2)).toMatchObject({ outcome: 'succeeded' });
    expect(feed.of(3)).toMatchObject({
      strategy: 'blue-green',
      startedBy: { kind: 'unknown', name: 'ci' },
    });
    expect(feed.changes.size).toBe(3);
  });

  it.each<[string, { restart?: boolean; late?: string }]>([
    ['heard as it happens', {}],
    ['by a watcher that starts anew after each step', { restart: true }],
    ['with Rollouts known late', { restart: true, late: 'rollouts' }],
    ['with ReplicaSets known late', { restart: true, late: 'replicasets' }],
  ])(
    'tells an abort and trying again, %s',
    async (_name, { restart, late }) => {
      if (late)
        cluster.api.faults.add({
          when: { verb: ['list', 'watch'], resource: late },
          delayMs: 300,
        });
      const then = async (act: () => void) => {
        if (restart) await feed.stop();
        act();
        if (restart) feed.watch(cluster);
      };
      shipped('1.0.0', { annotations: { 'ghostlight.dev/commit': 'aaa111' } });
      feed.watch(cluster);
      await feed.outcome(1, 'succeeded');
      await then(() => ship('1.1.0'));
      await feed.outcome(2, 'running');
      await then(() =>
        argo.abort('payments', {
          name: 'payments-2-1',
          message: 'Metric "errors" assessed Failed',
        }),
      );
      await feed.outcome(2, 'failed');
      expect(feed.of(2)).toMatchObject({
        kind: 'deployment',
        version: '1.1.0',
        details: {
          analyses: [
            {
              name: 'payments-2-1',
              outcome: 'Failed',
              message: 'Metric "errors" assessed Failed',
            },
          ],
        },
      });
      expect(feed.all.filter(({ kind }) => kind === 'rollback')).toEqual([
        expect.objectContaining({
          title: 'payments back to 1.0.0',
          version: '1.0.0',
          previousVersion: '1.1.0',
          commit: 'aaa111',
          strategy: 'canary',
          outcome: 'succeeded',
          startedBy: { kind: 'policy', name: 'AnalysisRun payments-2-1' },
          undoes: feed.of(2)!.key,
          details: {
            revision: 1,
            cause: 'RolloutAborted: Metric "errors" assessed Failed',
          },
        }),
      ]);
      await then(() => argo.retry());
      await feed.outcome(2, 'running');
      expect(feed.of(2)!.reportedAt).toBeGreaterThanOrEqual(
        feed.of(2)!.startedAt,
      );
      await then(() => argo.promote());
      await feed.outcome(2, 'succeeded');
      await then(() => ship('1.2.0'));
      await feed.outcome(3, 'running');
      // What ran before is the same when it is through as when it began.
      await then(() => argo.abort());
      await feed.outcome(3, 'failed');
      await then(() => ship('1.3.0'));
      await feed.outcome(4, 'running');
      await then(() => argo.promote());
      await feed.outcome(4, 'succeeded');
      expect(feed.of(4)).toMatchObject({
        kind: 'deployment',
        previousVersion: '1.1.0',
      });
      expect(
        feed.all.map(({ kind, version, outcome }) => [kind, version, outcome]),
      ).toEqual([
        ['deployment', '1.0.0', 'succeeded'],
        ['deployment', '1.1.0', 'succeeded'],
        ['rollback', '1.0.0', 'succeeded'],
        ['deployment', '1.2.0', 'failed'],
        ['rollback', '1.1.0', 'succeeded'],
        ['deployment', '1.3.0', 'succeeded'],
      ]);
    },
  );

  it('ties an undo by our own driver to its action', async () => {
    shipped('1.0.0', { annotations: { 'ghostlight.dev/commit': 'aaa111' } });
    shipped('1.1.0');
    feed.watch(cluster);
    await feed.outcome(2, 'succeeded');
    const [target] = await cluster.argo.targets(payments, signal);
    expect(target).toEqual(feed.of(2)!.target);
    const [plan] = await cluster.argo.plan({
      entity: payments,
      target,
      toRevision: '1',
      signal,
    });
    await cluster.argo.act(plan.steps[0], { actionId: 'run-7', signal });
    argo.begin();
    await feed.outcome(3, 'running');
    argo.promote();
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
    // Undone before it was through.
    ship('1.2.0');
    await feed.outcome(4, 'running');
    cluster.api.seed([rolloutOf('1.0.0')], 'kubectl-argo-rollouts');
    argo.begin();
    await feed.outcome(5, 'succeeded');
    expect(feed.of(4)).toMatchObject({ outcome: 'cancelled' });
    expect(feed.of(5)).toMatchObject({
      kind: 'rollback',
      undoes: feed.of(4)!.key,
    });
    expect(feed.changes.size).toBe(5);
  });

  it('does without Rollouts where there are none, and finds them later', async () => {
    absent.push('argoproj.io');
    const logger = mockServices.logger.mock();
    const { clusters, api } = cluster;
    feed.watch({
      source: KubernetesSource.create({ clusters, logger, lookAgainMs: 50 }),
    });
    await cluster.ship(deploymentOf('1.0.0', { name: 'ledger' }));
    await feed.outcome(1, 'succeeded');
    expect(feed.status).toEqual({ healthy: true });
    absent.length = 0;
    shipped('1.0.0');
    await until(() => feed.all.some(({ title }) => title === 'payments 1.0.0'));
    // Without the right to see them, all else is told.
    await feed.stop();
    api.grant('admin', {
      user: 'ghostlight',
      rules: [{ verbs: ['*'], groups: ['', 'apps'], resources: ['*'] }],
    });
    feed.watch({
      source: KubernetesSource.create({ clusters, logger, lookAgainMs: 50 }),
    });
    await cluster.ship(deploymentOf('1.1.0', { name: 'ledger' }));
    await feed.outcome(2, 'succeeded');
    expect(feed.status).toEqual({ healthy: true });
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('Nothing is told of rollouts in prod'),
    );
    expect(Object.keys(JSON.parse(feed.memory!).told)).toHaveLength(2);
  });

  it('tells a Rollout with the template of a Deployment, and not the Deployment too', async () => {
    const refer = {
      ...rolloutOf('1.0.0'),
      spec: {
        replicas: 1,
        workloadRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'payments',
        },
        strategy: { canary: { steps } },
      },
    };
    await cluster.ship(deploymentOf('1.0.0', { replicas: 0 }));
    cluster.api.seed([refer], 'ci');
    argo.begin();
    argo.promote();
    feed.watch(cluster);
    await feed.outcome(1, 'succeeded');
    await cluster.ship(
      deploymentOf('1.1.0', {
        replicas: 0,
        annotations: { 'ghostlight.dev/commit': 'bbb222' },
      }),
    );
    argo.begin();
    await feed.outcome(2, 'running');
    await running();
    argo.promote();
    await feed.outcome(2, 'succeeded');
    expect(feed.of(2)).toMatchObject({
      version: '1.1.0',
      commit: 'bbb222',
      imageDigest: expect.stringContaining('sha256:'),
      startedBy: { kind: 'unknown', name: 'ci' },
      target: { driver: 'argo-rollouts' },
    });
    expect(feed.changes.size).toBe(2);
    // On its own again, it is told from there on.
    cluster.api.remove('Rollout', 'shop', 'payments');
    await cluster.ship(deploymentOf('1.2.0'));
    await feed.outcome(3, 'succeeded');
    expect(feed.of(3)).toMatchObject({ target: { driver: 'kubernetes' } });
    expect(
      feed.all.filter(({ kind }) => kind !== 'scale').map(({ key }) => key),
    ).toHaveLength(3);
  });

  it.each<[string, string | undefined, object]>([
    ['a person', 'kubectl-argo-rollouts', { kind: 'unknown' }],
    ['this product', 'ghostlight', { kind: 'ghostlight' }],
    ['the controller', 'rollouts-controller', { kind: 'controller' }],
    ['nobody known', undefined, { kind: 'unknown' }],
  ])('says who aborted: %s', (_name, manager, expected) => {
    const rollout: Rollout = {
      ...rolloutOf('1.0.0'),
      metadata: {
        name: 'payments',
        uid: 'x',
        resourceVersion: '1',
        managedFields: [
          {
            manager,
            time: '2026-11-21T10:00:00Z',
            subresource: 'status',
            fieldsV1: { 'f:status': { 'f:abort': {} } },
          },
        ],
      },
      spec: { selector: {}, template: {} },
    };
    expect(whoAborted(rollout)).toMatchObject(expected);
  });
});
