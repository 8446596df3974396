import type { JsonObject } from '@backstage/types';
import {
  addressOf,
  KubeClient,
  type ClusterConfig,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import {
  noControlPlane,
  startControlPlane,
  type ControlPlane,
} from '@ghostlight/reliability-kubernetes/testUtils';
import { everything, KubernetesApi } from '@ghostlight/theatre';
import {
  autoscaler,
  deploymentOf,
  emptySet,
  jobOf,
  nodeOf,
  podOf,
} from './__testUtils__/shop';
import { useActions } from './__testUtils__/startCluster';
import { kinds, type KindName } from './action/kinds';

/** Without controllers too, so that both are the same but for the server. */
async function startLoopback(): Promise<ControlPlane> {
  const api = await KubernetesApi.start({
    controllers: false,
    absent: ['networking.istio.io', 'chaos-mesh.org', 'litmuschaos.io'],
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

/** What comes of a change is the controllers', and is not asked of either here. */
function contract(
  describeIt: typeof describe | typeof describe.skip,
  name: string,
  startPlane: () => Promise<ControlPlane>,
) {
  describeIt(`on ${name}`, () => {
    let plane: ControlPlane;
    let client: KubeClient;
    let tools: ReturnType<typeof useActions>;

    beforeAll(async () => {
      plane = await startPlane();
      client = KubeClient.create({ cluster: plane.admin });
      tools = useActions([plane.admin]);
      await client.create('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop' },
      });
    });

    afterAll(() => plane?.stop());

    /** With its status, as a controller would write it. */
    async function make(
      kind: KindName,
      object: { metadata: { name: string }; status?: object },
    ) {
      const namespace = kind === 'nodes' ? undefined : 'shop';
      const { status, ...body }: JsonObject = JSON.parse(
        JSON.stringify(object),
      );
      const path = addressOf(kinds[kind], namespace);
      const made = await client.create<KubeObject>(path, body);
      if (status)
        await client.patch(
          `${addressOf(kinds[kind], namespace, object.metadata.name)}/status`,
          { status },
        );
      return made;
    }

    const look = (kind: KindName, object: string) =>
      client.find<KubeObject & { spec: JsonObject }>(
        addressOf(kinds[kind], kind === 'nodes' ? undefined : 'shop', object),
      );

    /** Plans, tries, does it twice, and finds it. */
    async function through(id: string, input: JsonObject, actionId = id) {
      const plan = await tools.plan(id, input);
      expect(plan.refusals).toEqual([]);
      expect(
        await tools.actionOf(id).dryRun!(plan.pinned, tools.context),
      ).toMatchObject({ state: 'applied' });
      expect(await tools.readBack(id, plan, actionId)).toEqual({
        state: 'absent',
      });
      for (let turn = 0; turn < 2; turn++)
        expect(await tools.act(id, plan, actionId)).toMatchObject({
          state: 'applied',
        });
      expect(await tools.readBack(id, plan, actionId)).toMatchObject({
        state: 'applied',
      });
      return plan;
    }

    it('restarts, scales and moves limits', async () => {
      await make('deployments', deploymentOf());
      await through('kubernetes:restart-rollout', {});
      const plan = await through('kubernetes:scale', { replicas: 6 });
      expect((await look('deployments', 'payments'))!.spec).toMatchObject({
        replicas: 6,
        template: {
          metadata: {
            annotations: {
              'kubectl.kubernetes.io/restartedAt': expect.any(String),
            },
          },
        },
      });
      const undo = tools.actionOf('kubernetes:scale').undo!(plan.pinned, {})!;
      await through(undo.action, undo.input, 'undo');
      await make('autoscalers', autoscaler);
      await through('kubernetes:patch-hpa', { minReplicas: 3, maxReplicas: 9 });
      const limits = await tools.plan('kubernetes:patch-hpa', {
        maxReplicas: 5,
      });
      const [, wrong] = [limits, { ...limits.pinned, to: { min: 7, max: 5 } }];
      expect(
        await tools.act('kubernetes:patch-hpa', { ...limits, pinned: wrong }),
      ).toEqual({
        state: 'refused',
        error: expect.stringContaining(
          'must be greater than or equal to `minReplicas`',
        ),
      });
    });

    it('cordons and uncordons', async () => {
      await make('nodes', nodeOf('one'));
      await make('nodes', nodeOf('two'));
      const plan = await through('kubernetes:cordon', { node: 'one' });
      expect((await look('nodes', 'one'))!.spec.unschedulable).toBe(true);
      const undo = tools.actionOf('kubernetes:cordon').undo!(plan.pinned, {})!;
      await through(undo.action, undo.input);
      expect((await look('nodes', 'one'))!.spec.unschedulable).toBeFalsy();
    });

    it('deletes pods by name and uid, and no other of that name', async () => {
      const set = await make('replicasets', {
        ...emptySet,
        metadata: { ...emptySet.metadata, name: 'owner' },
      });
      const pod = {
        ...podOf('one', {}),
        status: undefined,
        metadata: {
          ...podOf('one', {}).metadata,
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              kind: 'ReplicaSet',
              name: 'owner',
              uid: set.metadata.uid,
              controller: true,
            },
          ],
        },
      };
      const id = 'kubernetes:delete-pod';
      await make('pods', pod);
      const plan = await tools.plan(id, { pod: 'one' });
      await through(id, { pod: 'one' });
      expect(await look('pods', 'one')).toBeUndefined();
      const other = await make('pods', pod);
      expect(await tools.act(id, plan, 'late')).toMatchObject({
        state: 'applied',
      });
      expect((await look('pods', 'one'))!.metadata.uid).toBe(
        other.metadata.uid,
      );
    });

    it('cleans up what is over, unless it was changed', async () => {
      await make('jobs', jobOf('broken', 'Failed'));
      await make('jobs', jobOf('fine', 'Complete'));
      await through('kubernetes:clean-jobs', {});
      expect(await look('jobs', 'broken')).toBeUndefined();
      const plan = await tools.plan('kubernetes:clean-jobs', {
        state: 'finished',
      });
      await client.patch(addressOf(kinds.jobs, 'shop', 'fine'), {
        metadata: { labels: { keep: 'yes' } },
      });
      expect(await tools.act('kubernetes:clean-jobs', plan)).toEqual({
        state: 'refused',
        error: expect.stringContaining('Operation cannot be fulfilled'),
      });
      expect(await look('jobs', 'fine')).toBeDefined();
    });

    it('says what is not installed and who may not', async () => {
      for (const [id, input] of [
        ['istio:circuit-break', {}],
        ['chaos-mesh:pods', {}],
        ['litmus:run', { experiment: 'x', serviceAccount: 'y' }],
      ] as const)
        expect((await tools.plan(id, input)).refusals).toMatchObject([
          { code: 'action.kubernetes.not-installed' },
        ]);
      const plan = await tools.plan('kubernetes:scale', {
        name: 'payments',
        replicas: 0,
      });
      const other = useActions([{ ...plane.nobody, name: plane.admin.name }]);
      expect(await other.act('kubernetes:scale', plan)).toEqual({
        state: 'refused',
        error:
          'deployments.apps "payments" is forbidden: User "nobody" cannot get resource "deployments" in API group "apps" in the namespace "shop"',
      });
    });
  });
}
