import { hostname } from 'node:os';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import {
  actionId,
  callOf,
  isSilent,
  startReceiver,
  type Fault,
} from '../__testUtils__/call';
import type { Webhook } from '../config/readHttpConfig';
import { isPrivate } from '../send/isPrivate';
import { callWebhook } from './callWebhook';

let api: Awaited<ReturnType<typeof startReceiver>>;
let heard: Set<string>;
let action: Action;

function configure(more: Partial<Webhook> = {}, base = api.url) {
  action = callWebhook(
    [
      {
        url: new URL(`${base}/ops/`),
        methods: ['POST'],
        query: false,
        headers: { Authorization: 'Bearer t0ken-of-ours' },
        private: false,
        idempotent: false,
        timeoutMs: 60_000,
        ...more,
      },
    ],
    { arriveMs: 0 },
  );
}

beforeEach(async () => {
  heard = new Set();
  api = await startReceiver(({ method, path, headers }) => {
    if (method === 'GET') return { status: heard.has(path) ? 200 : 404 };
    heard.add(`/status/${headers['idempotency-key']}`);
    return { status: 202, body: { queued: true } };
  });
  configure();
});

afterEach(() => api.stop());

const plan = (path = '/ops/restart', more: object = {}, context = {}) =>
  action.plan(
    action.input.parse({ url: `${api.url}${path}`, ...more }),
    callOf(context),
  );

describe('http:webhook', () => {
  it('sends what was planned once, with the id of the action', async () => {
    const { pinned, ...said } = await plan(undefined, {
      body: { service: 'payments', drain: true },
    });
    expect(said).toMatchObject({
      target: expect.stringMatching(/^http\/127.0.0.1:\d+\/ops\/restart$/),
      title: {
        code: 'action.http.webhook',
        text: `POST ${api.url}/ops/restart`,
      },
      changes: [
        { label: 'service', to: 'payments' },
        { label: 'drain', to: 'true' },
      ],
      refusals: [],
    });
    // The plan asks nobody, and keeps no secret.
    expect(api.asked).toEqual([]);
    expect(JSON.stringify(pinned)).not.toContain('t0ken');
    const call = callOf();
    expect(await action.act(pinned, {}, call)).toEqual({
      state: 'applied',
      result: { status: 202, answer: '{"queued":true}' },
    });
    expect(call.said).toEqual(['{"queued":true}\n']);
    expect(api.asked).toMatchObject([
      {
        method: 'POST',
        path: '/ops/restart',
        headers: {
          authorization: 'Bearer t0ken-of-ours',
          'idempotency-key': actionId,
          'content-type': 'application/json',
        },
        body: { service: 'payments', drain: true },
      },
    ]);
  });

  it.each<[string, string, object, object]>([
    ['a path beside', '/opsy', {}, {}],
    ['a path above', '/ops/../admin', {}, {}],
    ['an encoded one', '/ops/%2e%2e/admin', {}, {}],
    ['an encoded slash', '/ops/..%2fadmin', {}, {}],
    ['a backslash', '/ops/..%5cadmin', {}, {}],
    ['two slashes', '/ops//admin', {}, {}],
    ['a query', '/ops/restart?x=1', {}, {}],
    ['a fragment', '/ops/restart#x', {}, {}],
    ['another method', '/ops/restart', { method: 'PUT' }, {}],
    ['another host', '/ops/restart', { url: 'https://evil.example/ops/x' }, {}],
    ['credentials', '/', { url: 'http://a:b@127.0.0.1/ops/x' }, {}],
    [
      'a host that only looks like it',
      '/',
      { url: 'http://127.0.0.1.evil.example/ops/' },
      {},
    ],
    ['what is no address', '/', { url: 'ops' }, {}],
    ['a file', '/', { url: 'file:///etc/passwd' }, {}],
  ])('does not call %s', async (_name, path, more, context) => {
    const { refusals } = await plan(path, more, context);
    expect(refusals).toMatchObject([{ code: 'action.http.not-allowed' }]);
    expect(api.asked).toEqual([]);
  });

  it('heeds environment, query and exact addresses of the configuration', async () => {
    const allowed = async (path: string, environment = 'production') =>
      (await plan(path, {}, { environment })).refusals.length === 0;
    configure({ environment: 'staging', query: true });
    expect(await allowed('/ops/x?a=1', 'staging')).toBe(true);
    expect(await allowed('/ops/x', 'production')).toBe(false);
    configure({ url: new URL(`${api.url}/hook?key=1`) });
    expect(await allowed('/hook?key=1')).toBe(true);
    expect(await allowed('/hook?key=2')).toBe(false);
    expect(await allowed('/hook/deep?key=1')).toBe(true);
  });

  it.each<[string, Fault, object]>([
    [
      '401',
      { status: 401, body: 'unknown token t0ken-of-ours' },
      { error: expect.stringMatching(/ answered 401: unknown token \*\*\*$/) },
    ],
    ['403', { status: 403 }, {}],
    ['404', { status: 404, body: 'no such hook' }, {}],
    [
      '422',
      { status: 422, body: { message: 'service?' } },
      { error: expect.stringContaining('service?') },
    ],
  ])(
    'is refused with %s, in the words of the receiver',
    async (_name, fault, more) => {
      const { pinned } = await plan();
      api.faults.push(fault);
      expect(await action.act(pinned, {}, callOf())).toMatchObject({
        state: 'refused',
        ...more,
      });
      expect(api.asked).toHaveLength(1);
    },
  );

  it.each<[string, Fault, string]>([
    ['an error', { status: 503 }, 'answered 503'],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://169.254.169.254/' } },
      'redirects are not followed',
    ],
    ['a limit', { status: 429 }, 'answered 429'],
    ['a lost answer', 'lose', 'ECONNRESET'],
    ['no answer', { delayMs: 60_000 }, 'within 3 seconds'],
  ])(
    'does not know what became of it after %s, and sends once',
    async (_name, fault, message) => {
      // Long enough for the request to arrive.
      if (isSilent(fault)) configure({ timeoutMs: 3_000 });
      const { pinned } = await plan();
      api.faults.push(fault);
      await expect(action.act(pinned, {}, callOf())).rejects.toThrow(message);
      expect(api.asked).toHaveLength(1);
      expect(await action.readBack(pinned, callOf())).toMatchObject({
        state: 'unknown',
        error: expect.stringContaining('The answer was lost'),
      });
    },
  );

  it('reads no more than 64 KB of an answer, whatever it is', async () => {
    const { pinned } = await plan();
    api.faults.push({ body: `${'x'.repeat(1_000_000)}\u0000` });
    const call = callOf();
    const acted = await action.act(pinned, {}, call);
    expect(acted).toMatchObject({ state: 'applied', result: { status: 200 } });
    expect(JSON.stringify(acted).length).toBeLessThan(2_200);
    expect(call.said.join('')).toHaveLength(64 * 1024 + 1);
  });

  it.each<[string, Fault, object]>([
    ['that was heard', 'lose', { state: 'applied' }],
    ['that was not', 'cut', { state: 'absent' }],
  ])('asks for the status after an answer %s', async (_name, fault, found) => {
    configure({ status: `${api.url}/status/{actionId}` });
    const { pinned } = await plan();
    api.faults.push(fault);
    await expect(action.act(pinned, {}, callOf())).rejects.toThrow();
    expect(await action.readBack(pinned, callOf())).toEqual(found);
  });

  it('may be repeated where the receiver knows the key', async () => {
    configure({ idempotent: true });
    expect(action.idempotent).toBe(true);
    const { pinned } = await plan();
    expect(await action.readBack(pinned, callOf())).toEqual({
      state: 'absent',
    });
  });

  it('does not go where a name leads to a private address', async () => {
    // This machine's own name: it leads to itself or into its private network.
    const named = api.url.replace('127.0.0.1', hostname().toLowerCase());
    configure({}, named);
    const { pinned } = await plan('', { url: `${named}/ops/x` });
    expect(await action.act(pinned, {}, callOf())).toMatchObject({
      state: 'refused',
      error: expect.stringContaining('is at a private address'),
    });
    configure({ private: true }, named);
    const outcome = await action
      .act(pinned, {}, callOf())
      .then(({ state }) => state, String);
    expect(outcome).toMatch(/^applied$|ECONNREFUSED|did not answer/);
  });

  it.each([
    { body: { a: '\u0000' } },
    { body: { a: 'x'.repeat(70_000) } },
    { body: [] },
    { method: 'DELETE' },
    { url: 'x\ny' },
  ])('takes no input such as %#', more => {
    const { success } = action.input.safeParse({ url: api.url, ...more });
    expect(success).toBe(false);
  });
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:a00:1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['64:ff9b::a00:1', true],
  ['2002:a00:1::', true],
  ['not an address', true],
  ['93.184.216.34', false],
  ['172.32.0.1', false],
  ['2606:4700::1111', false],
])('tells whether %s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
});
