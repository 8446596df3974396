import type { JsonObject } from '@backstage/types';
import { autoscaler, budgetOf, deploymentOf } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';
import { until } from '../__testUtils__/until';

const restart = 'kubernetes:restart-rollout';
const kill = 'kubernetes:delete-pods';
const scale = 'kubernetes:scale';

describe('what is done to workloads', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.ship(deploymentOf());
  });

  afterEach(() => cluster.stop());

  const texts = async (...asked: Parameters<TestCluster['plan']>) =>
    (await cluster.plan(...asked)).refusals.map(({ text }) => text);

  const podNames = () =>
    cluster.api.objects('Pod').map(({ metadata }) => metadata.name);

  const over = (id: string, plan: Awaited<ReturnType<TestCluster['plan']>>) =>
    until(async () => {
      const seen = await cluster.observe(id, plan);
      return seen.state !== 'progressing' && seen;
    });

  it('restarts as kubectl does: new pods, one new revision, seen through', async () => {
    const before = podNames();
    const plan = await cluster.plan(restart);
    expect(plan).toMatchObject({
      target: 'deployment/shop/payments',
      title: {
        code: 'action.kubernetes.restart-rollout',
        text: 'Restart Deployment payments in shop (prod)',
        params: { title: 'Deployment payments', namespace: 'shop' },
      },
      share: 0.25,
      healthyShare: 0.75,
    });
    expect(cluster.actionOf(restart).undo).toBeUndefined();
    await Promise.all([cluster.act(restart, plan), cluster.act(restart, plan)]);
    expect(await over(restart, plan)).toMatchObject({
      state: 'done',
      text: '4 of 4 pods are ready',
      result: { revision: '2' },
    });
    expect(podNames().filter(name => before.includes(name))).toEqual([]);
    expect(cluster.api.objects('ReplicaSet')).toHaveLength(2);
  });

  it('tells when new pods do not come up, and when the Deployment goes', async () => {
    cluster.api.holdReadiness(() => false);
    await cluster.ship(
      deploymentOf({ progressDeadlineSeconds: 1, paused: true }),
    );
    const plan = await cluster.plan(restart);
    expect(plan.refusals).toMatchObject([{ code: 'action.kubernetes.paused' }]);
    expect(await cluster.act(restart, plan)).toEqual({
      state: 'refused',
      error: 'Deployment payments is paused',
    });
    cluster.api.seed([
      deploymentOf({ progressDeadlineSeconds: 1, paused: false }),
    ]);
    await cluster.act(restart, await cluster.plan(restart));
    expect(await over(restart, plan)).toMatchObject({
      state: 'failed',
      text: expect.stringContaining('timed out progressing'),
    });
    cluster.api.remove('Deployment', 'shop', 'payments');
    expect(await cluster.observe(restart, plan)).toEqual({
      state: 'failed',
      text: 'Deployment payments was deleted',
    });
  });

  it.each<[string, () => void, string]>([
    [
      'scaled',
      () => cluster.api.seed([deploymentOf({ replicas: 7 })], 'kubectl-scale'),
      'was scaled to 7 meanwhile by kubectl-scale',
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
        cluster.api.seed([deploymentOf()]);
      },
      'was deleted and made anew',
    ],
  ])('is not scaled when it was %s meanwhile', async (_name, change, error) => {
    const plan = await cluster.plan(scale, { replicas: 2 });
    change();
    expect(await cluster.act(scale, plan)).toEqual({
      state: 'refused',
      error: expect.stringContaining(error),
    });
    expect(await cluster.readBack(scale, plan)).toEqual({ state: 'absent' });
  });

  it('is scaled to nothing and back, and tells who scales it otherwise', async () => {
    const plan = await cluster.plan(scale, { replicas: 0 });
    expect(plan).toMatchObject({
      changes: [{ label: 'replicas', from: '4', to: '0' }],
      share: 1,
      healthyShare: 0,
      undo: { params: { from: 4 } },
    });
    await cluster.act(scale, plan);
    expect(await over(scale, plan)).toMatchObject({ state: 'done' });
    expect(podNames()).toEqual([]);
    cluster.api.seed([deploymentOf({ replicas: 3 })], 'keda');
    expect(await cluster.observe(scale, plan)).toMatchObject({
      state: 'failed',
      text: expect.stringContaining('was scaled to 3 by keda'),
    });
  });

  it('is not scaled against an autoscaler, whose limits can be moved', async () => {
    cluster.api.seed([autoscaler]);
    expect(await texts(scale, { replicas: 6 })).toEqual([
      'HorizontalPodAutoscaler payments decides how many pods Deployment payments has: change its limits',
    ]);
    expect(await texts(scale, { replicas: 4 })).toEqual([
      'Deployment payments has 4 pods already',
      expect.stringContaining('decides how many'),
    ]);
    const hpa = 'kubernetes:patch-hpa';
    expect(await texts(hpa, { minReplicas: 9 })).toEqual([
      'At least 9 and at most 8 pods cannot be',
    ]);
    expect(await texts(hpa, { maxReplicas: 8 })).toEqual([
      'HorizontalPodAutoscaler payments has these limits already',
    ]);
    const plan = await cluster.plan(hpa, {
      autoscaler: 'payments',
      minReplicas: 4,
    });
    cluster.api.seed(
      [{ ...autoscaler, spec: { ...autoscaler.spec, minReplicas: 3 } }],
      'helm',
    );
    expect(await cluster.act(hpa, plan)).toMatchObject({
      error: expect.stringContaining('was changed meanwhile by helm'),
    });
    cluster.api.remove('HorizontalPodAutoscaler', 'shop', 'payments');
    expect(await texts(hpa, { minReplicas: 4 })).toEqual([
      'No HorizontalPodAutoscaler scales Deployment payments',
    ]);
    expect(await texts(hpa, { autoscaler: 'other' })).toEqual([
      'HorizontalPodAutoscaler other is not there in namespace shop of prod',
    ]);
  });

  it('loses a share of its pods, pinned by name and uid, and gets others', async () => {
    const plan = await cluster.plan(kill, { share: 0.6 });
    expect(plan).toMatchObject({
      title: {
        text: 'Delete 2 of 4 pods of Deployment payments in shop (prod)',
      },
      share: 0.5,
      healthyShare: 0.5,
      refusals: [],
    });
    const victims = plan.changes.map(({ label }) => label.replace('Pod ', ''));
    expect(victims).toHaveLength(2);
    await cluster.act(kill, plan);
    expect(cluster.lines.sort()).toEqual(
      victims.map(name => `Deleted Pod ${name}`).sort(),
    );
    expect(await over(kill, plan)).toMatchObject({ state: 'done' });
    expect(podNames()).toHaveLength(4);
    expect(podNames()).not.toEqual(expect.arrayContaining([victims[0]]));
  });

  it.each<[string, JsonObject, string]>([
    [
      'by default',
      { count: 3 },
      'Only 1 of the pods would stay ready, and 2 must',
    ],
    [
      'as it is told',
      { share: 0.5, minimumHealthyShare: 0.75 },
      'Only 2 of the pods would stay ready, and 3 must',
    ],
  ])('keeps enough pods: %s', async (_name, input, text) => {
    expect(await texts(kill, input)).toEqual([text]);
  });

  it('looks again before it deletes, and goes on with what it began', async () => {
    const plan = await cluster.plan(kill, { count: 2 });
    const names = plan.changes.map(({ label }) => label.replace('Pod ', ''));
    cluster.api.holdReadiness(({ name }) => names.includes(name));
    await until(
      async () =>
        (await cluster.plan(kill, { count: 2 })).healthyShare !== 0.5 ||
        undefined,
    );
    expect(await cluster.act(kill, plan)).toEqual({
      state: 'refused',
      error: 'Only 0 of the pods would stay ready, and 2 must',
    });
    cluster.api.holdReadiness(() => true);
    await until(async () => (await cluster.plan(kill)).healthyShare === 0.75);
    cluster.api.faults.add({
      when: { verb: 'delete', name: names[1] },
      then: 'cut',
      times: 1,
    });
    await expect(cluster.act(kill, plan)).rejects.toThrow('cannot be reached');
    expect(await cluster.readBack(kill, plan)).toEqual({ state: 'absent' });
    await until(async () => (await cluster.plan(kill)).healthyShare === 0.75);
    expect(await cluster.act(kill, plan)).toEqual({
      state: 'applied',
      result: { gone: 2, left: 0 },
    });
    expect(await cluster.readBack(kill, plan)).toMatchObject({
      state: 'applied',
    });
  });

  it('heeds PodDisruptionBudgets, but for pods that are not ready', async () => {
    cluster.api.seed([budgetOf(1)]);
    const [pod] = podNames();
    expect(await texts(kill, { count: 2 })).toEqual([
      'PodDisruptionBudget payments allows 1 of these pods to go now, not 2',
    ]);
    cluster.api.seed([budgetOf(0)]);
    expect(await texts('kubernetes:delete-pod', { pod })).toEqual([
      'PodDisruptionBudget payments allows 0 of these pods to go now, not 1',
    ]);
    cluster.api.holdReadiness(({ name }) => name !== pod);
    await until(
      async () => (await texts('kubernetes:delete-pod', { pod })).length === 0,
    );
    expect(await texts(kill, { prefer: 'unready' })).toEqual([]);
  });

  it('loses one pod by name, if it is made anew', async () => {
    const id = 'kubernetes:delete-pod';
    const [pod] = podNames();
    const plan = await cluster.plan(id, { pod });
    expect(plan).toMatchObject({
      target: `pod/shop/${pod}`,
      share: 0.25,
      healthyShare: 0.75,
    });
    expect(await cluster.observe(id, plan)).toEqual({
      state: 'progressing',
      text: `Pod ${pod} is ending`,
    });
    await cluster.act(id, plan);
    expect(await over(id, plan)).toEqual({
      state: 'done',
      text: '4 of 4 pods are ready',
    });
    expect(await texts(id, { pod })).toEqual([
      `Pod ${pod} is not there in namespace shop of prod`,
    ]);
    cluster.api.seed([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'alone', namespace: 'shop' },
        spec: {},
      },
    ]);
    expect(await texts(id, { pod: 'alone' })).toEqual([
      'Pod alone has no controller: nothing would make it anew',
    ]);
  });

  it('does nothing to what Argo Rollouts runs', async () => {
    cluster.api.seed([
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: { workloadRef: { kind: 'Deployment', name: 'payments' } },
      },
    ]);
    const text = 'Argo Rollouts runs Deployment payments through Rollout pay';
    expect(await texts(restart)).toEqual([text]);
    expect(await texts(scale, { replicas: 5 })).toEqual([text]);
  });
});
