import { everything, KubernetesApi, type Fault } from '.';
import { deployment, through, until } from './__testUtils__/deployment';
import type { JsonObject, KubeObject } from './objects';

const deployments = '/apis/apps/v1/namespaces/shop/deployments';
const merge = 'application/merge-patch+json';
const json = 'application/json-patch+json';

describe('the loopback Kubernetes API', () => {
  let api: KubernetesApi;

  beforeEach(async () => {
    api = await KubernetesApi.start({
      tokens: {
        admin: { user: 'admin', rules: everything },
        reader: {
          user: 'reader',
          rules: [
            {
              verbs: ['get', 'list', 'watch'],
              resources: ['deployments'],
              namespaces: ['shop'],
            },
          ],
        },
      },
      podStartMs: 2,
      lookMs: 15,
      bookmarkMs: 30,
    });
  });

  afterEach(() => api.stop());

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    { token = 'admin', type = 'application/json' } = {},
  ) {
    const response = await fetch(`${api.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as KubeObject & {
      reason?: string;
      message?: string;
      items?: KubeObject[];
      details?: JsonObject;
    };
    return { status: response.status, ...answer, code: response.status };
  }

  const patch = (body: unknown, type = merge, more = '') =>
    ask('PATCH', `${deployments}/payments${more}`, body, { type });
  const now = () => api.object('Deployment', 'shop', 'payments')!;
  const rolledOut = () => through(api);
  describe('its answers', () => {
    beforeEach(async () => {
      api.seed([deployment('1')]);
      await rolledOut();
    });

    it.each<
      [
        string,
        () => Promise<{ code: number; message?: string }>,
        number,
        string,
      ]
    >([
      [
        'what is not there',
        () => ask('GET', `${deployments}/ledger`),
        404,
        'deployments.apps "ledger" not found',
      ],
      [
        'a resource that it does not have',
        () => ask('GET', '/apis/batch/v1/namespaces/shop/cronjobs'),
        404,
        'the server could not find the requested resource',
      ],
      [
        'what is there already',
        () => ask('POST', deployments, deployment('1')),
        409,
        'deployments.apps "payments" already exists',
      ],
      [
        'an old resourceVersion',
        () => patch({ metadata: { resourceVersion: '3' } }),
        409,
        'Operation cannot be fulfilled on deployments.apps "payments": the object has been modified; please apply your changes to the latest version and try again',
      ],
      [
        'another uid',
        () => patch({ metadata: { uid: 'x' } }),
        409,
        'Precondition failed: UID in precondition: x',
      ],
      [
        'a test that fails',
        () => patch([{ op: 'test', path: '/spec/replicas', value: 9 }], json),
        422,
        'the server rejected our request due to an error in our request',
      ],
      [
        'another selector',
        () => patch({ spec: { selector: { matchLabels: { app: 'x' } } } }),
        422,
        'Deployment.apps "payments" is invalid: [spec.template.metadata.labels: Invalid value',
      ],
      [
        'a negative number of pods',
        () => patch({ spec: { replicas: -1 } }),
        422,
        'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
      ],
      [
        'a bound of nothing',
        () =>
          patch({
            spec: {
              strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } },
            },
          }),
        422,
        'may not be 0 when `maxSurge` is 0',
      ],
      [
        'another form of patch',
        () => patch({}, 'text/plain'),
        415,
        'the body of the request was in an unknown format',
      ],
      [
        'somebody who may not',
        () => ask('DELETE', `${deployments}/payments`, {}, { token: 'reader' }),
        403,
        'deployments.apps "payments" is forbidden: User "reader" cannot delete resource "deployments" in API group "apps" in the namespace "shop"',
      ],
      [
        'somebody who may only in one namespace',
        () =>
          ask('GET', '/apis/apps/v1/deployments', undefined, {
            token: 'reader',
          }),
        403,
        'at the cluster scope',
      ],
      [
        'nobody known',
        () => ask('GET', deployments, undefined, { token: 'x' }),
        401,
        'Unauthorized',
      ],
    ])('refuse %s', async (_name, asked, code, message) => {
      const before = now();
      const answer = await asked();
      expect(answer).toMatchObject({
        kind: 'Status',
        code,
        message: expect.stringContaining(message),
      });
      expect(now()).toEqual(before);
    });

    it('merge by the names of containers and variables', async () => {
      await patch(
        {
          spec: {
            template: {
              spec: {
                containers: [{ name: 'app', env: [{ name: 'B', value: '2' }] }],
              },
            },
          },
        },
        'application/strategic-merge-patch+json',
      );
      const { containers } = (now().spec!.template as JsonObject)
        .spec as JsonObject;
      expect(containers).toMatchObject([
        {
          name: 'app',
          image: 'shop/payments:1',
          env: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' },
          ],
        },
        { name: 'proxy' },
      ]);
    });

    it('keep a dry run to themselves, and status apart', async () => {
      const before = now();
      const dry = await patch({ spec: { replicas: 9 } }, merge, '?dryRun=All');
      expect(dry).toMatchObject({ code: 200, spec: { replicas: 9 } });
      await patch({ status: { replicas: 99 } });
      expect(now()).toEqual(before);
      const scaled = await patch({ spec: { replicas: 2 } }, merge, '/scale');
      expect(scaled).toMatchObject({ kind: 'Scale', spec: { replicas: 2 } });
      await until(() => now().status!.replicas === 2);
    });

    it('say who changed what, and count what changes the spec', async () => {
      await patch({ spec: { replicas: 5 } }, merge, '?fieldManager=me');
      expect(now().metadata).toMatchObject({
        generation: 2,
        managedFields: expect.arrayContaining([
          expect.objectContaining({
            manager: 'me',
            fieldsV1: { 'f:spec': { 'f:replicas': {} } },
          }),
        ]),
      });
    });

    it('list in pages and by selectors', async () => {
      api.seed(
        ['a', 'b', 'c'].map(name => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name,
            namespace: 'shop',
            labels: { track: name === 'a' ? 'stable' : 'canary' },
          },
        })),
      );
      const path = '/api/v1/namespaces/shop/configmaps';
      const named = async (query: string) =>
        (await ask('GET', `${path}?${query}`)).items!.map(
          ({ metadata }) => metadata.name,
        );
      expect(await named('labelSelector=track%3Dcanary')).toEqual(['b', 'c']);
      expect(await named('labelSelector=track%20in%20(stable),!other')).toEqual(
        ['a'],
      );
      expect(await named('fieldSelector=metadata.name%21%3Da')).toEqual([
        'b',
        'c',
      ]);
      const first = await ask('GET', `${path}?limit=2`);
      const token = (first.metadata as unknown as JsonObject).continue;
      expect(first.items).toHaveLength(2);
      expect(await named(`limit=2&continue=${token}`)).toEqual(['c']);
      await patch({ spec: { replicas: 5 } });
      api.faults.expireWatches();
      expect(
        await ask('GET', `${path}?limit=2&continue=${token}`),
      ).toMatchObject({ code: 410, reason: 'Expired' });
    });

    it('review access', async () => {
      const review = async (token: string, verb: string) => {
        const answer = await ask(
          'POST',
          '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
          {
            spec: {
              resourceAttributes: {
                verb,
                group: 'apps',
                resource: 'deployments',
                namespace: 'shop',
              },
            },
          },
          { token },
        );
        return answer.status;
      };
      expect(await review('reader', 'get')).toMatchObject({ allowed: true });
      expect(await review('reader', 'patch')).toMatchObject({ allowed: false });
    });
  });

  it('tells watchers what happens, with bookmarks, from where they were', async () => {
    api.seed([deployment('1')]);
    await rolledOut();
    const list = await ask('GET', `${deployments}?labelSelector=tier%3D1`);
    const version = list.metadata.resourceVersion;
    const watch = async (from: string | undefined, enough: RegExp) => {
      const stop = new AbortController();
      const response = await fetch(
        `${api.url}${deployments}?watch=1&allowWatchBookmarks=true&labelSelector=tier%3D1&resourceVersion=${from}`,
        { headers: { authorization: 'Bearer admin' }, signal: stop.signal },
      );
      let text = '';
      for await (const chunk of response.body!) {
        text += Buffer.from(chunk).toString();
        if (enough.test(text)) break;
      }
      stop.abort();
      return text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
    };
    const [bookmark] = await watch(version, /BOOKMARK/);
    expect(bookmark.object).toMatchObject({ kind: 'Deployment' });
    await patch({ metadata: { annotations: { a: '1' } } });
    await patch({ metadata: { labels: { tier: null } } });
    const seen = await watch(version, /DELETED/);
    expect(seen.map(({ type }) => type)).toEqual(['MODIFIED', 'DELETED']);
    expect(Number(seen[1].object.metadata.resourceVersion)).toBeGreaterThan(
      Number(seen[0].object.metadata.resourceVersion),
    );
    api.faults.expireWatches();
    const [expired] = await watch(version, /ERROR/);
    expect(expired).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
  });

  it.each<[Fault['then'], boolean]>([
    ['cut', false],
    ['lose', true],
    ['lie', false],
    ['conflict', false],
    [503, false],
  ])('has bad days: %s', async (then, applied) => {
    api.seed([deployment('1')]);
    await rolledOut();
    api.faults.add({ when: { verb: 'patch' }, then, times: 1 });
    await patch({ metadata: { annotations: { a: '1' } } }).catch(() => {});
    expect(now().metadata.annotations?.a === '1').toBe(applied);
    await patch({ metadata: { annotations: { a: '2' } } });
    expect(now().metadata.annotations?.a).toBe('2');
  });
});
