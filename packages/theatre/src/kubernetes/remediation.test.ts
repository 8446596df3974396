import { everything, KubernetesApi } from '.';

describe('what remediation needs of the loopback Kubernetes API', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await KubernetesApi.start({
      tokens: { admin: { user: 'admin', rules: everything } },
      absent: ['chaos-mesh.org'],
    });
  });

  afterAll(() => api.stop());

  async function ask(method: string, path: string, body?: object) {
    const response = await fetch(`${api.url}${path}`, {
      method,
      headers: {
        authorization: 'Bearer admin',
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  it('has nodes, which are in no namespace', async () => {
    api.seed([{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } }]);
    const path = '/api/v1/nodes/one';
    expect((await ask('GET', '/api/v1/namespaces/shop/nodes/one')).status).toBe(
      404,
    );
    await ask('PATCH', path, { spec: { unschedulable: true } });
    const { text } = await ask('GET', path);
    const { spec, metadata } = JSON.parse(text);
    expect(spec).toEqual({ unschedulable: true });
    expect(metadata.managedFields).toContainEqual(
      expect.objectContaining({
        fieldsV1: { 'f:spec': { 'f:unschedulable': {} } },
      }),
    );
  });

  it('takes the status of what no controller drives as it is given', () => {
    const conditions = [{ type: 'Failed', status: 'True' }];
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'broken', namespace: 'shop' },
      spec: {},
      status: { conditions },
    };
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'payments', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'a' } },
        template: {
          metadata: { labels: { app: 'a' } },
          spec: { containers: [{ name: 'app', image: 'a:1' }] },
        },
      },
      status: { conditions },
    };
    const [seeded, driven] = api.seed([job, deployment]);
    expect(seeded.status).toEqual({ conditions });
    expect(driven.status).toEqual({});
  });

  it.each<[object, string]>([
    [
      { minReplicas: 5, maxReplicas: 2 },
      'spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`',
    ],
    [
      { minReplicas: 0, maxReplicas: 2 },
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    ],
    [
      { maxReplicas: 0 },
      'spec.maxReplicas: Invalid value: 0: must be greater than 0',
    ],
  ])('refuses an autoscaler with %j', async (limits, message) => {
    api.seed([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'limits' } },
    ]);
    const { status, text } = await ask(
      'POST',
      '/apis/autoscaling/v2/namespaces/limits/horizontalpodautoscalers',
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'hpa' },
        spec: { scaleTargetRef: { kind: 'Deployment', name: 'x' }, ...limits },
      },
    );
    expect(status).toBe(422);
    expect(JSON.parse(text).message).toContain(message);
  });

  it('never heard of groups that are not installed', async () => {
    for (const path of ['', '/namespaces/shop/podchaos'])
      expect(await ask('GET', `/apis/chaos-mesh.org/v1alpha1${path}`)).toEqual({
        status: 404,
        text: '404 page not found\n',
      });
    const { text } = await ask('GET', '/apis');
    const groups: { name: string; versions: { version: string }[] }[] =
      JSON.parse(text).groups;
    expect(groups.map(({ name }) => name)).not.toContain('chaos-mesh.org');
    expect(
      groups.find(({ name }) => name === 'networking.istio.io')?.versions,
    ).toMatchObject([{ version: 'v1' }, { version: 'v1alpha3' }]);
  });
});
