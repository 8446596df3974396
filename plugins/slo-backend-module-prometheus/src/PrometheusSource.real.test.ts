import fc from 'fast-check';
import { parseQuery, printQuery } from '@ghostlight/plugin-slo-common';
import type {
  SourceIndicator,
  SourceReading,
} from '@ghostlight/plugin-slo-node';
import {
  havePrometheus,
  startPrometheus,
  testSource,
} from './__testUtils__/servers';

/** Without the real programs there is nothing to compare with. */
const describeReal = havePrometheus() ? describe : describe.skip;

const services = ['a', 'b', 'c.d|e', 'f"\\g', 'quiet'];
const routes = ['/', '/x', '/.*'];
/** A day and a half ago, on a minute. */
const firstMinute = Math.floor(Date.now() / 60_000) - 36 * 60;
const minutes = 30;
const range = { from: firstMinute + 2, to: firstMinute + minutes };

type Series = { name: string; labels: Record<string, string> };

function lines(
  { name, labels }: Series,
  [from, count]: [number, number],
  value: (scrape: number) => number,
): string[] {
  const text = Object.entries(labels)
    .map(([label, v]) => `${label}=${JSON.stringify(v)}`)
    .join(',');
  return Array.from(
    { length: count },
    (_, scrape) => `${name}{${text}} ${value(scrape)} ${from + scrape * 15}`,
  );
}

/** Counters scraped each 15 seconds. Service `b` restarts in the middle; `quiet` has no errors, ever. */
function requests(): string[] {
  const span: [number, number] = [firstMinute * 60, minutes * 4 + 1];
  return services.flatMap((service, index) =>
    ['200', '500'].flatMap(code => {
      if (service === 'quiet' && code === '500') return [];
      const step = (index + 1) * (code === '200' ? 9 : 1);
      return lines(
        { name: 'http_requests_total', labels: { service, code } },
        span,
        scrape => {
          const restarted = service === 'b' && scrape > minutes * 2;
          return (restarted ? scrape - minutes * 2 : scrape + 100) * step;
        },
      );
    }),
  );
}

/** Whole numbers over services, routes and codes, some combinations missing. */
function gauges(): string[] {
  const span: [number, number] = [firstMinute * 60, minutes * 4 + 1];
  let seed = 7;
  const next = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  return ['x', 'y'].flatMap(name =>
    services.flatMap(service =>
      routes.flatMap(route =>
        ['200', '404', '500'].flatMap(code => {
          const value = next(50);
          const labels = { service, route, code };
          return next(4)
            ? lines({ name, labels }, span, s => value + (s % 7))
            : [];
        }),
      ),
    ),
  );
}

/** Ten minutes up to the present, for what is asked of the present. */
function signals(): string[] {
  const start = Math.floor(Date.now() / 1000) - 600;
  const labels = (route: string) => ({ service: 'a', route, code: '200' });
  const name = 'http_request_duration_seconds';
  return routes
    .flatMap((route, index) => {
      const step = (index + 1) * 15;
      return [
        ...['0.1', '1', '+Inf'].flatMap((le, bucket) =>
          lines(
            { name: `${name}_bucket`, labels: { ...labels(route), le } },
            [start, 80],
            s => s * (bucket ? step : step * 0.9),
          ),
        ),
        ...lines(
          { name: `${name}_count`, labels: labels(route) },
          [start, 80],
          s => s * step,
        ),
        ...lines(
          { name: `${name}_count`, labels: { ...labels(route), code: '500' } },
          [start, 80],
          s => s * step,
        ),
      ];
    })
    .concat(
      ...[
        { name: 'service_saturation_ratio', value: 0.4 },
        { name: 'service_cpu_usage_ratio', pod: 'a-1', value: 0.2 },
        { name: 'service_cpu_usage_ratio', pod: 'a-2', value: 0.9 },
        { name: 'service_connections_usage_ratio', value: NaN },
        { name: 'work_queue_length', value: 7 },
      ].map(({ name: gauge, pod, value }) =>
        lines(
          { name: gauge, labels: { service: 'a', ...(pod && { pod }) } },
          [start, 80],
          () => value,
        ),
      ),
      lines(
        { name: 'service_memory_usage_ratio', labels: { service: 'b' } },
        [start, 80],
        () => 0.6,
      ),
    );
}

function availability(service: string): SourceIndicator {
  const text = JSON.stringify(service);
  return {
    kind: 'ratio',
    source: 'default',
    counter: true,
    good: {
      query: `sum(rate(http_requests_total{service=${text},code!~"5.."}[5m]))`,
    },
    total: { query: `sum(http_requests_total{service=${text}})` },
  };
}

describeReal('PrometheusSource with a real Prometheus', () => {
  let server: Awaited<ReturnType<typeof startPrometheus>>;
  beforeAll(async () => {
    server = await startPrometheus(
      [...requests(), ...gauges(), ...signals()].join('\n'),
    );
  });
  afterAll(() => server?.stop());

  it('reads exact counts of merged objectives, across a counter reset', async () => {
    const readings = await testSource({ url: server.url }).read({
      items: services.map(key => ({ key, indicator: availability(key) })),
      ...range,
    });
    expect(readings).toHaveLength(services.length);
    readings.forEach((reading, index) => {
      if (!('samples' in reading)) throw new Error(JSON.stringify(reading));
      const total = (index + 1) * (services[index] === 'quiet' ? 36 : 40);
      const good = (index + 1) * 36;
      expect(reading.samples.map(s => s.minute)).toEqual(
        Array.from({ length: minutes - 2 }, (_, i) => range.from + i),
      );
      for (const sample of reading.samples) {
        expect(sample.total).toBeCloseTo(total, 3);
        expect(sample.good).toBeCloseTo(good, 3);
      }
    });
  });

  it('answers alike whether queries are merged or not', async () => {
    const selector = fc
      .tuple(
        fc.constantFrom('x', 'y'),
        fc.constantFrom('', ',code!="404"', ',code=~"2..|5.."', ',code="200"'),
      )
      .map(([name, more]) => `${name}{$labels${more}}`);
    const query = fc.letrec<{ vector: string; value: string }>(tie => ({
      vector: fc.oneof(
        { maxDepth: 3 },
        selector,
        fc
          .tuple(
            fc.constantFrom(
              'sum',
              'max by (service)',
              'min without (service, code)',
              'count',
              'avg by (code)',
              'quantile',
              'topk by (route)',
              'sum by (route, code)',
            ),
            tie('vector'),
          )
          .map(
            ([op, of]) =>
              `${op}(${/quantile|topk/.test(op) ? '0.5, ' : ''}${of})`,
          ),
        fc
          .tuple(
            fc.constantFrom('abs', 'floor', '-', 'clamp_max'),
            tie('vector'),
          )
          .map(([op, of]) => `${op}(${of}${op === 'clamp_max' ? ', 30' : ''})`),
        selector.map(of => `max_over_time(${of}[2m])`),
      ),
      value: fc.oneof(
        { maxDepth: 2 },
        tie('vector').map(of => `sum(${of})`),
        tie('vector').map(of => `sum(${of}) or vector(3)`),
        tie('vector'),
        fc
          .tuple(
            tie('value'),
            fc.constantFrom(
              '+',
              '/ on ()',
              '- ignoring (route)',
              'and',
              'or on (service)',
              'unless',
              '> bool',
              '*',
            ),
            tie('value'),
          )
          .map(([a, op, b]) => `(${a}) ${op} (${b})`),
        tie('value').map(of => `(${of}) > 20`),
      ),
    })).value;
    const labels = fc.constantFrom(
      (s: string, r: string) =>
        `service=${JSON.stringify(s)},route=${JSON.stringify(r)}`,
      (s: string) => `service=${JSON.stringify(s)}`,
    );
    const minute = { from: firstMinute + 9, to: firstMinute + 11 };
    const rounded = (readings: SourceReading[]) =>
      JSON.parse(JSON.stringify(readings), (_key, value) =>
        typeof value === 'number' ? Number(value.toPrecision(9)) : value,
      );
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(query, labels, async (text, of) => {
        const items = services.flatMap(service =>
          routes.map(route => ({
            key: `${service} ${route}`,
            indicator: {
              kind: 'ratio' as const,
              source: 'default',
              counter: false,
              bad: { query: 'vector(0)' },
              total: { query: text.replaceAll('$labels', of(service, route)) },
            },
          })),
        );
        const merged = await testSource({ url: server.url }).read({
          items,
          ...minute,
        });
        const source = testSource({ url: server.url, concurrency: 15 });
        const single = await Promise.all(
          items.map(item => source.read({ items: [item], ...minute })),
        );
        expect(rounded(merged)).toEqual(rounded(single.flat()));
        answered += merged.filter(
          r => 'samples' in r && r.samples.length,
        ).length;
      }),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(100);
  });

  it('reads operators as Prometheus does', async () => {
    const operator = fc.constantFrom(
      '+',
      '-',
      '*',
      '/',
      '^',
      '%',
      'atan2',
      '== bool',
      '<= bool',
    );
    const expression = fc.letrec<{ node: string }>(tie => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          '1',
          '2',
          '-3',
          '.5',
          '010',
          '0x1F',
          '1e1',
          'Inf',
          'vector(2)',
        ),
        tie('node').map(node => `(${node})`),
        fc
          .tuple(fc.constantFrom('-', '+'), tie('node'))
          .map(([sign, node]) => `${sign}${node}`),
        fc
          .tuple(tie('node'), operator, tie('node'))
          .map(parts => parts.join(' ')),
      ),
    })).node;
    const evaluate = async (query: string) => {
      const body = new URLSearchParams({ query, time: '1000' });
      const response = await fetch(`${server.url}/api/v1/query`, {
        method: 'POST',
        body,
      });
      return (await response.json()).data?.result;
    };
    await fc.assert(
      fc.asyncProperty(expression, async text => {
        const expected = await evaluate(text);
        expect(await evaluate(printQuery(parseQuery(text)))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('says how far back data may go', async () => {
    const oldest = await testSource({ url: server.url }).oldest();
    const tenYears = 10 * 365 * 24 * 60;
    expect(oldest).toBeGreaterThan(Date.now() / 60_000 - tenYears - 5);
    expect(oldest).toBeLessThanOrEqual(Date.now() / 60_000 - tenYears + 5);
  });

  it('reads the golden signals, per endpoint busiest first, and the resources that there are', async () => {
    const source = testSource({
      url: server.url,
      goldenSignals: { endpoints: 2, queue: 'work_queue_length' },
    });
    const readings = await source.readSignals!({
      entities: [
        { entityRef: 'component:default/a', name: 'a' },
        { entityRef: 'component:other/a', name: 'a' },
        { entityRef: 'component:default/b', name: 'b' },
        { entityRef: 'component:default/unknown', name: 'unknown' },
      ],
    });
    expect(readings).toMatchObject([
      {
        entityRef: 'component:default/a',
        p50: expect.closeTo(0.0556, 3),
        p95: expect.closeTo(0.55, 2),
        p99: expect.closeTo(0.91, 2),
        traffic: expect.closeTo(12, 1),
        errors: expect.closeTo(0.5, 2),
        saturation: 0.4,
        // Of the busiest pod.
        cpu: 0.9,
        queue: 7,
        endpoints: [
          {
            endpoint: '/.*',
            traffic: expect.closeTo(6, 1),
            p99: expect.closeTo(0.91, 2),
          },
          { endpoint: '/x', traffic: expect.closeTo(4, 1) },
        ],
      },
      { entityRef: 'component:other/a', saturation: 0.4 },
      { entityRef: 'component:default/b', memory: 0.6, endpoints: [] },
    ]);
    for (const left of ['memory', 'connections'])
      expect(readings[0]).not.toHaveProperty(left);
  });
});
