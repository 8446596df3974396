import { mockServices } from '@backstage/backend-test-utils';
import type {
  ChangeReport,
  DriverPlan,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import { everything, KubernetesApi } from '@ghostlight/theatre';
import {
  type ClusterConfig,
  Clusters,
  type Deployment,
  KubeClient,
  type KubeObject,
  type WatchEvent,
} from '@ghostlight/reliability-kubernetes';
import {
  noControlPlane,
  startControlPlane,
  type ControlPlane,
} from '@ghostlight/reliability-kubernetes/testUtils';
import { play, playController } from './__testUtils__/playController';
import { deploymentOf, namespace, payments } from './__testUtils__/shop';
import { until } from './__testUtils__/until';
import { KubernetesDriver } from './driver/KubernetesDriver';
import { pathOf } from './kube/paths';
import { KubernetesSource } from './source/KubernetesSource';

const { signal } = new AbortController();
const call = { actionId: 'run-1', signal };
const logger = mockServices.logger.mock();
const path = pathOf('deployments', namespace, 'payments');

/** Without controllers too, so that both are the same but for the server. */
async function startLoopback(): Promise<ControlPlane> {
  const api = await KubernetesApi.start({
    controllers: false,
    bookmarkMs: 50,
    tokens: {
      admin: { user: 'admin', rules: everything },
      nobody: { user: 'nobody', rules: [] },
    },
  });
  const of = (token: string): ClusterConfig => ({
    name: 'loopback',
    environment: 'production',
    url: api.url,
    token,
    skipTLSVerify: true,
  });
  return { admin: of('admin'), nobody: of('nobody'), stop: () => api.stop() };
}

contract(describe, 'the loopback API', startLoopback);
contract(
  noControlPlane ? describe.skip : describe,
  `a real control plane${noControlPlane ? ` (${noControlPlane})` : ''}`,
  startControlPlane,
);

/** Rolling out, scaling, conditions and garbage are the controllers' and are not asked of either here. */
function contract(
  describeIt: typeof describe | typeof describe.skip,
  name: string,
  startPlane: () => Promise<ControlPlane>,
) {
  describeIt(`on ${name}`, () => {
    let plane: ControlPlane;
    let client: KubeClient;
    let driver: KubernetesDriver;
    let target: TargetRef;

    beforeAll(async () => {
      plane = await startPlane();
      client = KubeClient.create({ cluster: plane.admin });
      await client.create('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace },
      });
      driver = driverOf(plane.admin);
    });

    afterAll(() => plane?.stop());

    beforeEach(async () => {
      await play(client, deploymentOf('1.0.0'));
      await play(client, deploymentOf('1.1.0'));
      [target] = await driver.targets(payments, signal);
    });

    afterEach(async () => {
      const sets = await client.list(pathOf('replicasets', namespace));
      const all = await client.list(pathOf('deployments', namespace));
      for (const [kind, items] of [
        ['deployments', all.items],
        ['replicasets', sets.items],
      ] as const)
        for (const { metadata } of items) {
          const there = await client.find(
            pathOf(kind, namespace, metadata.name),
          );
          if (there)
            await client.delete(pathOf(kind, namespace, metadata.name), {
              uid: metadata.uid,
            });
        }
    });

    function driverOf(cluster: ClusterConfig) {
      return KubernetesDriver.create({
        clusters: Clusters.create({ clusters: [cluster], key: 'clusters' }),
        logger,
      });
    }

    async function planBack(): Promise<DriverPlan> {
      const [plan] = await driver.plan({
        entity: payments,
        target,
        toRevision: '1',
        signal,
      });
      return plan;
    }

    const read = () => client.get<Deployment>(path);
    const image = async () =>
      (await read()).spec.template.spec!.containers![0].image;

    it('plans, tries, acts once and finds its action', async () => {
      expect(await driver.revisions(target, signal)).toMatchObject([
        { id: '2', version: '1.1.0', current: true },
        { id: '1', version: '1.0.0', current: false },
      ]);
      const plan = await planBack();
      expect(plan.refusals).toEqual([]);
      expect(plan.values).toMatchObject([{ kind: 'image' }]);
      const [step] = plan.steps;
      expect(await driver.dryRun(step, signal)).toMatchObject({
        state: 'applied',
      });
      expect(await image()).toContain(':1.1.0');
      expect(await driver.readBack(step, call)).toEqual({ state: 'absent' });
      expect(await driver.act(step, call)).toMatchObject({ state: 'applied' });
      const { metadata } = await read();
      expect(await driver.act(step, call)).toMatchObject({ state: 'applied' });
      expect((await read()).metadata.resourceVersion).toBe(
        metadata.resourceVersion,
      );
      expect(await image()).toContain(':1.0.0');
      expect(await driver.readBack(step, call)).toMatchObject({
        state: 'applied',
      });
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'progressing',
        text: 'The controller has not seen the change yet',
      });
      await playController(client);
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'healthy',
        result: { revision: '3' },
      });
    });

    it('goes on when only the status moved, and refuses when the template did', async () => {
      const { steps } = await planBack();
      await client.patch(`${path}/status`, { status: { replicas: 2 } });
      const other = await planBack();
      expect(await driver.act(steps[0], call)).toMatchObject({
        state: 'applied',
      });
      expect(
        await driver.act(other.steps[0], { ...call, actionId: 'run-2' }),
      ).toEqual({
        state: 'refused',
        error: expect.stringContaining('was changed meanwhile by ghostlight'),
      });
    });

    it('has one effect when two act at once', async () => {
      const { steps } = await planBack();
      const outcomes = await Promise.all(
        ['one', 'other'].map(actionId =>
          driver.act(steps[0], { ...call, actionId }),
        ),
      );
      expect(outcomes.map(({ state }) => state).sort()).toEqual([
        'applied',
        'refused',
      ]);
    });

    it('refuses what is paused, and what was made anew', async () => {
      const { steps } = await planBack();
      await client.patch(path, { spec: { paused: true } });
      expect(await driver.act(steps[0], call)).toMatchObject({
        error: expect.stringContaining('is paused'),
      });
      await client.delete(path, { uid: (await read()).metadata.uid });
      await play(client, deploymentOf('1.1.0'));
      expect(await driver.act(steps[0], call)).toMatchObject({
        error: expect.stringContaining('was deleted and made anew'),
      });
    });

    it('shows what the server says to who may not', async () => {
      const { steps } = await planBack();
      const other = driverOf(plane.nobody);
      await expect(other.act(steps[0], call)).rejects.toThrow(
        'deployments.apps "payments" is forbidden: User "nobody" cannot get resource "deployments" in API group "apps" in the namespace "shop"',
      );
      const asked = KubeClient.create({ cluster: plane.nobody });
      expect(
        await asked.may({
          verb: 'patch',
          group: 'apps',
          resource: 'deployments',
          namespace,
        }),
      ).toMatchObject({ allowed: false });
    });

    it.each<
      [string, (now: Deployment) => Promise<unknown>, number, string, string]
    >([
      [
        'a version that is not the last',
        () =>
          client.patch(path, [
            { op: 'replace', path: '/metadata/resourceVersion', value: '1' },
            { op: 'replace', path: '/spec/replicas', value: 9 },
          ]),
        409,
        'Conflict',
        'the object has been modified; please apply your changes to the latest version and try again',
      ],
      [
        'a test that fails',
        () =>
          client.patch(path, [
            { op: 'test', path: '/metadata/uid', value: 'other' },
          ]),
        422,
        'Invalid',
        'the server rejected our request due to an error in our request',
      ],
      [
        'a selector that is immutable',
        () =>
          client.patch(path, {
            spec: { selector: { matchLabels: { a: 'b' } } },
          }),
        422,
        'Invalid',
        'Deployment.apps "payments" is invalid',
      ],
      [
        'what is there already',
        now =>
          client.create(pathOf('deployments', namespace), {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            metadata: { name: now.metadata.name },
            spec: JSON.parse(JSON.stringify(now.spec)),
          }),
        409,
        'AlreadyExists',
        'deployments.apps "payments" already exists',
      ],
      [
        'to delete what has another uid',
        () => client.delete(path, { uid: 'other' }),
        409,
        'Conflict',
        'Precondition failed: UID in precondition: other',
      ],
      [
        'what is not there',
        () => client.get(pathOf('deployments', namespace, 'ledger')),
        404,
        'NotFound',
        'deployments.apps "ledger" not found',
      ],
    ])('refuses %s', async (_name, ask, status, reason, message) => {
      const before = await read();
      await expect(ask(before)).rejects.toMatchObject({
        status,
        reason,
        message: expect.stringContaining(message),
      });
      expect(await read()).toEqual(before);
    });

    it('lists by labels and watches from there', async () => {
      const collection = pathOf('deployments', namespace);
      const { items, resourceVersion } = await client.list(collection, {
        query: { labelSelector: 'app in (payments),!ghostlight.dev/rollout' },
      });
      expect(items.map(({ metadata }) => metadata.name)).toEqual(['payments']);
      const stop = new AbortController();
      const heard: WatchEvent<KubeObject>[] = [];
      const watching = client.watch(
        collection,
        resourceVersion,
        event => heard.push(event),
        stop.signal,
      );
      await client.patch(path, { metadata: { labels: { seen: 'yes' } } });
      await client.delete(path, { uid: items[0].metadata.uid });
      const types = () =>
        heard.map(({ type }) => type).filter(type => type !== 'BOOKMARK');
      await until(() => types().length === 2);
      expect(types()).toEqual(['MODIFIED', 'DELETED']);
      stop.abort();
      await watching;
    });

    it('tells a rollback as such', async () => {
      const reports = new Map<string, ChangeReport>();
      const stop = new AbortController();
      const running = KubernetesSource.create({
        clusters: Clusters.create({ clusters: [plane.admin], key: 'clusters' }),
        logger,
      }).run({
        signal: stop.signal,
        sink: {
          record: async told =>
            told.forEach(report => reports.set(report.key, report)),
          status: () => {},
        },
        entities: () => [],
        remembered: async () => undefined,
        remember: async () => {},
      });
      await until(() => reports.size === 2);
      const { steps } = await planBack();
      await driver.act(steps[0], call);
      await playController(client);
      await until(() => reports.size === 3);
      expect([...reports.values()].at(-1)).toMatchObject({
        kind: 'rollback',
        version: '1.0.0',
        previousVersion: '1.1.0',
        outcome: 'succeeded',
      });
      stop.abort();
      await running;
    });
  });
}
