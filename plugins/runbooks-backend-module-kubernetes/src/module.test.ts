import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { everything, KubernetesApi } from '@ghostlight/theatre';
import runbooksModuleKubernetes from '.';
import { deploymentOf, payments } from './__testUtils__/shop';

const { signal } = new AbortController();

describe('the module', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await KubernetesApi.start({
      tokens: { good: { user: 'ghostlight', rules: everything } },
    });
    api.seed([deploymentOf()]);
  });

  afterAll(() => api.stop());

  async function start(data: JsonObject) {
    const actions: Action[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          runbooksExtensionPoint,
          { addAction: (action: Action) => actions.push(action) },
        ],
      ],
      features: [
        runbooksModuleKubernetes,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    await backend.stop();
    return actions;
  }

  const clusters = (environment: string) => ({
    kubernetes: {
      clusters: [{ name: 'prod', environment, url: api.url, token: 'good' }],
    },
  });

  it.each<[string, () => JsonObject, string]>([
    ['its own', () => ({ runbooks: clusters('production') }), 'production'],
    [
      'those of the delivery family',
      () => ({ delivery: clusters('production') }),
      'production',
    ],
    [
      'its own before those of the delivery family',
      () => ({
        runbooks: clusters('staging'),
        delivery: clusters('production'),
      }),
      'staging',
    ],
    [
      'those of the Kubernetes plugin',
      () => ({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                { name: 'prod', url: api.url, serviceAccountToken: 'good' },
              ],
            },
          ],
        },
      }),
      'prod',
    ],
  ])('acts on clusters: %s', async (_name, config, environment) => {
    const actions = await start(config());
    expect(actions.map(({ id }) => id)).toEqual([
      'kubernetes:restart-rollout',
      'kubernetes:delete-pod',
      'kubernetes:delete-pods',
      'kubernetes:scale',
      'kubernetes:cordon',
      'kubernetes:uncordon',
      'kubernetes:patch-hpa',
      'kubernetes:clean-jobs',
      'kubernetes:clean-orphans',
      'kubernetes:remove-made',
      'istio:circuit-break',
      'istio:restore-traffic-policy',
      'istio:rate-limit',
      'chaos-mesh:network',
      'chaos-mesh:pods',
      'litmus:run',
    ]);
    expect(
      actions.flatMap(({ id, makesFaults }) => (makesFaults ? [id] : [])),
    ).toEqual(['chaos-mesh:network', 'chaos-mesh:pods', 'litmus:run']);
    const plan = await actions[0].plan(
      {},
      {
        entity: payments,
        environment,
        requestedBy: 'user:default/ines',
        signal,
      },
    );
    expect(plan).toMatchObject({
      target: 'deployment/shop/payments',
      refusals: [],
    });
  });

  it('brings nothing without clusters', async () => {
    expect(await start({})).toEqual([]);
  });

  it('does not start with a token over plain http', async () => {
    const wrong = clusters('production');
    wrong.kubernetes.clusters[0].url = 'http://10.0.0.1';
    await expect(start({ runbooks: wrong })).rejects.toThrow(
      'runbooks.kubernetes.clusters[0].url: use https',
    );
  });
});
