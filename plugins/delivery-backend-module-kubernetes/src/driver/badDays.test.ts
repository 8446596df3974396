import type { DriverPlan, DriverStep } from '@ghostlight/plugin-delivery-node';
import { everything } from '@ghostlight/theatre';
import { deploymentOf, payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';
import { until } from '../__testUtils__/until';

const { signal } = new AbortController();
const actionId = 'run-1.step-1';
const call = { actionId, signal };

describe('the Kubernetes driver on a bad day', () => {
  let cluster: TestCluster;
  let step: DriverStep;
  let plan: DriverPlan;

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.ship(deploymentOf('1.0.0'));
    await cluster.ship(deploymentOf('1.1.0'));
    const [target] = await cluster.driver.targets(payments, signal);
    [plan] = await cluster.driver.plan({
      entity: payments,
      target,
      toRevision: '1',
      signal,
    });
    [step] = plan.steps;
  });

  afterEach(() => cluster.stop());

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

  it('finds what was applied when the answer was lost, and does it once', async () => {
    cluster.api.faults.add({
      when: { verb: 'patch' },
      then: 'lose',
      times: 1,
    });
    await expect(cluster.driver.act(step, call)).rejects.toThrow(
      'cannot be reached',
    );
    expect(await cluster.driver.readBack(step, call)).toMatchObject({
      state: 'applied',
    });
    expect(await cluster.driver.act(step, call)).toMatchObject({
      state: 'applied',
    });
    await cluster.through('payments');
    expect(revisions()).toEqual(['2', '3']);
  });

  it('knows that nothing was done when the connection was cut before', async () => {
    cluster.api.faults.add({
      when: { verb: 'patch' },
      then: 'cut',
      times: 1,
    });
    await expect(cluster.driver.act(step, call)).rejects.toThrow(
      'cannot be reached',
    );
    expect(await cluster.driver.readBack(step, call)).toEqual({
      state: 'absent',
    });
  });

  it('does not know while the cluster cannot be asked', async () => {
    cluster.api.faults.add({ when: { verb: 'get' }, then: 503 });
    expect(await cluster.driver.readBack(step, call)).toEqual({
      state: 'unknown',
      error: expect.stringContaining('503'),
    });
  });

  it('finds its action on the ReplicaSet when somebody wiped the Deployment', async () => {
    await cluster.driver.act(step, call);
    await cluster.through('payments');
    const deployment = cluster.api.object('Deployment', 'shop', 'payments')!;
    cluster.api.seed([
      {
        ...deployment,
        metadata: { ...deployment.metadata, annotations: {} },
      },
    ]);
    expect(await cluster.driver.readBack(step, call)).toMatchObject({
      state: 'applied',
    });
  });

  it('gives up after a few conflicts', async () => {
    cluster.api.faults.add({ when: { verb: 'patch' }, then: 'conflict' });
    expect(await cluster.driver.act(step, call)).toEqual({
      state: 'refused',
      error: expect.stringContaining(
        'the object has been modified; please apply your changes',
      ),
    });
    expect(image()).toBe('1.1.0');
  });

  it('tells when the platform said yes and did nothing', async () => {
    cluster.api.faults.add({ when: { verb: 'patch' }, then: 'lie' });
    expect(await cluster.driver.act(step, call)).toMatchObject({
      state: 'applied',
    });
    expect(await cluster.driver.observe(plan, call)).toEqual({
      state: 'failed',
      text: expect.stringContaining('still has the template of 1.1.0'),
    });
  });

  it('tells when pods do not become ready, and when the deadline has passed', async () => {
    cluster.api.holdReadiness(({ tag }) => tag !== '1.0.0');
    const deployment = cluster.api.object('Deployment', 'shop', 'payments')!;
    cluster.api.seed([
      {
        ...deployment,
        // Long enough to be seen on its way.
        spec: { ...deployment.spec, progressDeadlineSeconds: 5 },
      },
    ]);
    await cluster.driver.act(step, call);
    expect(
      await until(async () => {
        const seen = await cluster.driver.observe(plan, call);
        return seen.state === 'progressing' && /ready/.test(seen.text) && seen;
      }),
    ).toMatchObject({ text: '0 of 3 pods are ready' });
    expect(
      await until(async () => {
        const seen = await cluster.driver.observe(plan, call);
        return seen.state === 'failed' && seen;
      }),
    ).toMatchObject({ text: expect.stringContaining('has timed out') });
  });

  it('does not take the failure of the version before for its own', async () => {
    const { api, driver } = cluster;
    api.holdReadiness(({ tag }) => tag !== '1.2.0');
    api.seed([deploymentOf('1.2.0', { spec: { progressDeadlineSeconds: 1 } })]);
    await until(() =>
      JSON.stringify(
        api.object('Deployment', 'shop', 'payments')!.status,
      ).includes('ProgressDeadlineExceeded'),
    );
    const [target] = await driver.targets(payments, signal);
    [plan] = await driver.plan({
      entity: payments,
      target,
      toRevision: '2',
      signal,
    });
    await driver.act(plan.steps[0], call);
    const seen = new Set<string>();
    await until(async () => {
      const { state } = await driver.observe(plan, call);
      seen.add(state);
      return state !== 'progressing';
    });
    expect([...seen].at(-1)).toBe('healthy');
  });

  it('does not wait for ever, and asks before it repeats', async () => {
    const heal = cluster.api.faults.add({
      when: { verb: 'patch' },
      delayMs: 10_000,
    });
    await expect(cluster.driverWithin(300).act(step, call)).rejects.toThrow(
      'did not answer within 0.3 seconds',
    );
    heal();
    // It hung up before anything was done.
    expect(await cluster.driver.readBack(step, call)).toEqual({
      state: 'absent',
    });
    expect(await cluster.driver.act(step, call)).toMatchObject({
      state: 'applied',
    });
  });

  it('is superseded when somebody ships something else', async () => {
    await cluster.driver.act(step, call);
    await cluster.ship(deploymentOf('1.2.0'));
    expect(await cluster.driver.observe(plan, call)).toEqual({
      state: 'superseded',
      text: expect.stringContaining('another template by ci'),
    });
  });

  it('waits for a slow server, and not for one that never answers', async () => {
    cluster.api.faults.add({ when: { verb: 'patch' }, delayMs: 300 });
    expect(await cluster.driver.act(step, call)).toMatchObject({
      state: 'applied',
    });
    const stop = new AbortController();
    cluster.api.faults.add({ when: { verb: 'get' }, delayMs: 60_000 });
    const asked = cluster.driver.readBack(step, {
      ...call,
      signal: stop.signal,
    });
    stop.abort();
    await expect(asked).rejects.toThrow();
  });

  it('is refused by a token that is no good any more', async () => {
    cluster.api.grant('admin', undefined);
    await expect(cluster.driver.act(step, call)).rejects.toThrow(
      'Unauthorized',
    );
    cluster.api.grant('admin', { user: 'admin', rules: everything });
    expect(await cluster.driver.readBack(step, call)).toEqual({
      state: 'absent',
    });
  });
});
