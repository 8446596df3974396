import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '../testUtils/startVendorServer';
import {
  ianaZone,
  readVendorInstance,
  readVendorRotations,
  VendorClient,
  type VendorClientOptions,
} from '.';

const logger = mockServices.logger.mock();
const ok: VendorAnswer = { body: { fine: true } };
let server: VendorServer;

async function serve(
  answer: (request: VendorRequest, count: number) => VendorAnswer,
  options: Partial<VendorClientOptions> = {},
) {
  let count = 0;
  server = await startVendorServer(request => answer(request, count++));
  return VendorClient.create({
    vendor: 'Vendor',
    baseUrl: server.url,
    headers: { Authorization: 'Token s3cret' },
    logger,
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
      { delayMs: 5000, body: {} },
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
      timeoutMs: 100,
    });
    await expect(client.get('/x')).rejects.toMatchObject({
      name: 'VendorError',
      reason,
      message: expect.stringContaining(message),
    });
    expect(server.asked).toHaveLength(requests);
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
    const client = await serve(() => ({ delayMs: 5000, body: {} }));
    await expect(
      client.get('/', { signal: AbortSignal.timeout(50) }),
    ).rejects.toMatchObject({ reason: 'timeout' });
    expect(server.asked).toHaveLength(1);
  });
});

describe('the configuration of a vendor', () => {
  beforeEach(async () => {
    server = await startVendorServer(() => ok);
  });

  const instance = (data: JsonObject) =>
    readVendorInstance(new ConfigReader(data), {
      key: 'a[0]',
      name: 'vendor',
      baseUrl: 'https://api.example.com/',
    });

  it('has defaults', () => {
    expect(instance({})).toEqual({
      name: 'vendor',
      baseUrl: 'https://api.example.com',
      timeoutMs: 10_000,
      refreshMs: 300_000,
    });
  });

  it.each([
    ['another protocol', { baseUrl: 'file:///etc' }, 'a[0].baseUrl: must be'],
    ['credentials', { baseUrl: 'http://me:pw@x' }, 'a[0].baseUrl: may have no'],
    [
      'an impatient refresh',
      { refresh: '1s' },
      'a[0].refresh: must be at least 30',
    ],
  ])('refuses %s', (_name, data, message) => {
    expect(() => instance(data)).toThrow(message);
  });

  it('says whose rotations there are, each once and in full', () => {
    const read = (...owners: string[]) =>
      readVendorRotations(
        new ConfigReader({
          rotations: owners.map(owner => ({ owner, id: 'x' })),
        }),
        'a[0]',
        entry => entry.getString('id'),
      );
    expect([...read('group:default/A')]).toEqual([['group:default/a', 'x']]);
    expect(() => read('payments')).toThrow(
      'a[0].rotations[0].owner: write a full entity ref',
    );
    expect(() => read('group:default/a', 'group:default/A')).toThrow(
      'a[0].rotations[1]: group:default/a has a rotation above already',
    );
  });

  it('takes the zones there are', () => {
    expect(
      ['Europe/Madrid', 'Eastern Time (US & Canada)', '', null].map(zone =>
        ianaZone(zone),
      ),
    ).toEqual(['Europe/Madrid', undefined, undefined, undefined]);
  });
});
