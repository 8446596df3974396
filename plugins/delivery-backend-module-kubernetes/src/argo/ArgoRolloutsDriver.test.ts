import type { ExternalRollout } from '@ghostlight/plugin-delivery-node';
import { payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';

const { signal } = new AbortController();
const call = { actionId: 'run-1', signal };
const labels = { app: 'payments', 'backstage.io/kubernetes-id': 'payments' };

function template(tag: string, more: object = {}) {
  return {
    metadata: { labels: { ...labels, ...more } },
    spec: {
      containers: [{ name: 'app', image: `registry.example/payments:${tag}` }],
    },
  };
}

const rollout = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'payments', namespace: 'shop', labels },
  spec: {
    replicas: 4,
    selector: { matchLabels: { app: 'payments' } },
    template: template('1.1.0'),
    strategy: {
      canary: {
        steps: [
          { setWeight: 5 },
          { pause: { duration: '5m' } },
          { setWeight: 50 },
          { pause: {} },
        ],
      },
    },
  },
  status: {
    observedGeneration: '1',
    phase: 'Paused',
    message: 'CanaryPauseStep',
    currentStepIndex: 1,
    currentPodHash: 'bbb',
    stableRS: 'aaa',
    pauseConditions: [
      { reason: 'CanaryPauseStep', startTime: '2026-11-21T10:00:00Z' },
    ],
    replicas: 4,
    updatedReplicas: 1,
    availableReplicas: 4,
  },
};

describe('the driver for Argo Rollouts', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startCluster();
    const [{ metadata }] = cluster.api.seed([rollout]);
    cluster.api.seed(
      [
        ['aaa', '1', '1.0.0', { role: 'stable' }],
        ['bbb', '2', '1.1.0', { role: 'canary' }],
      ].map(([hash, number, tag, role]) => ({
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name: `payments-${hash}`,
          namespace: 'shop',
          labels: { ...labels, 'rollouts-pod-template-hash': hash },
          annotations: {
            'rollout.argoproj.io/revision': number,
            'rollout.argoproj.io/ephemeral-metadata': JSON.stringify({
              labels: role,
            }),
          },
          ownerReferences: [
            {
              apiVersion: rollout.apiVersion,
              kind: 'Rollout',
              name: 'payments',
              uid: metadata.uid,
              controller: true,
            },
          ],
        },
        spec: {
          replicas: 0,
          template: template(tag as string, {
            ...(role as object),
            'rollouts-pod-template-hash': hash,
          }),
        },
      })),
    );
  });

  afterEach(() => cluster.stop());

  async function target() {
    const [found] = await cluster.argo.targets(payments, signal);
    return found;
  }

  async function external() {
    return (await cluster.argo.rollouts.external!(await target(), signal))[0];
  }

  /** As the controller of Argo Rollouts would. */
  function controller(status: object) {
    const now = cluster.api.object('Rollout', 'shop', 'payments')!;
    cluster.api.seed([{ ...now, status: { ...now.status, ...status } }]);
  }

  const object = () => cluster.api.object('Rollout', 'shop', 'payments')!;

  function control(
    rolloutNow: ExternalRollout,
    action: ExternalRollout['controls'][number],
  ) {
    return cluster.argo.rollouts.control!(rolloutNow, action);
  }

  it('finds Rollouts and the templates of their revisions, without what the engine put on', async () => {
    expect(await target()).toMatchObject({
      driver: 'argo-rollouts',
      ref: 'prod/shop/rollouts/payments',
    });
    expect(await cluster.argo.revisions(await target(), signal)).toMatchObject([
      { id: '2', version: '1.1.0', current: true },
      { id: '1', version: '1.0.0', current: false },
    ]);
  });

  it('undoes by the template, once, and follows', async () => {
    const [plan] = await cluster.argo.plan({
      entity: payments,
      target: await target(),
      toRevision: '1',
      signal,
    });
    expect(plan).toMatchObject({
      refusals: [],
      values: [{ kind: 'image', to: 'registry.example/payments:1.0.0' }],
    });
    const [step] = plan.steps;
    expect(await cluster.argo.act(step, call)).toMatchObject({
      state: 'applied',
    });
    expect(await cluster.argo.act(step, call)).toMatchObject({
      state: 'applied',
    });
    expect(object().spec!.template).toEqual(template('1.0.0'));
    expect(object().metadata.generation).toBe(2);
    expect(await cluster.argo.observe(plan, call)).toMatchObject({
      state: 'progressing',
      text: 'The controller has not seen the change yet',
    });
    controller({ observedGeneration: '2', phase: 'Healthy' });
    expect(await cluster.argo.observe(plan, call)).toMatchObject({
      state: 'healthy',
    });
    controller({ phase: 'Degraded', message: 'no pods' });
    expect(await cluster.argo.observe(plan, call)).toMatchObject({
      state: 'failed',
      text: expect.stringContaining('no pods'),
    });
  });

  it('shows what the engine does', async () => {
    expect(await external()).toEqual({
      engine: 'argo-rollouts',
      target: await target(),
      key: `${object().metadata.uid}@bbb`,
      strategy: {
        type: 'canary',
        steps: [
          { weight: 5, seconds: 0 },
          { weight: 5, seconds: 300 },
          { weight: 50, seconds: 0 },
          { weight: 50, seconds: 0 },
        ],
      },
      state: 'paused',
      version: '1.1.0',
      previousVersion: '1.0.0',
      weight: 5,
      step: 1,
      startedAt: expect.any(Number),
      text: 'Paused, step 1 of 4: CanaryPauseStep',
      controls: ['promote', 'promote-fully', 'abort'],
    });
    controller({ phase: 'Healthy', stableRS: 'bbb', currentStepIndex: 4 });
    expect(await external()).toMatchObject({
      state: 'succeeded',
      weight: 100,
      controls: [],
    });
  });

  it('promotes the pause that was meant, and never the next one', async () => {
    const step = control(await external(), 'promote');
    expect(await cluster.argo.readBack(step, call)).toEqual({
      state: 'absent',
    });
    cluster.api.faults.add({
      when: { verb: 'patch' },
      then: 'lose',
      times: 1,
    });
    await expect(cluster.argo.act(step, call)).rejects.toThrow('reached');
    expect(await cluster.argo.readBack(step, call)).toEqual({
      state: 'applied',
    });
    const next = [{ reason: 'CanaryPauseStep', startTime: 'later' }];
    controller({ currentStepIndex: 3, pauseConditions: next });
    expect(await cluster.argo.act(step, call)).toMatchObject({
      state: 'applied',
    });
    expect(object().status!.pauseConditions).toEqual(next);
  });

  it('aborts and tries again', async () => {
    const running = await external();
    const abort = control(running, 'abort');
    expect(await cluster.argo.act(abort, call)).toMatchObject({
      state: 'applied',
    });
    expect(object().status!.abort).toBe(true);
    expect(await external()).toMatchObject({
      state: 'aborting',
      weight: 0,
      controls: ['retry'],
    });
    const retry = control(await external(), 'retry');
    await cluster.argo.act(retry, { ...call, actionId: 'run-2' });
    expect(object().status!.abort).toBe(false);
    expect(await cluster.argo.readBack(retry, call)).toEqual({
      state: 'applied',
    });
  });

  it('skips the remaining steps, pauses and resumes', async () => {
    const running = await external();
    await cluster.argo.act(control(running, 'promote-fully'), call);
    expect(object().status!.promoteFull).toBe(true);
    await cluster.argo.act(control(running, 'pause'), call);
    expect(object().spec!.paused).toBe(true);
    expect(await external()).toMatchObject({ controls: ['resume', 'abort'] });
    await cluster.argo.act(control(running, 'resume'), {
      ...call,
      actionId: 'run-2',
    });
    expect(object().spec!.paused).toBe(false);
  });

  it('does nothing to a version that was not meant', async () => {
    const step = control(await external(), 'abort');
    controller({ currentPodHash: 'ccc' });
    expect(await cluster.argo.act(step, call)).toEqual({
      state: 'refused',
      error: 'Rollout payments has another version now',
    });
  });
});
