import { mockServices } from '@backstage/backend-test-utils';
import type { LogQuestion } from '@ghostlight/plugin-incidents-node';
import { everything, KubernetesApi } from '@ghostlight/theatre';
import { PodLogSource } from './PodLogSource';
import { readConfig } from './readConfig';

const from = Date.UTC(2026, 10, 22, 12);
const question: LogQuestion = {
  entityRef: 'component:default/payments',
  annotations: {
    'backstage.io/kubernetes-label-selector': 'app=payments',
    'backstage.io/kubernetes-namespace': 'shop',
  },
  from,
  to: from + 60_000,
  limit: 100,
};

const pod = (
  name: string,
  options: { restarts?: number; ready?: boolean } = {},
) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', labels: { app: 'payments' } },
  spec: {
    containers: [
      { name: 'app', image: 'payments:1' },
      { name: 'istio-proxy', image: 'proxy:1' },
    ],
  },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'app',
        ready: options.ready ?? true,
        restartCount: options.restarts ?? 0,
        ...(options.restarts && {
          lastState: {
            terminated: {
              exitCode: 137,
              finishedAt: new Date(from + 2_000).toISOString(),
            },
          },
        }),
      },
    ],
  },
});

describe('PodLogSource', () => {
  let api: KubernetesApi;

  beforeEach(async () => {
    api = await KubernetesApi.start({
      controllers: false,
      tokens: {
        reader: {
          user: 'system:serviceaccount:portal:reader',
          rules: [
            { verbs: ['list'], resources: ['pods'] },
            { verbs: ['get'], resources: ['pods/log'] },
          ],
        },
        admin: { user: 'admin', rules: everything },
        nobody: { user: 'nobody', rules: [] },
      },
    });
  });

  afterEach(() => api.stop());

  function source(more: object = {}, token = 'reader') {
    const kubernetes = {
      clusters: [
        { name: 'prod', environment: 'production', url: api.url, token },
      ],
      ...more,
    };
    const config = mockServices.rootConfig({
      data: { incidents: { logs: { kubernetes } } },
    });
    const logger = mockServices.logger.mock();
    return PodLogSource.create({ ...readConfig(config)!, logger });
  }
  const read = (from_: PodLogSource, asked: Partial<LogQuestion> = {}) =>
    from_.read({ ...question, ...asked }, new AbortController().signal);
  const write = (
    name: string,
    lines: [number, string][],
    options: { previous?: boolean; container?: string } = {},
  ) =>
    api.writeLog(
      { namespace: 'shop', name, container: options.container ?? 'app' },
      lines.map(([seconds, text]) => ({ at: from + seconds * 1000, text })),
      options,
    );

  it('reads what the pods wrote in the span, also before they were started again', async () => {
    api.seed([pod('payments-a'), pod('payments-b', { restarts: 2 })]);
    api.seed([
      {
        ...pod('other'),
        metadata: {
          name: 'other',
          namespace: 'shop',
          labels: { app: 'other' },
        },
      },
    ]);
    write('payments-a', [
      [-5, 'too early'],
      [1, 'level=info paid'],
      [90, 'too late'],
    ]);
    write('payments-a', [[1, 'sidecar']], { container: 'istio-proxy' });
    write('payments-b', [
      [4, 'E1122 12:00:04.1 1 main.go:7] no answer from ledger'],
    ]);
    write('payments-b', [[2, 'panic: out of connections']], { previous: true });
    write('other', [[1, 'not ours']]);
    const answer = await read(source());
    expect(answer).toEqual({
      truncated: false,
      lines: [
        { at: from + 1_000, level: 'info', text: 'level=info paid' },
        { at: from + 2_000, level: 'panic', text: 'panic: out of connections' },
        {
          at: from + 4_000,
          level: 'error',
          text: 'E1122 12:00:04.1 1 main.go:7] no answer from ledger',
        },
      ],
    });
  });

  it('reads so many pods and so much of each, those in trouble first', async () => {
    api.seed([pod('payments-a'), pod('payments-b', { ready: false })]);
    write('payments-a', [[1, 'well']]);
    write(
      'payments-b',
      Array.from({ length: 100 }, (_, n) => [
        n / 10,
        `line ${n} ${'x'.repeat(50)}`,
      ]),
    );
    const { lines, truncated } = await read(source({ pods: 1, bytes: 1_024 }));
    expect(truncated).toBe(true);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.every(({ text }) => /^line \d+ x{50}$/.test(text))).toBe(true);
  });

  it('keeps those that tell of trouble when there are too many lines', async () => {
    api.seed([pod('payments-a')]);
    write('payments-a', [
      ...Array.from({ length: 50 }, (_, n): [number, string] => [
        n / 10,
        `INFO ${n}`,
      ]),
      [30, 'ERROR it broke'],
    ]);
    const { lines, truncated } = await read(source(), { limit: 10 });
    expect(truncated).toBe(true);
    expect(lines).toHaveLength(10);
    expect(lines[9]).toMatchObject({ level: 'error', text: 'ERROR it broke' });
  });

  it.each([
    [{}],
    [{ 'backstage.io/kubernetes-label-selector': 'app=a&limit=1' }],
    [{ 'backstage.io/kubernetes-label-selector': 'app=a\n' }],
    [{ 'backstage.io/kubernetes-id': 'a/../b?x=1' }],
    [
      {
        'backstage.io/kubernetes-id': 'a',
        'backstage.io/kubernetes-namespace': '../secrets',
      },
    ],
  ])('knows no logs of %j', async annotations => {
    const asked = source();
    expect(asked.knows({ ...question, annotations })).toBe(false);
    expect((await read(asked, { annotations })).lines).toEqual([]);
    expect(api.requests).toEqual([]);
  });

  it('asks no cluster of another environment, and none that is not named', async () => {
    api.seed([pod('payments-a')]);
    write('payments-a', [[1, 'paid']]);
    expect((await read(source(), { environment: 'staging' })).lines).toEqual(
      [],
    );
    const annotations = {
      ...question.annotations,
      'backstage.io/kubernetes-cluster': 'other',
    };
    expect((await read(source(), { annotations })).lines).toEqual([]);
  });

  it.each<[string, () => void, RegExp, string]>([
    ['the token may not', () => {}, /forbidden/i, 'nobody'],
    ['the token is none', () => {}, /Unauthorized/, 'x'],
    ['the server fails', () => api.faults.add({ then: 500 }), /500/, 'reader'],
    [
      'the connection breaks',
      () => api.faults.add({ then: 'cut' }),
      /cannot be reached/,
      'reader',
    ],
    [
      'it takes too long',
      () => api.faults.add({ delayMs: 5_000 }),
      /did not answer within/,
      'reader',
    ],
  ])('fails when %s', async (_, arrange, message, token) => {
    api.seed([pod('payments-a')]);
    arrange();
    const asked = source({ timeout: { milliseconds: 1_500 } }, token);
    await expect(read(asked)).rejects.toThrow(message);
  });

  it('passes over a pod that goes meanwhile', async () => {
    api.seed([pod('payments-a'), pod('payments-b')]);
    write('payments-a', [[1, 'paid']]);
    api.faults.add({ when: { verb: 'get', name: 'payments-b' }, then: 404 });
    expect((await read(source())).lines).toMatchObject([{ text: 'paid' }]);
  });

  it('answers as a kubelet does', async () => {
    api.seed([pod('payments-a')]);
    write('payments-a', [
      [1, 'one'],
      [2, 'two'],
    ]);
    const ask = async (path: string) => {
      const response = await fetch(
        `${api.url}/api/v1/namespaces/shop/pods/${path}`,
        { headers: { authorization: 'Bearer admin' } },
      );
      return [response.status, await response.text()];
    };
    expect(await ask('payments-a/log?container=app&tailLines=1')).toEqual([
      200,
      'two\n',
    ]);
    expect(await ask('payments-a/log?container=app&limitBytes=5')).toEqual([
      200,
      'one\nt',
    ]);
    const [, stamped] = await ask(
      'payments-a/log?container=app&timestamps=true',
    );
    expect(stamped).toContain('2026-11-22T12:00:01.000000000Z one\n');
    for (const [path, status, message] of [
      ['payments-a/log', 400, 'choose one of: [app istio-proxy]'],
      [
        'payments-a/log?container=x',
        400,
        'container x is not valid for pod payments-a',
      ],
      [
        'payments-a/log?container=app&previous=true',
        400,
        'previous terminated container',
      ],
      [
        'payments-a/log?container=app&sinceSeconds=1&sinceTime=2026-11-22T12:00:00Z',
        400,
        'at most one',
      ],
      ['gone/log', 404, 'pods \\"gone\\" not found'],
    ] as const) {
      const [code, text] = await ask(path);
      expect([code, text]).toEqual([status, expect.stringContaining(message)]);
    }
  });

  it.each<[object, string]>([
    [{ pods: 0 }, 'incidents.logs.kubernetes.pods'],
    [{ bytes: 1.5 }, 'incidents.logs.kubernetes.bytes'],
    [{ timeout: { milliseconds: 1 } }, 'incidents.logs.kubernetes.timeout'],
    [
      { clusters: [{ name: 'p q', environment: 'x', url: 'https://x' }] },
      'clusters[0].name',
    ],
  ])('refuses the configuration %j', (more, message) => {
    expect(() => source(more)).toThrow(message);
  });

  it('reads nothing without its section', () => {
    expect(readConfig(mockServices.rootConfig({ data: {} }))).toBeUndefined();
  });
});
