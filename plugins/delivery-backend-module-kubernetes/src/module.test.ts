import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  deliveryExtensionPoint,
  type ChangeSource,
  type DeliveryExtensionPoint,
  type Driver,
} from '@ghostlight/plugin-delivery-node';
import { everything, KubernetesApi } from '@ghostlight/theatre';
import deliveryModuleKubernetes from '.';
import { deploymentOf, payments } from './__testUtils__/shop';

const { signal } = new AbortController();

describe('the module', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await KubernetesApi.start({
      tokens: { good: { user: 'ghostlight', rules: everything } },
    });
    api.seed([deploymentOf('1.0.0')]);
  });

  afterAll(() => api.stop());

  async function start(data: JsonObject) {
    const drivers: Driver[] = [];
    const sources: ChangeSource[] = [];
    const point: Partial<DeliveryExtensionPoint> = {
      addDriver: driver => drivers.push(driver),
      addSource: source => sources.push(source),
    };
    const backend = await startTestBackend({
      extensionPoints: [[deliveryExtensionPoint, point]],
      features: [
        deliveryModuleKubernetes,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    await backend.stop();
    return { drivers, sources };
  }

  const clusters = (...entries: JsonObject[]) => ({
    delivery: { kubernetes: { clusters: entries } },
  });
  const prod = () => ({
    name: 'prod',
    environment: 'production',
    url: api.url,
    token: 'good',
  });
  const located = () => ({
    kubernetes: {
      clusterLocatorMethods: [
        { type: 'catalog' },
        {
          type: 'config',
          clusters: [
            {
              name: 'prod',
              url: api.url,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'good',
            },
            { name: 'other', url: api.url, authProvider: 'google' },
          ],
        },
      ],
    },
  });

  it.each<[string, () => JsonObject, string]>([
    ['its own', () => clusters(prod()), 'production'],
    ['those of the Kubernetes plugin', located, 'prod'],
    [
      'named ones of the Kubernetes plugin',
      () => ({
        ...located(),
        ...clusters({ name: 'prod', environment: 'live' }),
      }),
      'live',
    ],
  ])('acts on clusters: %s', async (_name, config, environment) => {
    const { drivers, sources } = await start(config());
    expect(sources.map(({ id }) => id)).toEqual(['kubernetes']);
    expect(drivers.map(({ id }) => id)).toEqual([
      'kubernetes',
      'argo-rollouts',
    ]);
    expect(await drivers[0].targets(payments, signal)).toMatchObject([
      { ref: 'prod/shop/deployments/payments', environment },
    ]);
  });

  it('brings nothing without clusters', async () => {
    expect(await start({})).toEqual({ drivers: [], sources: [] });
  });

  it('passes over a cluster that is away as long as another answers', async () => {
    const away = { ...prod(), name: 'away', url: 'http://127.0.0.1:64999' };
    const both = await start(clusters(away, prod()));
    expect(await both.drivers[0].targets(payments, signal)).toHaveLength(1);
    const { drivers } = await start(clusters(away));
    await expect(drivers[0].targets(payments, signal)).rejects.toThrow(
      'The cluster away cannot be reached: ECONNREFUSED',
    );
  });

  it('keeps to the namespaces that it is given', async () => {
    const { drivers } = await start(
      clusters({ ...prod(), namespaces: ['bank'] }),
    );
    expect(await drivers[0].targets(payments, signal)).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['a token over plain http', { url: 'http://10.0.0.1' }, 'use https'],
    ['no credentials', { token: undefined }, 'write a token or a tokenFile'],
    ['no address', { url: undefined }, 'write the address'],
    [
      'a name that is no part of an address',
      { name: 'a/b' },
      'letters, digits',
    ],
  ])('does not start with %s', async (_name, wrong, message) => {
    await expect(start(clusters({ ...prod(), ...wrong }))).rejects.toThrow(
      message,
    );
  });

  it('does not start with two clusters of one name', async () => {
    await expect(start(clusters(prod(), prod()))).rejects.toThrow(
      'prod is there twice',
    );
  });
});
