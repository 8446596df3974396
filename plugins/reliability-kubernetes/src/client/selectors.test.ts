import { everything, KubernetesApi } from '@ghostlight/theatre';
import { KubeClient } from './KubeClient';
import { labelSelectorOf, selectorTakes } from './selectors';
import type { KubeObject, LabelSelector } from './types';

const path = '/api/v1/namespaces/shop/configmaps';

describe('a label selector', () => {
  let api: KubernetesApi;
  let client: KubeClient;

  beforeAll(async () => {
    api = await KubernetesApi.start({
      tokens: { admin: { user: 'admin', rules: everything } },
    });
    client = KubeClient.create({
      cluster: {
        name: 'prod',
        environment: 'production',
        url: api.url,
        token: 'admin',
        skipTLSVerify: true,
      },
    });
    api.seed(
      [{ app: 'a' }, { app: 'b' }, { app: 'a', tier: '1' }, {}].map(
        (labels, index) => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: `c${index}`, namespace: 'shop', labels },
        }),
      ),
    );
  });

  afterAll(() => api.stop());

  const expression = (operator: string, ...values: string[]) => ({
    matchExpressions: [{ key: 'app', operator, values }],
  });

  it.each<[string, LabelSelector, string[]]>([
    ['nothing', {}, ['c0', 'c1', 'c2', 'c3']],
    ['labels', { matchLabels: { app: 'a' } }, ['c0', 'c2']],
    ['several labels', { matchLabels: { app: 'a', tier: '1' } }, ['c2']],
    ['In', expression('In', 'b', 'c'), ['c1']],
    ['NotIn', expression('NotIn', 'b'), ['c0', 'c2', 'c3']],
    ['Exists', expression('Exists'), ['c0', 'c1', 'c2']],
    ['DoesNotExist', expression('DoesNotExist'), ['c3']],
  ])(
    'of %s takes here what it takes at the server',
    async (_name, selector, names) => {
      const labelSelector = labelSelectorOf(selector);
      const [all, taken] = await Promise.all([
        client.list<KubeObject>(path),
        client.list<KubeObject>(path, { query: { labelSelector } }),
      ]);
      expect(taken.items.map(({ metadata }) => metadata.name)).toEqual(names);
      expect(
        all.items
          .filter(({ metadata }) => selectorTakes(selector, metadata.labels))
          .map(({ metadata }) => metadata.name),
      ).toEqual(names);
    },
  );
});
