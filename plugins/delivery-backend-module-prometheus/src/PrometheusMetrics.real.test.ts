import type { MetricName } from '@ghostlight/plugin-delivery-common';
import {
  havePrometheus,
  startPrometheus,
} from './__testUtils__/startPrometheus';
import { component, testMetrics } from './__testUtils__/testMetrics';

/** Without the real programs there is nothing that could judge the queries. */
const describeReal = havePrometheus() ? describe : describe.skip;

/** Some hours ago, on a minute. */
const start = Math.floor(Date.now() / 60_000) * 60 - 4 * 3_600;
const scrapes = 121;
const nasty = 'pay"\\ments{}';

function series(
  name: string,
  labels: Record<string, string>,
  value: (scrape: number) => number,
): string[] {
  const text = Object.entries(labels)
    .map(([label, one]) => `${label}=${JSON.stringify(one)}`)
    .join(',');
  return Array.from(
    { length: scrapes },
    (_, n) => `${name}{${text}} ${value(n)} ${start + n * 15}`,
  );
}

/** Each 15 s the old version answers 90 requests and the new one 10; one of 10 of the new one fails. */
function fleet(): string[] {
  const pods = { namespace: 'shop', pod: 'payments-5d9-x1', container: 'app' };
  const limits = { namespace: 'shop', pod: 'payments-5d9-x1' };
  const buckets = (track: string, fast: number, all: number) =>
    ['0.1', '1', '+Inf'].flatMap((le, n) =>
      series(
        'http_request_duration_seconds_bucket',
        { service: 'payments', track, le },
        scrape => scrape * (n ? all : fast),
      ),
    );
  return [
    ...['payments', nasty].flatMap(service => [
      ...series(
        'http_requests_total',
        { service, track: 'stable', code: '200' },
        n => n * 90,
      ),
      ...series(
        'http_requests_total',
        { service, track: 'canary', code: '200' },
        n => n * 9,
      ),
      ...series(
        'http_requests_total',
        { service, track: 'canary', code: '500' },
        n => n,
      ),
    ]),
    ...buckets('stable', 90, 90),
    ...buckets('canary', 5, 10),
    ...series('container_cpu_usage_seconds_total', pods, n => n * 15 * 0.4),
    ...series('container_memory_working_set_bytes', pods, () => 3e8),
    ...series(
      'kube_pod_container_resource_limits',
      { ...limits, resource: 'cpu' },
      () => 0.5,
    ),
    ...series(
      'kube_pod_container_resource_limits',
      { ...limits, resource: 'memory' },
      () => 4e8,
    ),
    ...series('llm_quality_score', { service: 'payments' }, () => 0.91),
  ];
}

describeReal('PrometheusMetrics with a real Prometheus', () => {
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  beforeAll(async () => {
    prometheus = await startPrometheus(fleet().join('\n'));
  });
  afterAll(() => prometheus?.stop());

  const from = (start + 600) * 1000;
  const to = (start + 1_200) * 1000;
  const ask = {
    entity: component('payments', {
      'backstage.io/kubernetes-namespace': 'shop',
    }),
    environment: 'production',
    from,
    to,
    signal: new AbortController().signal,
  };

  it.each([
    ['error_rate', {}, 0.01],
    ['error_rate', { track: 'canary' }, 0.1],
    ['error_rate', { track: 'stable' }, 0],
    ['latency_p95', { track: 'stable' }, 0.095],
    ['latency_p95', { track: 'canary' }, 0.91],
    ['throughput', { track: 'canary' }, 10 / 15],
    ['cpu', {}, 0.8],
    ['memory', {}, 0.75],
    ['llm_quality_score', {}, 0.91],
  ] as [MetricName, Record<string, string>, number][])(
    'reads %s of %j',
    async (metric, selector, expected) => {
      const metrics = testMetrics({ url: prometheus.url });
      const values = await metrics.values({
        ...ask,
        metric,
        selector,
        stepMs: 60_000,
      });
      expect(values?.map(({ at }) => at)).toEqual(
        Array.from({ length: 11 }, (_, n) => from + n * 60_000),
      );
      for (const { value } of values!) expect(value).toBeCloseTo(expected, 2);
    },
  );

  it.each(['payments', nasty])('counts the requests of %s', async name => {
    const metrics = testMetrics({ url: prometheus.url });
    const counted = await metrics.counts({
      ...ask,
      metric: 'error_rate',
      selector: { track: 'canary' },
      entity: component(name),
    });
    expect(counted?.bad).toBeCloseTo(40, 0);
    expect(counted?.total).toBeCloseTo(400, 0);
  });

  it('knows nothing of what is not there, and says so', async () => {
    const metrics = testMetrics({ url: prometheus.url });
    const none = { ...ask, entity: component('unheard-of') };
    expect(
      await metrics.values({ ...none, metric: 'cpu', stepMs: 60_000 }),
    ).toEqual([]);
    expect(await metrics.counts({ ...none, metric: 'error_rate' })).toEqual({
      bad: 0,
      total: 0,
    });
  });

  it('says which query Prometheus cannot read', async () => {
    const metrics = testMetrics({
      url: prometheus.url,
      queries: { cpu: 'sum({{selector}})' },
    });
    await expect(
      metrics.values({ ...ask, metric: 'cpu', stepMs: 60_000 }),
    ).rejects.toThrow('check queries.cpu of delivery.prometheus');
  });
});
