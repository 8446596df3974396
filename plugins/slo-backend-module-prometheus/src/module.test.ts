import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { sloSourcesExtensionPoint } from '@ghostlight/plugin-slo-node';
import type { Source } from '@ghostlight/plugin-slo-node';
import type { JsonValue } from '@backstage/types';
import sloModulePrometheus from '.';
import { json, startServer, testSource } from './__testUtils__/servers';
import { readInstances } from './readInstances';

function instances(prometheus: JsonValue) {
  return readInstances(
    mockServices.rootConfig({ data: { slo: { prometheus } } }),
  );
}

describe('the module', () => {
  it('adds a source per entry, with golden signals unless they are off', async () => {
    const sources: Source[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          sloSourcesExtensionPoint,
          { addSource: (source: Source) => sources.push(source) },
        ],
      ],
      features: [
        sloModulePrometheus,
        mockServices.rootConfig.factory({
          data: {
            slo: {
              prometheus: [
                { name: 'default', url: 'http://prometheus:9090/' },
                {
                  name: 'eu',
                  url: 'https://eu/prometheus',
                  goldenSignals: { enabled: false },
                },
              ],
            },
          },
        }),
      ],
    });
    await backend.stop();
    expect(
      sources.map(s => [s.name, s.type, s.readSignals !== undefined]),
    ).toEqual([
      ['default', 'prometheus', true],
      ['eu', 'prometheus', false],
    ]);
  });
});

describe('the settings', () => {
  it('have defaults', () => {
    expect(
      instances([{ name: 'default', url: 'http://prometheus:9090/' }]),
    ).toEqual([
      expect.objectContaining({
        url: 'http://prometheus:9090',
        headers: {},
        timeoutMs: 30_000,
        maxResponseBytes: 67_108_864,
        concurrency: 4,
        windowSeconds: 60,
      }),
    ]);
    expect(readInstances(mockServices.rootConfig())).toEqual([]);
  });

  it.each([
    ['bearer', { type: 'bearer', token: 't' }, { Authorization: 'Bearer t' }],
    ['header', { type: 'header', name: 'X-Key', value: 'v' }, { 'X-Key': 'v' }],
  ])('take %s credentials', (_type, auth, headers) => {
    expect(
      instances([{ name: 'a', url: 'http://a', auth }])[0].headers,
    ).toEqual(headers);
  });

  it.each([
    ['another protocol', { url: 'file:///etc/passwd' }, 'must be http'],
    ['no address', { url: 'prometheus' }, 'must be http'],
    ['credentials in the address', { url: 'http://me:pass@a' }, 'use auth'],
    [
      'an unknown kind of credentials',
      { auth: { type: 'magic' } },
      'auth.type',
    ],
    ['a time-out of nothing', { timeout: { seconds: 0 } }, 'above zero'],
    ['half a request', { concurrency: 0.5 }, 'whole number'],
    [
      'a metric that is none',
      { goldenSignals: { histogram: 'a{b="c"}' } },
      'goldenSignals.histogram',
    ],
    [
      'a gauge that is none',
      { goldenSignals: { queue: 'sum(x)' } },
      'goldenSignals.queue',
    ],
  ])('refuse %s', (_name, entry, message) => {
    expect(() => instances([{ name: 'a', url: 'http://a', ...entry }])).toThrow(
      message,
    );
  });

  it('refuse a name given twice', () => {
    const entry = { name: 'a', url: 'http://a' };
    expect(() => instances([entry, entry])).toThrow('two entries are named a');
  });
});

describe('how far back a source goes', () => {
  const now = Math.floor(Date.now() / 1000);
  const lowest = (seconds: number) => ({
    status: 'success',
    data: {
      resultType: 'vector',
      result: [{ metric: {}, value: [now, String(seconds)] }],
    },
  });
  const info = (storageRetention: string) => ({
    status: 'success',
    data: { storageRetention },
  });
  const none = {
    status: 'success',
    data: { resultType: 'vector', result: [] },
  };

  it.each([
    [
      'the oldest block',
      lowest(now - 86_400),
      {},
      expect.closeTo((now - 86_400) / 60, -1),
    ],
    [
      'the retention',
      none,
      info('15d or 512MiB'),
      expect.closeTo(now / 60 - 15 * 1440, -1),
    ],
    [
      'the retention, when the store is empty',
      lowest(9e15),
      info('1d12h'),
      expect.closeTo(now / 60 - 36 * 60, -1),
    ],
    ['nothing, without a time', none, info('512MiB'), undefined],
    ['nothing, on Thanos and Mimir', none, { status: 'error' }, undefined],
  ])('is told by %s', async (_name, vector, runtime, expected) => {
    const server = await startServer(({ path }, response) =>
      path.includes('status')
        ? json(response, runtime)
        : json(response, vector),
    );
    const oldest = await testSource({ url: server.url }).oldest();
    await server.stop();
    expect(oldest).toEqual(expected);
  });

  it('is unknown when nobody answers', async () => {
    const source = testSource({ url: 'http://127.0.0.1:1' });
    expect(await source.oldest()).toBeUndefined();
  });
});

describe('golden signals', () => {
  it('cost the same number of requests for one entity as for 20,000, and survive a failing query', async () => {
    const server = await startServer(({ form }, response) =>
      form.get('query')!.includes('saturation')
        ? json(
            response,
            { status: 'error', errorType: 'execution', error: 'x' },
            422,
          )
        : json(response, {
            status: 'success',
            data: {
              resultType: 'vector',
              result: [
                { metric: { service: 'service-1' }, value: [1000, '3'] },
              ],
            },
          }),
    );
    const source = testSource({ url: server.url });
    for (const count of [2, 20_000]) {
      const before = server.asked.length;
      const entities = Array.from({ length: count }, (_, n) => ({
        entityRef: `component:default/service-${n}`,
        name: `service-${n}`,
      }));
      expect(await source.readSignals!({ entities })).toEqual([
        {
          entityRef: 'component:default/service-1',
          at: 1000,
          p50: 3,
          p95: 3,
          p99: 3,
          traffic: 3,
          errors: 1,
          cpu: 3,
          memory: 3,
          connections: 3,
          queue: 3,
          endpoints: [],
        },
      ]);
      expect(server.asked.length - before).toBe(12);
    }
    await server.stop();
  });

  it('fail as a whole when no query is answered', async () => {
    const server = await startServer((_asked, response) =>
      json(response, {}, 403),
    );
    const source = testSource({ url: server.url });
    await expect(
      source.readSignals!({
        entities: [{ entityRef: 'component:default/a', name: 'a' }],
      }),
    ).rejects.toMatchObject({ reason: 'http-4xx' });
    await server.stop();
  });
});
