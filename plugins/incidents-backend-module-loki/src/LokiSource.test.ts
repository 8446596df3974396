import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { LogQuestion } from '@ghostlight/plugin-incidents-node';
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import { LokiSource } from './LokiSource';
import { readInstances } from './readInstances';

const from = Date.UTC(2026, 10, 22, 12);
const question: LogQuestion = {
  entityRef: 'component:default/payments',
  annotations: { 'ghostlight.dev/loki-labels': 'namespace=shop, app=payments' },
  from,
  to: from + 60_000,
  limit: 10,
};

const streams = (
  ...result: { stream: object; values: unknown[][] }[]
): VendorAnswer => ({
  body: { status: 'success', data: { resultType: 'streams', result } },
});

const at = (seconds: number) => `${from / 1000 + seconds}000000000`;

describe('LokiSource', () => {
  let server: VendorServer | undefined;

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  async function start(
    answer: (request: VendorRequest) => VendorAnswer,
    more: object = {},
  ) {
    server = await startVendorServer(answer);
    const config = new ConfigReader({
      incidents: { logs: { loki: [{ baseUrl: server.url, ...more }] } },
    });
    const [instance] = readInstances(config);
    const logger = mockServices.logger.mock();
    return LokiSource.create({ instance, logger, backoffMs: 1 });
  }
  const read = (source: LokiSource, asked: Partial<LogQuestion> = {}) =>
    source.read({ ...question, ...asked }, new AbortController().signal);
  const queries = () => server!.asked.map(each => each.query.get('query'));

  it('reads trouble first, then others, each line once and in order', async () => {
    const source = await start(
      ({ query }) =>
        query.get('query')!.includes('|~')
          ? streams({
              stream: { app: 'payments', detected_level: 'ERROR' },
              values: [[at(3), 'no answer from ledger', { traceId: 'a1' }]],
            })
          : streams(
              {
                stream: { app: 'payments', level: 'info' },
                values: [
                  [at(1), 'paid'],
                  [at(5), 'x'.repeat(9_000)],
                ],
              },
              {
                stream: { app: 'payments', detected_level: 'ERROR' },
                values: [[at(3), 'no answer from ledger']],
              },
            ),
      {
        tenant: 'shop',
        auth: { type: 'basic', username: 'portal', password: 'pw' },
        labels: { cluster: 'prod' },
        grafana: { url: 'https://grafana.example.com/', datasource: 'uid' },
      },
    );
    const answer = await read(source);
    expect(answer.lines).toEqual([
      { at: from + 1_000, level: 'info', text: 'paid' },
      { at: from + 3_000, level: 'error', text: 'no answer from ledger' },
      { at: from + 5_000, level: 'info', text: 'x'.repeat(4_000) },
    ]);
    expect(answer.truncated).toBe(false);
    expect(answer.link).toMatch(/^https:\/\/grafana\.example\.com\/explore\?/);
    expect(decodeURIComponent(answer.link!)).toContain('payments');
    const [first] = server!.asked;
    expect(first).toMatchObject({
      method: 'GET',
      path: '/loki/api/v1/query_range',
    });
    expect(Object.fromEntries(first.query)).toMatchObject({
      start: `${from}000000`,
      end: `${from + 60_000}000000`,
      limit: '5',
      direction: 'forward',
    });
    expect(first.headers).toMatchObject({
      'x-scope-orgid': 'shop',
      authorization: `Basic ${Buffer.from('portal:pw').toString('base64')}`,
    });
    expect(queries()[1]).toBe(
      '{cluster="prod",namespace="shop",app="payments"}',
    );
  });

  it.each([
    ['app=a"} | line_format "x', '{app="a\\"} | line_format \\"x"}'],
    ['app=a\\', '{app="a\\\\"}'],
    ['app=a`b{}|=~', '{app="a`b{}|=~"}'],
    ['app=a\u0000\nb', '{app="ab"}'],
    ['cluster=other,app=a', '{cluster="prod",app="a"}'],
  ])('writes %j as a value and nothing more', async (annotation, query) => {
    const source = await start(() => streams(), {
      ...(annotation.startsWith('cluster') && { labels: { cluster: 'prod' } }),
    });
    const annotations = { 'ghostlight.dev/loki-labels': annotation };
    await read(source, { annotations });
    expect(queries()[1]).toBe(query);
  });

  it.each([
    '',
    'app',
    'a b=c',
    '{app="x"}',
    'app=',
    `app=${'x'.repeat(400)}`,
    '1a=b',
  ])('knows no logs of %j', async annotation => {
    const source = await start(() => streams());
    const annotations = { 'ghostlight.dev/loki-labels': annotation };
    expect(source.knows({ ...question, annotations })).toBe(false);
    expect(await read(source, { annotations })).toEqual({
      lines: [],
      truncated: false,
    });
    expect(server!.asked).toEqual([]);
  });

  it('knows a component by its name where that is configured', async () => {
    const source = await start(() => streams(), { nameLabel: 'service_name' });
    await read(source, { annotations: {} });
    expect(queries()[1]).toBe('{service_name="payments"}');
    expect(
      source.knows({
        ...question,
        annotations: {},
        entityRef: 'api:default/x',
      }),
    ).toBe(false);
  });

  it('says when there are more lines than were asked for', async () => {
    const many = Array.from({ length: 40 }, (_, n) => [at(n), `line ${n}`]);
    const source = await start(() => streams({ stream: {}, values: many }));
    const answer = await read(source);
    expect(answer.lines).toHaveLength(5);
    expect(answer.truncated).toBe(true);
  });

  it.each<[string, VendorAnswer, RegExp]>([
    [
      'refuses the query',
      { status: 400, body: 'parse error at line 1' },
      /Loki answered.*400/,
    ],
    ['knows no tenant', { status: 401, body: 'no org id' }, /401/],
    ['is down', { status: 503, body: '' }, /503/],
    [
      'answers something else',
      {
        body: { status: 'success', data: { resultType: 'matrix', result: [] } },
      },
      /another form/,
    ],
    ['answers no JSON', { body: '<html>' }, /JSON/],
    ['breaks off', { lose: true }, /cannot be reached/],
    [
      'does not answer in time',
      { delayMs: 60_000 },
      /did not answer within 0.3 seconds/,
    ],
  ])('fails when Loki %s', async (_, answer, message) => {
    const source = await start(() => answer, {
      timeout: { milliseconds: 300 },
    });
    await expect(read(source)).rejects.toThrow(message);
  });

  it('is called off', async () => {
    const source = await start(() => ({ delayMs: 60_000 }));
    const stop = new AbortController();
    const reading = source.read(question, stop.signal);
    stop.abort();
    await expect(reading).rejects.toThrow();
  });

  it.each<[object[], string]>([
    [[{ baseUrl: 'ftp://x' }], 'incidents.logs.loki[0].baseUrl'],
    [[{ baseUrl: 'http://u:p@x' }], 'may have no credentials'],
    [
      [{ baseUrl: 'http://x', auth: { type: 'magic' } }],
      'incidents.logs.loki[0].auth.type',
    ],
    [
      [{ baseUrl: 'http://x', nameLabel: 'a-b' }],
      'incidents.logs.loki[0].nameLabel',
    ],
    [
      [{ baseUrl: 'http://x', labels: { 'a-b': 'c' } }],
      'incidents.logs.loki[0].labels.a-b',
    ],
    [[{ baseUrl: 'http://x', tenant: 'a\nb' }], 'X-Scope-OrgID'],
    [
      [
        {
          baseUrl: 'http://x',
          grafana: { url: 'file:///etc', datasource: 'y' },
        },
      ],
      'grafana.url',
    ],
    [
      [{ baseUrl: 'http://x' }, { baseUrl: 'http://y' }],
      'two entries are named loki',
    ],
  ])('refuses the configuration %j', (loki, message) => {
    const config = new ConfigReader({ incidents: { logs: { loki } } } as never);
    expect(() => readInstances(config)).toThrow(message);
  });
});
