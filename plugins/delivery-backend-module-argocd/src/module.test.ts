import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import deliveryModuleArgoCd from '.';
import { readInstances } from './readInstances';

async function installed(data: object): Promise<string[]> {
  const added: string[] = [];
  const add = (kind: string) => (item: { id: string }) => {
    added.push(`${kind} ${item.id}`);
  };
  const plugin = createBackendPlugin({
    pluginId: 'delivery',
    register(env) {
      env.registerExtensionPoint(deliveryExtensionPoint, {
        addAdapter: add('adapter'),
        addSource: add('source'),
        addDriver: add('driver'),
        addMetricSource: add('metrics'),
        addGateChecker: add('check'),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      deliveryModuleArgoCd,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  return added;
}

const main = { name: 'main', url: 'https://argocd.example', token: 's3cret' };
const withInstances = (...instances: object[]) => ({
  delivery: { argocd: { instances } },
});

describe('the module of Argo CD', () => {
  it('does nothing without configuration', async () => {
    expect(await installed({})).toEqual([]);
  });

  it('adds a source and a driver', async () => {
    expect(await installed(withInstances(main))).toEqual([
      'source argocd',
      'driver argocd',
    ]);
  });

  it.each<[string, object[], string]>([
    ['two of one name', [main, main], 'main is there twice'],
    ['plain http', [{ ...main, url: 'http://argocd.example' }], 'use https'],
    ['no address', [{ ...main, url: 'argocd' }], 'not an address'],
    ['a name with a slash', [{ ...main, name: 'a/b' }], 'letters, digits'],
    [
      'credentials in the address',
      [{ ...main, url: 'https://a:b@argocd.example' }],
      'no credentials',
    ],
    ['no token', [{ ...main, token: undefined }], 'token'],
    ['a long timeout', [{ ...main, timeout: '2 h' }], 'timeout'],
  ])('refuses %s', (_name, instances, message) => {
    const config = mockServices.rootConfig({
      data: withInstances(...instances),
    });
    expect(() => readInstances(config)).toThrow(message);
  });
});
