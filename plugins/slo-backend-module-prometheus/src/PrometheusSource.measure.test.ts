import type { JsonObject } from '@backstage/types';
import type { SourceIndicator } from '@ghostlight/plugin-slo-node';
import { end, minute, range, ratio, raw } from './__testUtils__/readings';
import {
  havePrometheus,
  json,
  matrix,
  startPrometheus,
  startServer,
  testSource,
  type TestServer,
} from './__testUtils__/servers';

const threshold: SourceIndicator = {
  kind: 'threshold',
  source: 'default',
  metric: {
    query:
      'histogram_quantile(0.95, sum by (le) (rate(latency_bucket[5m] offset 1m)))',
  },
  operator: 'lt',
  threshold: 0.5,
};

describe('what is asked of the series with certain labels', () => {
  let server: TestServer;
  afterEach(() => server?.stop());

  async function asked(
    indicator: SourceIndicator,
    labels: Record<string, string>,
    settings: JsonObject = {},
  ) {
    server = await startServer((_asked, response) =>
      json(response, matrix([{ metric: {}, values: [[end, '1']] }])),
    );
    const source = testSource({ url: server.url, ...settings });
    const answer = await source.measure({ indicator, labels, ...range });
    const queries = server.asked.map(({ form }) => form.get('query'));
    return { answer, queries: queries.sort() };
  }

  it.each([
    [
      ratio('a'),
      [
        'sum(increase(http_requests_total{code!~"5..",service="a",track="canary"}[1m]))',
        'sum(increase(http_requests_total{service="a",track="canary"}[1m]))',
      ],
    ],
    [raw, ['errors:ratio{track="canary"}']],
    [
      threshold,
      [
        'histogram_quantile(0.95, sum by (le) (rate(latency_bucket{track="canary"}[5m] offset 1m)))',
      ],
    ],
  ])('has them in each of its queries', async (indicator, queries) => {
    const found = await asked(indicator, { track: 'canary' });
    expect(found.queries).toEqual(queries);
    expect(found.answer).toMatchObject({ samples: [{ minute }] });
  });

  it('calls them as they are called there', async () => {
    const { queries } = await asked(
      raw,
      { track: 'canary', 'app.kubernetes.io/version': '1.2' },
      { versionLabels: { track: 'deployment_track' } },
    );
    expect(queries).toEqual([
      'errors:ratio{app_kubernetes_io_version="1.2",deployment_track="canary"}',
    ]);
  });

  it.each([
    [raw, { '1st': 'x' }, /is no name of a label/],
    [raw, { __name__: 'x' }, /is no name of a label/],
    [raw, { track: '' }, /cannot be that of a label/],
    [raw, { track: 'a\0b' }, /cannot be that of a label/],
    // What is not bounded as it is written is not asked because a label bounds it.
    [
      { ...raw, raw: { query: 'sum({})' } },
      { track: 'canary' },
      /Nothing bounds/,
    ],
    [{ ...raw, raw: { query: 'sum(' } }, { track: 'canary' }, /./],
  ] as [SourceIndicator, Record<string, string>, RegExp][])(
    'is refused where it cannot be',
    async (indicator, labels, message) => {
      const { answer, queries } = await asked(indicator, labels);
      expect(answer).toEqual({
        failure: {
          reason: 'bad-query',
          message: expect.stringMatching(message),
        },
      });
      expect(queries).toEqual([]);
    },
  );
});

it('asks for the minutes that end at any moment', async () => {
  const from = (minute + 1) * 60 + 17;
  const server = await startServer((_asked, response) =>
    json(
      response,
      matrix([
        {
          metric: {},
          values: [
            [from / 60, '0.25'],
            [from / 60 + 1, '0.5'],
          ],
        },
      ]),
    ),
  );
  const source = testSource({ url: server.url });
  const answer = await source.readLatest({
    indicator: raw,
    end: from + 60,
    minutes: 2,
  });
  expect(answer).toEqual({
    samples: [
      { minute, good: 0.75, total: 1 },
      { minute: minute + 1, good: 0.5, total: 1 },
    ],
  });
  expect(
    server.asked.map(({ form }) => [form.get('start'), form.get('end')]),
  ).toEqual([[String(from), String(from + 60)]]);
  await server.stop();
});

const hostile = [
  '"} or vector(1) #',
  '\\',
  'a\nb',
  '.*',
  '{{.window}}',
  'größe|`x`',
];

/** Without the real programs there is nothing to compare with. */
const describeReal = havePrometheus() ? describe : describe.skip;

describeReal('versions told apart by a real Prometheus', () => {
  const first = Math.floor(Date.now() / 60_000) - 3 * 60;
  const minutes = 20;
  const span = { from: first + 5, to: first + 15 };
  let server: Awaited<ReturnType<typeof startPrometheus>>;

  /** Every 15 s; a version's n-th label value gets n + 1 requests, of which the canary loses a fifth. */
  function fleet(): string[] {
    const series = (labels: Record<string, string>, step: number) => {
      const text = Object.entries(labels)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(',');
      return Array.from(
        { length: minutes * 4 + 1 },
        (_, n) => `requests_total{${text}} ${n * step} ${first * 60 + n * 15}`,
      );
    };
    return [
      ...series({ track: 'stable', code: '200' }, 90),
      ...series({ track: 'canary', code: '200' }, 8),
      ...series({ track: 'canary', code: '500' }, 2),
      ...hostile.flatMap((version, n) =>
        series({ version, code: '200' }, n + 1),
      ),
    ];
  }
  beforeAll(async () => {
    server = await startPrometheus(fleet().join('\n'));
  });
  afterAll(() => server?.stop());

  const counted = async (
    labels: Record<string, string>,
    [good, total]: [string, string],
  ) => {
    const answer = await testSource({ url: server.url }).measure({
      indicator: {
        kind: 'ratio',
        source: 'default',
        counter: true,
        good: { query: good },
        total: { query: total },
      },
      labels,
      ...span,
    });
    if (!('samples' in answer)) throw new Error(answer.failure.message);
    return answer.samples.reduce(
      (sums, sample) => [sums[0] + sample.good, sums[1] + sample.total],
      [0, 0],
    );
  };
  const plain: [string, string] = [
    'sum(requests_total{code!~"5.."})',
    'sum(requests_total)',
  ];

  it.each([
    ['the new version', { track: 'canary' }, plain, [320, 400]],
    ['the old one', { track: 'stable' }, plain, [3600, 3600]],
    ['none', { track: 'other' }, plain, [0, 0]],
    ['both labels', { track: 'canary', code: '500' }, plain, [0, 80]],
    [
      'a difference',
      { track: 'canary' },
      [
        'sum(requests_total) - sum(requests_total{code=~"5.."})',
        'sum(requests_total)',
      ],
      [320, 400],
    ],
    [
      'what is another track already',
      { track: 'canary' },
      [
        'sum(requests_total{track="stable",code!~"5.."})',
        'sum(requests_total{track="stable"})',
      ],
      [0, 0],
    ],
    [
      'what is either track',
      { track: 'canary' },
      [
        'sum(rate(requests_total{track=~"stable|canary",code="200"}[5m]))',
        'sum by () (requests_total{track!=""})',
      ],
      [320, 400],
    ],
  ] as [string, Record<string, string>, [string, string], [number, number]][])(
    'counts %s',
    async (_what, labels, queries, [good, total]) => {
      const [foundGood, foundTotal] = await counted(labels, queries);
      expect(foundGood).toBeCloseTo(good, 3);
      expect(foundTotal).toBeCloseTo(total, 3);
    },
  );

  it.each(hostile.map((version, n) => [version, n + 1]))(
    'counts only the version %j',
    async (version, step) => {
      const [, total] = await counted({ version: String(version) }, plain);
      expect(total).toBeCloseTo(Number(step) * 40, 3);
    },
  );
});
