import {
  startVendorServer,
  type VendorAnswer,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import { component, testMetrics } from './__testUtils__/testMetrics';

const to = 1_763_726_400_000;
const question = {
  entity: component('payments'),
  environment: 'production',
  metric: 'latency_p95' as const,
  from: to - 120_000,
  to,
  stepMs: 60_000,
  signal: new AbortController().signal,
};

let server: VendorServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

function matrix(...series: [number, string][][]): VendorAnswer {
  return {
    body: {
      status: 'success',
      data: {
        resultType: 'matrix',
        result: series.map(values => ({ metric: {}, values })),
      },
    },
  };
}

function vector(value?: string): VendorAnswer {
  const result =
    value === undefined ? [] : [{ metric: {}, value: [to / 1000, value] }];
  return {
    body: { status: 'success', data: { resultType: 'vector', result } },
  };
}

async function metricsOf(
  answer: Parameters<typeof startVendorServer>[0],
  settings: Parameters<typeof testMetrics>[0] | object = {},
) {
  server = await startVendorServer(answer);
  return testMetrics({ url: server.url, ...settings });
}

describe('what is asked', () => {
  it('is of the entity by its name, over the span and step of the question', async () => {
    const metrics = await metricsOf(() => matrix());
    await metrics.values(question);
    const [{ path, query }] = server!.asked;
    expect(path).toBe('/api/v1/query_range');
    expect(Object.fromEntries(query)).toEqual({
      query:
        'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{ service="payments" }[60s])))',
      start: '1763726280',
      end: '1763726400',
      step: '60',
    });
  });

  it('tells versions by their labels, quoted whatever they hold', async () => {
    const metrics = await metricsOf(() => vector('1'), {
      environmentLabel: 'env',
      versionLabels: { track: 'rollout_track' },
    });
    await metrics.counts({
      ...question,
      selector: {
        track: 'canary',
        'app.kubernetes.io/version': '2"} or vector(1) #',
      },
    });
    expect(server!.asked.map(({ query }) => query.get('query')).sort()).toEqual(
      ['', ',code=~"5.."'].map(
        errors =>
          `sum(increase(http_requests_total{ service="payments",env="production",rollout_track="canary",app_kubernetes_io_version="2\\"} or vector(1) #"${errors} }[120s]))`,
      ),
    );
  });

  it('is what the annotation says, read and written anew', async () => {
    const metrics = await metricsOf(() => matrix());
    await metrics.values({
      ...question,
      metric: 'throughput',
      entity: component('payments', {
        'ghostlight.dev/metrics-selector': `{app='pay', job!="test"}`,
      }),
    });
    expect(server!.asked[0].query.get('query')).toBe(
      'sum(rate(http_requests_total{ app="pay",job!="test" }[60s]))',
    );
  });

  it.each([
    ['a query', 'a="b"} or vector(1) #', 'not conditions on labels'],
    ['everything', 'a=~".*"', 'must name at least one label'],
  ])('is refused when the annotation is %s', async (_what, text, message) => {
    const metrics = await metricsOf(() => matrix());
    const entity = component('payments', {
      'ghostlight.dev/metrics-selector': text,
    });
    await expect(metrics.values({ ...question, entity })).rejects.toThrow(
      message,
    );
    expect(server!.asked).toEqual([]);
  });

  it('is of containers by namespace and name, which may tell versions or not', async () => {
    const cpu = {
      ...question,
      metric: 'cpu' as const,
      entity: component('payments', {
        'backstage.io/kubernetes-id': 'pay.ments',
        'backstage.io/kubernetes-namespace': 'shop',
      }),
      selector: { track: 'canary' },
    };
    const blind = await metricsOf(() => matrix());
    expect(await blind.values(cpu)).toBeUndefined();
    const seeing = testMetrics({
      url: server!.url,
      workloadLabels: ['track'],
    });
    expect(await seeing.values(cpu)).toEqual([]);
    expect(server!.asked[0].query.get('query')).toContain(
      'container_cpu_usage_seconds_total{ namespace="shop",pod=~"pay\\\\.ments-.*",track="canary",container!=""',
    );
  });

  it('carries tenant and credentials', async () => {
    const metrics = await metricsOf(() => matrix(), {
      tenant: 'team-a',
      auth: { type: 'bearer', token: 'secret' },
      headers: { 'X-More': 'yes' },
    });
    await metrics.values(question);
    expect(server!.asked[0].headers).toMatchObject({
      'x-scope-orgid': 'team-a',
      authorization: 'Bearer secret',
      'x-more': 'yes',
    });
  });

  it.each([
    ['another environment', { environments: ['staging'] }],
    ['what is switched off', { queries: { latency_p95: false } }],
  ])('is nothing for %s', async (_what, settings) => {
    const metrics = await metricsOf(() => matrix(), settings);
    expect(await metrics.values(question)).toBeUndefined();
    expect(server!.asked).toEqual([]);
  });

  it('is nothing for a span of no time', async () => {
    const metrics = await metricsOf(() => matrix());
    expect(await metrics.counts({ ...question, from: to })).toEqual({
      bad: 0,
      total: 0,
    });
    expect(await metrics.values({ ...question, from: to + 1 })).toEqual([]);
    expect(server!.asked).toEqual([]);
  });
});

describe('what is answered', () => {
  it('has gaps where Prometheus has no number', async () => {
    const metrics = await metricsOf(() =>
      matrix([
        [to / 1000 - 120, '0.25'],
        [to / 1000 - 60, 'NaN'],
        [to / 1000, '+Inf'],
      ]),
    );
    expect(await metrics.values(question)).toEqual([
      { at: to - 120_000, value: 0.25 },
    ]);
  });

  it('has no failures where there is no series of them', async () => {
    const metrics = await metricsOf(({ query }) =>
      query.get('query')!.includes('5..') ? vector() : vector('120.5'),
    );
    expect(await metrics.counts(question)).toEqual({ bad: 0, total: 120.5 });
  });

  it.each([
    ['no JSON', { body: '<html>' }, 'no JSON'],
    ['something else', { body: { status: 'success' } }, 'another form'],
    [
      'a login page',
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      'redirects are not followed',
    ],
    ['bad credentials', { status: 403 }, 'refuses the credentials'],
    ['a bad query', { status: 400 }, 'check queries.latency_p95'],
    [
      'several series',
      matrix([[1, '1']], [[1, '2']]),
      'answers with several series',
    ],
    ['more than may be', { body: 'x'.repeat(5_000) }, 'more than 1,024 bytes'],
  ] as [string, VendorAnswer, string][])(
    'fails in words when it is %s',
    async (_what, answer, message) => {
      const metrics = await metricsOf(() => answer, {
        maxResponseBytes: 1_024,
      });
      await expect(metrics.values(question)).rejects.toThrow(message);
    },
  );

  it('is not waited for longer than told', async () => {
    const metrics = await metricsOf(() => ({ ...matrix(), delayMs: 5_000 }));
    const stop = AbortSignal.timeout(50);
    await expect(metrics.values({ ...question, signal: stop })).rejects.toThrow(
      'was not waited for',
    );
  });
});
