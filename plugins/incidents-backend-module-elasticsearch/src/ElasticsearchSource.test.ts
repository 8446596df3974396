import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { LogQuestion } from '@ghostlight/plugin-incidents-node';
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import { ElasticsearchSource } from './ElasticsearchSource';
import { readInstances } from './readInstances';

const from = Date.UTC(2026, 10, 22, 12);
const question: LogQuestion = {
  entityRef: 'component:default/payments',
  annotations: {
    'ghostlight.dev/elasticsearch-terms':
      'service.name=payments, service.environment=prod',
  },
  from,
  to: from + 60_000,
  limit: 10,
};

const hit = (
  id: string,
  seconds: number,
  message: unknown,
  level?: string,
) => ({
  _index: 'logs-1',
  _id: id,
  _score: null,
  fields: {
    '@timestamp': [String(from + seconds * 1000)],
    message: [message],
    ...(level && { 'log.level': [level] }),
  },
  sort: [from + seconds * 1000],
});

const found = (hits: object[], more: object = {}): VendorAnswer => ({
  body: {
    took: 3,
    timed_out: false,
    _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
    hits: { max_score: null, hits },
    ...more,
  },
});

interface Search {
  size: number;
  query: { bool: { filter: Record<string, unknown>[] } };
}

describe('ElasticsearchSource', () => {
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
      incidents: {
        logs: { elasticsearch: [{ baseUrl: server.url, ...more }] },
      },
    });
    const [instance] = readInstances(config);
    const logger = mockServices.logger.mock();
    return ElasticsearchSource.create({ instance, logger, backoffMs: 1 });
  }
  const read = (
    source: ElasticsearchSource,
    asked: Partial<LogQuestion> = {},
  ) => source.read({ ...question, ...asked }, new AbortController().signal);
  const filters = (place: number) =>
    (server!.asked[place].body as Search).query.bool.filter;

  it('reads trouble first, then others, each document once and in order', async () => {
    const source = await start(
      ({ body }) =>
        (body as Search).query.bool.filter.some(each => 'terms' in each)
          ? found([hit('b', 3, 'no answer from ledger', 'ERROR')])
          : found([
              hit('a', 1, 'paid', 'info'),
              hit('b', 3, 'no answer from ledger', 'ERROR'),
              hit('c', 4, { not: 'a text' }),
              { _index: 'logs-1', _id: 'd' },
            ]),
      {
        auth: { type: 'api-key', key: 'a2V5' },
        indices: ['logs-*', 'logs-shop'],
        terms: { 'cluster.name': 'prod' },
        kibana: { url: 'https://kibana.example.com/' },
      },
    );
    const answer = await read(source);
    expect(answer.lines).toEqual([
      { at: from + 1_000, level: 'info', text: 'paid' },
      { at: from + 3_000, level: 'error', text: 'no answer from ledger' },
    ]);
    expect(answer.truncated).toBe(false);
    expect(decodeURIComponent(answer.link!)).toContain(
      'service.name: "payments"',
    );
    const [first] = server!.asked;
    expect(first).toMatchObject({
      method: 'POST',
      path: '/logs-*,logs-shop/_search',
      headers: { authorization: 'ApiKey a2V5' },
      body: { size: 5, _source: false, timeout: '8s' },
    });
    expect(first.query.get('ignore_unavailable')).toBe('true');
    expect(filters(1)).toEqual([
      {
        range: {
          '@timestamp': {
            gte: from,
            lt: from + 60_000,
            format: 'epoch_millis',
          },
        },
      },
      { term: { 'cluster.name': { value: 'prod' } } },
      { term: { 'service.name': { value: 'payments' } } },
      { term: { 'service.environment': { value: 'prod' } } },
    ]);
  });

  it('makes terms of values, whatever they say', async () => {
    const source = await start(() => found([]), { nameField: 'service.name' });
    const value = '* OR _exists_:password"}}';
    await read(source, {
      annotations: { 'ghostlight.dev/elasticsearch-terms': `app=${value}` },
    });
    expect(filters(1)[1]).toEqual({ term: { app: { value } } });
    await read(source, { annotations: {} });
    expect(filters(3)[1]).toEqual({
      term: { 'service.name': { value: 'payments' } },
    });
  });

  it.each(['', 'a', 'a*=b', '{"match_all":{}}=x', 'a b=c', 'a='])(
    'knows no logs of %j',
    async annotation => {
      const source = await start(() => found([]));
      const annotations = { 'ghostlight.dev/elasticsearch-terms': annotation };
      expect(source.knows({ ...question, annotations })).toBe(false);
      expect((await read(source, { annotations })).lines).toEqual([]);
      expect(server!.asked).toEqual([]);
    },
  );

  it.each<[string, VendorAnswer]>([
    [
      'there are more',
      found(Array.from({ length: 5 }, (_, n) => hit(`h${n}`, n, 'x'))),
    ],
    [
      'Elasticsearch gives up early',
      found([hit('a', 1, 'x')], { timed_out: true }),
    ],
  ])('says that it is not all when %s', async (_, answer) => {
    const source = await start(() => answer);
    expect((await read(source)).truncated).toBe(true);
  });

  it.each<[string, VendorAnswer, RegExp]>([
    [
      'refuses the search',
      {
        status: 400,
        body: {
          error: { type: 'parsing_exception', reason: 'unknown query' },
          status: 400,
        },
      },
      /400/,
    ],
    [
      'refuses the key',
      {
        status: 403,
        body: { error: { type: 'security_exception' }, status: 403 },
      },
      /403/,
    ],
    ['is down', { status: 503, body: '' }, /503/],
    ['answers something else', { body: { hits: [] } }, /another form/],
    ['answers no JSON', { body: '<html>' }, /JSON/],
    [
      'does not answer in time',
      { delayMs: 60_000 },
      /did not answer within 0.3 seconds/,
    ],
  ])('fails when Elasticsearch %s', async (_, answer, message) => {
    const source = await start(() => answer, {
      timeout: { milliseconds: 300 },
    });
    await expect(read(source)).rejects.toThrow(message);
  });

  it.each<[object[], string]>([
    [[{ baseUrl: 'x' }], 'incidents.logs.elasticsearch[0].baseUrl'],
    [
      [{ baseUrl: 'http://x', indices: ['a/_search?q='] }],
      'incidents.logs.elasticsearch[0].indices',
    ],
    [
      [{ baseUrl: 'http://x', indices: [] }],
      'incidents.logs.elasticsearch[0].indices',
    ],
    [
      [{ baseUrl: 'http://x', nameField: 'a b' }],
      'incidents.logs.elasticsearch[0].nameField',
    ],
    [[{ baseUrl: 'http://x', fields: { level: '*' } }], 'fields.level'],
    [
      [{ baseUrl: 'http://x', terms: { 'a b': 'c' } }],
      'incidents.logs.elasticsearch[0].terms',
    ],
    [[{ baseUrl: 'http://x', kibana: { url: 'file:///etc' } }], 'kibana.url'],
    [
      [{ baseUrl: 'http://x' }, { baseUrl: 'http://y' }],
      'two entries are named',
    ],
  ])('refuses the configuration %j', (elasticsearch, message) => {
    const config = new ConfigReader({
      incidents: { logs: { elasticsearch } },
    } as never);
    expect(() => readInstances(config)).toThrow(message);
  });
});
