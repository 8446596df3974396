import type { DriverPlan } from '@ghostlight/plugin-delivery-node';
import { deploymentOf, payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';
import { until } from '../__testUtils__/until';

const { signal } = new AbortController();
const actionId = 'run-1.step-1';
const call = { actionId, signal };

describe('the Kubernetes driver', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.ship(
      deploymentOf('1.0.0', {
        env: { REGION: 'eu', DB_PASSWORD: 'hunter2' },
        annotations: { 'ghostlight.dev/commit': 'aaa111' },
      }),
    );
    await cluster.ship(
      deploymentOf('1.1.0', {
        env: { REGION: 'eu', DB_PASSWORD: 'hunter3', FEATURE_X: 'on' },
        annotations: {
          'ghostlight.dev/commit': 'bbb222',
          'ghostlight.dev/one-way': 'migration 0042',
        },
      }),
    );
  });

  afterEach(() => cluster.stop());

  async function target() {
    const [found] = await cluster.driver.targets(payments, signal);
    return found;
  }

  async function planBack(toRevision = '1'): Promise<DriverPlan> {
    const [plan] = await cluster.driver.plan({
      entity: payments,
      target: await target(),
      toRevision,
      signal,
    });
    return plan;
  }

  function image() {
    const { spec } = cluster.api.object('Deployment', 'shop', 'payments')!;
    return JSON.stringify(spec).match(/payments:([\d.]+)/)![1];
  }

  function revisions() {
    return cluster.api
      .objects('ReplicaSet')
      .map(
        ({ metadata }) =>
          metadata.annotations!['deployment.kubernetes.io/revision'],
      )
      .sort();
  }

  it('finds what runs an entity and the versions that it can go to', async () => {
    expect(await target()).toEqual({
      driver: 'kubernetes',
      ref: 'prod/shop/deployments/payments',
      title: 'deployment payments in shop (prod)',
      environment: 'production',
    });
    expect(await cluster.driver.revisions(await target(), signal)).toEqual([
      expect.objectContaining({
        id: '2',
        version: '1.1.0',
        commit: 'bbb222',
        current: true,
      }),
      expect.objectContaining({
        id: '1',
        version: '1.0.0',
        commit: 'aaa111',
        image: 'registry.example/shop/payments:1.0.0',
        current: false,
      }),
    ]);
  });

  it('plans with everything pinned, and shows no secret', async () => {
    cluster.api.seed([
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'payments', namespace: 'shop' },
        spec: {
          minReplicas: 2,
          maxReplicas: 8,
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'payments',
          },
        },
      },
    ]);
    const plan = await planBack();
    expect(plan).toMatchObject({
      from: { id: '2', version: '1.1.0' },
      to: { id: '1', version: '1.0.0' },
      refusals: [],
      oneWay: [{ text: 'migration 0042' }],
      undoers: [
        { name: 'HorizontalPodAutoscaler payments', effect: 'none' },
        { name: 'Pipeline (ci)', effect: 'undoes' },
      ],
      lane: { id: 'kubernetes', lasts: false },
      steps: [
        {
          id: 'restore-template',
          reversible: true,
          pinned: {
            uid: expect.any(String),
            resourceVersion: expect.any(String),
            from: { revision: '2', digest: expect.stringMatching(/^\w{64}$/) },
            to: { revision: '1', digest: expect.stringMatching(/^\w{64}$/) },
          },
        },
      ],
    });
    expect(plan.values).toEqual([
      {
        kind: 'image',
        label: 'image of app',
        path: '/spec/template/spec/containers/0/image',
        from: 'registry.example/shop/payments:1.1.0',
        to: 'registry.example/shop/payments:1.0.0',
      },
      expect.objectContaining({
        label: 'env DB_PASSWORD',
        from: '(hidden)',
        to: '(hidden)',
      }),
      expect.objectContaining({
        kind: 'env',
        label: 'env FEATURE_X',
        from: 'on',
      }),
    ]);
    expect(plan.diff).toContain('-            - name: FEATURE_X');
    expect(JSON.stringify(plan)).not.toContain('hunter');
  });

  it('brings the template and what describes it back, once, whoever asks again', async () => {
    const plan = await planBack();
    const [step] = plan.steps;
    const { driver } = cluster;
    expect(await driver.readBack(step, call)).toEqual({ state: 'absent' });
    expect(await driver.dryRun(step, signal)).toMatchObject({
      state: 'applied',
    });
    expect(image()).toBe('1.1.0');
    expect(await driver.act(step, call)).toMatchObject({ state: 'applied' });
    await cluster.through('payments');
    expect(await driver.act(step, call)).toMatchObject({ state: 'applied' });
    expect(await driver.readBack(step, call)).toMatchObject({
      state: 'applied',
    });
    expect(revisions()).toEqual(['2', '3']);
    expect(image()).toBe('1.0.0');
    expect(
      await until(async () => {
        const seen = await driver.observe(plan, call);
        return seen.state === 'healthy' && seen;
      }),
    ).toMatchObject({ result: { revision: '3', readyReplicas: 3 } });
    const { annotations } = cluster.api.object(
      'Deployment',
      'shop',
      'payments',
    )!.metadata;
    expect(annotations).toMatchObject({
      'ghostlight.dev/action-id': actionId,
      'ghostlight.dev/commit': 'aaa111',
    });
    expect(annotations).not.toHaveProperty(['ghostlight.dev/one-way']);
    const undo = driver.cancel(plan, ['restore-template']);
    await driver.act(undo[0], { ...call, actionId: 'run-1.undo' });
    expect(image()).toBe('1.1.0');
    expect(await driver.readBack(step, call)).toMatchObject({
      state: 'applied',
    });
  });

  it('has one effect when two press at once', async () => {
    const [one, other] = await Promise.all([planBack(), planBack()]);
    const outcomes = await Promise.all([
      cluster.driver.act(one.steps[0], { ...call, actionId: 'one' }),
      cluster.driver.act(other.steps[0], { ...call, actionId: 'other' }),
    ]);
    expect(outcomes.map(({ state }) => state).sort()).toEqual([
      'applied',
      'refused',
    ]);
    await cluster.through('payments');
    expect(revisions()).toEqual(['2', '3']);
  });

  it.each<[string, () => void, string]>([
    [
      'paused',
      () =>
        cluster.api.seed([
          deploymentOf('1.1.0', { spec: { paused: true }, env: {} }),
        ]),
      'is paused',
    ],
    [
      'changed by somebody',
      () => cluster.api.seed([deploymentOf('1.2.0')], 'kubectl-edit'),
      'was changed meanwhile by kubectl-edit',
    ],
    [
      'deleted',
      () => cluster.api.remove('Deployment', 'shop', 'payments'),
      'is not there (any more) in prod',
    ],
    [
      'made anew',
      () => {
        cluster.api.remove('Deployment', 'shop', 'payments');
        cluster.api.seed([deploymentOf('1.1.0')]);
      },
      'was deleted and made anew',
    ],
  ])(
    'refuses when it was %s after the plan',
    async (_name, change, message) => {
      const { steps } = await planBack();
      change();
      expect(await cluster.driver.act(steps[0], call)).toEqual({
        state: 'refused',
        error: expect.stringContaining(message),
      });
      expect(await cluster.driver.readBack(steps[0], call)).toEqual({
        state: 'absent',
      });
    },
  );

  it('tries again when only other fields moved', async () => {
    const { steps } = await planBack();
    const { api } = cluster;
    api.seed([
      {
        ...api.object('Deployment', 'shop', 'payments')!,
        spec: {
          ...api.object('Deployment', 'shop', 'payments')!.spec,
          replicas: 5,
        },
      },
    ]);
    expect(await cluster.driver.act(steps[0], call)).toMatchObject({
      state: 'applied',
    });
    const { spec } = api.object('Deployment', 'shop', 'payments')!;
    expect(spec!.replicas).toBe(5);
  });

  describe('refuses in the plan', () => {
    const texts = async (revision = '1') =>
      (await planBack(revision)).refusals.map(({ text }) => text);

    it('what is there already', async () => {
      expect(await texts('2')).toEqual([
        'Deployment payments has 1.1.0 already',
      ]);
    });

    it('what is paused', async () => {
      cluster.api.seed([deploymentOf('1.1.0', { spec: { paused: true } })]);
      expect(await texts()).toEqual([
        'Deployment payments is paused: resume it first',
      ]);
    });

    it('what the platform does not allow, in its words', async () => {
      cluster.api.grant('admin', {
        user: 'system:serviceaccount:ghostlight:reader',
        rules: [{ verbs: ['get', 'list', 'watch'], resources: ['*'] }],
      });
      const plan = await planBack();
      expect(plan.refusals).toMatchObject([
        {
          code: 'kubernetes.forbidden',
          text: 'deployments.apps "payments" is forbidden: User "system:serviceaccount:ghostlight:reader" cannot patch resource "deployments" in API group "apps" in the namespace "shop"',
        },
      ]);
      expect(await cluster.driver.act(plan.steps[0], call)).toMatchObject({
        state: 'refused',
        error: expect.stringContaining('is forbidden'),
      });
    });

    it('what Argo Rollouts runs', async () => {
      cluster.api.seed([
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          metadata: { name: 'payments', namespace: 'shop' },
          spec: { workloadRef: { kind: 'Deployment', name: 'payments' } },
        },
      ]);
      expect(await texts()).toEqual([
        'Argo Rollouts runs Deployment payments through Rollout payments: roll that back',
      ]);
    });

    it('nothing of a revision whose ReplicaSet is gone, which is not found', async () => {
      await expect(planBack('7')).rejects.toThrow('Revision 7');
    });
  });

  it.each<[string, object, string]>([
    [
      'Argo CD',
      {
        annotations: {
          'argocd.argoproj.io/tracking-id':
            'shop:apps/Deployment:shop/payments',
        },
      },
      'Argo CD application shop',
    ],
    [
      'Flux',
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop' } },
      'Flux shop',
    ],
    [
      'Helm',
      {
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'shop' },
      },
      'Helm release shop',
    ],
  ])('says that %s would undo it', async (_name, more, undoer) => {
    cluster.api.seed([deploymentOf('1.1.0', more)]);
    const { undoers, lane } = await planBack();
    expect(undoers).toMatchObject([{ name: undoer, effect: 'undoes' }]);
    expect(lane.lasts).toBe(false);
  });
});
