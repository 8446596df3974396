import { mockServices } from '@backstage/backend-test-utils';
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from './testUtils/startVendorServer';
import { VendorClient, type VendorClientOptions } from '.';

const logger = mockServices.logger.mock();
const ok: VendorAnswer = { body: { fine: true } };
let server: VendorServer;
/** How often the client tried: a request that is given up may not have come that far. */
let tries: number;

async function serve(
  answer: (request: VendorRequest, count: number) => VendorAnswer,
  options: Partial<VendorClientOptions> = {},
) {
  let count = 0;
  tries = 0;
  server = await startVendorServer(request => answer(request, count++));
  return VendorClient.create({
    vendor: 'Vendor',
    baseUrl: server.url,
    headers: async () => {
      tries++;
      return { Authorization: 'Token s3cret' };
    },
    logger,
    timeoutMs: 60_000,
    backoffMs: 1,
    ...options,
  });
}

afterEach(async () => {
  await server.stop();
});

describe('a vendor is asked', () => {
  it('with the credentials, the query and nothing else', async () => {
    const client = await serve(() => ok);
    const query = [
      ['ids[]', 'a b'],
      ['ids[]', 'c&d'],
    ] as const;
    expect(await client.get('/things', { query })).toEqual({ fine: true });
    expect(server.asked).toMatchObject([
      { path: '/things', headers: { authorization: 'Token s3cret' } },
    ]);
    expect(server.asked[0].query.getAll('ids[]')).toEqual(['a b', 'c&d']);
  });

  it.each<[string, VendorAnswer]>([
    ['an error of its own', { status: 503 }],
    [
      'a rate limit that is soon over',
      { status: 429, headers: { 'retry-after': '0' } },
    ],
    ['PagerDuty’s', { status: 429, headers: { 'ratelimit-reset': '0' } }],
    [
      'one with a date',
      {
        status: 429,
        headers: { 'retry-after': 'Sat, 01 Jan 2000 00:00:00 GMT' },
      },
    ],
  ])('again after %s', async (_name, failure) => {
    const client = await serve((_request, count) => (count < 2 ? failure : ok));
    expect(await client.get('/')).toEqual({ fine: true });
    expect(server.asked).toHaveLength(3);
  });

  it.each<[string, VendorAnswer, number, string, string]>([
    [
      'no token',
      { status: 401 },
      1,
      'unauthorized',
      'check that the configured token',
    ],
    ['no right', { status: 403 }, 1, 'unauthorized', 'status 403'],
    [
      'nothing there',
      { status: 404 },
      1,
      'not-found',
      'Vendor answered /x with status 404',
    ],
    ['a bad request', { status: 422 }, 1, 'http-4xx', 'status 422'],
    ['errors for good', { status: 500 }, 3, 'http-5xx', 'status 500'],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://169.254.169.254/' } },
      1,
      'bad-answer',
      'redirects are not followed',
    ],
    ['a page', { body: '<html>' }, 1, 'bad-answer', 'no JSON'],
    [
      'too much',
      { body: 'x'.repeat(2000) },
      1,
      'bad-answer',
      'more than 1,000 bytes',
    ],
    [
      'nothing for long',
      { delayMs: 60_000, body: {} },
      3,
      'timeout',
      'within 0.1 seconds',
    ],
    [
      'a rate limit that lasts',
      { status: 429, headers: { 'retry-after': '3600' } },
      1,
      'rate-limited',
      'seconds more',
    ],
  ])('and fails with %s', async (_name, answer, requests, reason, message) => {
    const client = await serve(() => answer, {
      maxResponseBytes: 1000,
      ...(answer.delayMs && { timeoutMs: 100 }),
    });
    await expect(client.get('/x')).rejects.toMatchObject({
      name: 'VendorError',
      reason,
      message: expect.stringContaining(message),
    });
    expect(tries).toBe(requests);
    expect(answer.delayMs ? requests : server.asked.length).toBe(requests);
  });

  it('and left alone after five failures in a row, which says nothing of the secret or the host', async () => {
    const client = await serve(() => ok);
    await server.stop();
    const failures = [];
    for (let i = 0; i < 4; i++)
      failures.push(await client.get('/').catch(error => error));
    expect(failures.map(({ reason }) => reason)).toEqual([
      'unreachable',
      'circuit-open',
      'circuit-open',
      'circuit-open',
    ]);
    expect(String(failures[0])).toBe(
      'VendorError: Vendor cannot be reached: ECONNREFUSED',
    );
    server = await startVendorServer(() => ok);
  });

  it('no longer than the caller waits', async () => {
    const waiting = new AbortController();
    const client = await serve(() => {
      waiting.abort();
      return { delayMs: 60_000, body: {} };
    });
    await expect(
      client.get('/', { signal: waiting.signal }),
    ).rejects.toMatchObject({ reason: 'timeout' });
    expect(server.asked).toHaveLength(1);
  });
});

describe('a vendor is told to change something', () => {
  it('once, with the body as JSON, and the whole reply is had', async () => {
    const client = await serve(() => ({
      status: 201,
      headers: { location: '/things/1' },
      body: { id: 1 },
    }));
    const reply = await client.change('POST', '/things', {
      body: { name: 'a' },
      headers: { 'X-Reason': 'because' },
    });
    expect(reply).toMatchObject({ status: 201, body: { id: 1 } });
    expect(reply.headers.get('location')).toBe('/things/1');
    expect(server.asked).toMatchObject([
      {
        method: 'POST',
        body: { name: 'a' },
        headers: {
          authorization: 'Token s3cret',
          'content-type': 'application/json',
          'x-reason': 'because',
        },
      },
    ]);
  });

  it('with credentials that are asked for each time', async () => {
    let turn = 0;
    const client = await serve(() => ({ status: 204, body: '' }), {
      headers: async () => ({ Authorization: `Token ${turn++}` }),
    });
    expect(await client.change('DELETE', '/x')).toMatchObject({ status: 204 });
    await client.change('DELETE', '/x');
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Token 0',
      'Token 1',
    ]);
  });

  it.each<[string, VendorAnswer, object]>([
    ['an error', { status: 500 }, { reason: 'http-5xx', refused: false }],
    [
      'a lost answer',
      { lose: true },
      { reason: 'unreachable', refused: false },
    ],
    [
      'no answer in time',
      { delayMs: 60_000 },
      { reason: 'timeout', refused: false },
    ],
    [
      'a conflict',
      { status: 409, body: { message: 'Changed\nmeanwhile' } },
      {
        reason: 'http-4xx',
        status: 409,
        refused: true,
        message: 'Vendor answered 409: Changed meanwhile',
      },
    ],
    [
      'details',
      {
        status: 422,
        body: { message: 'Invalid', errors: [{ message: 'no name' }, 'bad'] },
      },
      { refused: true, message: 'Vendor answered 422: Invalid; no name; bad' },
    ],
    [
      'a refusal of rights',
      { status: 403, body: { error: 'permission denied' } },
      {
        reason: 'unauthorized',
        refused: true,
        message: 'Vendor answered 403: permission denied',
      },
    ],
    [
      'a limit that GitHub has',
      {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '4102444800',
        },
        body: { message: 'API rate limit exceeded' },
      },
      { reason: 'rate-limited', refused: true },
    ],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://169.254.169.254/' } },
      { reason: 'bad-answer', refused: false },
    ],
  ])('and not again after %s', async (_name, answer, failure) => {
    const client = await serve(
      () => answer,
      answer.delayMs ? { timeoutMs: 200 } : {},
    );
    await expect(
      client.change('POST', '/x', { body: {} }),
    ).rejects.toMatchObject(failure);
    expect(tries).toBe(1);
    expect(answer.delayMs ? 1 : server.asked.length).toBe(1);
  });

  it('again when nobody was there to take it', async () => {
    const client = await serve(() => ok);
    await server.stop();
    const { port } = new URL(server.url);
    const asked = client.change('POST', '/x').catch(error => error);
    await expect(asked).resolves.toMatchObject({ unsent: true });
    const slow = VendorClient.create({
      vendor: 'Vendor',
      baseUrl: server.url,
      headers: {},
      logger,
      backoffMs: 200,
    });
    const later = slow.change('POST', '/x', { body: { n: 1 } });
    server = await startVendorServer(() => ok, Number(port));
    expect(await later).toMatchObject({ status: 200 });
    expect(server.asked).toHaveLength(1);
  });

  it('and looked at with a validator', async () => {
    const client = await serve(({ headers }) =>
      headers['if-none-match'] === '"1"'
        ? { status: 304, body: '' }
        : { headers: { etag: '"1"' }, body: [1] },
    );
    const first = await client.look('/x');
    expect(first.body).toEqual([1]);
    const etag = first.headers.get('etag') ?? '';
    expect(
      await client.look('/x', { headers: { 'If-None-Match': etag } }),
    ).toMatchObject({ status: 304 });
  });
});
