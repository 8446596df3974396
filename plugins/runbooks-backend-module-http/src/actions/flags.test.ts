import type { JsonValue } from '@backstage/types';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import {
  actionId,
  callOf,
  isSilent,
  startReceiver,
  type Fault,
} from '../__testUtils__/call';
import type { FlagSystem } from '../config/readHttpConfig';
import { rotateSecret } from './rotateSecret';
import { setFlag } from './setFlag';

let api: Awaited<ReturnType<typeof startReceiver>>;
let flags: Map<string, JsonValue>;
let action: Action;

function configure(more: Partial<FlagSystem> = {}) {
  action = setFlag(
    [
      {
        name: 'main',
        url: `${api.url}/flags/{environment}/{flag}`,
        method: 'PUT',
        read: {
          url: `${api.url}/ofrep/v1/evaluate/flags/{flag}`,
          method: 'POST',
          field: ['value'],
        },
        flags: ['checkout-*', 'team/x'],
        headers: { Authorization: 'Bearer s3cret' },
        private: false,
        timeoutMs: 60_000,
        ...more,
      },
    ],
    { arriveMs: 0 },
  );
}

beforeEach(async () => {
  flags = new Map<string, JsonValue>([
    ['checkout-new', true],
    ['checkout-odd', { a: 1 }],
    ['team/x', 'blue'],
  ]);
  api = await startReceiver(({ method, path, body, headers }) => {
    if (headers.authorization !== 'Bearer s3cret') return { status: 401 };
    const flag = decodeURIComponent(path.split('/').at(-1)!);
    if (method === 'POST' && !flags.has(flag))
      return { status: 404, body: { key: flag, errorCode: 'FLAG_NOT_FOUND' } };
    if (method === 'POST')
      return {
        body: { key: flag, reason: 'STATIC', value: flags.get(flag) },
      };
    flags.set(flag, (body as { value: JsonValue }).value);
    return { status: 204, body: '' };
  });
  configure();
});

afterEach(() => api.stop());

const plan = (input: object, more = {}) =>
  action.plan(action.input.parse(input), callOf(more));
const off = { flag: 'checkout-new', value: false };

describe('flags:set', () => {
  it('shows from what to what, sets it once, and can be taken back', async () => {
    expect(action.reversible).toBe(true);
    const { pinned, ...said } = await plan({ ...off, reason: 'errors' });
    expect(said).toMatchObject({
      target: 'flag/main/production/checkout-new',
      title: { code: 'action.http.flag', text: 'Set checkout-new to false' },
      changes: [{ label: 'checkout-new', from: 'true', to: 'false' }],
      undo: { text: 'Set checkout-new to true again.' },
      refusals: [],
    });
    const call = callOf();
    expect(await action.act(pinned, {}, call)).toEqual({ state: 'applied' });
    expect(await action.act(pinned, {}, call)).toEqual({ state: 'applied' });
    const writes = api.asked.filter(({ method }) => method === 'PUT');
    expect(writes).toMatchObject([
      {
        path: '/flags/production/checkout-new',
        headers: { 'idempotency-key': actionId },
        body: {
          flag: 'checkout-new',
          value: false,
          environment: 'production',
          reason: 'errors',
          requestedBy: 'user:default/ines',
          incidentId: 'INC-0042',
          actionId,
        },
      },
    ]);
    expect(await action.observe!(pinned, {}, call)).toEqual({
      state: 'done',
      text: 'checkout-new is false',
    });
    const undo = action.undo!(pinned, {})!;
    expect(undo).toEqual({
      action: 'flags:set',
      input: { system: 'main', flag: 'checkout-new', value: true },
    });
    const back = await plan(undo.input);
    await action.act(back.pinned, {}, call);
    expect(flags.get('checkout-new')).toBe(true);
  });

  it.each<[string, object, object, string]>([
    [
      'a flag that is not listed',
      { flag: 'billing', value: 1 },
      {},
      'flag-not-allowed',
    ],
    [
      'a system that is not there',
      { ...off, system: 'x' },
      {},
      'flag-not-allowed',
    ],
    [
      'a flag that is not there',
      { flag: 'checkout-x', value: 1 },
      {},
      'no-flag',
    ],
    ['what it is already', { flag: 'team/x', value: 'blue' }, {}, 'flag-there'],
    [
      'an environment that leads upwards',
      off,
      { environment: '..' },
      'no-environment',
    ],
  ])('is refused for %s', async (_name, input, more, code) => {
    const { refusals } = await plan(input, more);
    expect(refusals).toMatchObject([{ code: `action.http.${code}` }]);
  });

  it('does not overwrite what others set since', async () => {
    const { pinned } = await plan({ flag: 'team/x', value: 'green' });
    flags.set('team/x', 'red');
    expect(await action.act(pinned, {}, callOf())).toEqual({
      state: 'refused',
      error: 'team/x was set to red meanwhile; plan again',
    });
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
    });
    expect(await action.observe!(pinned, {}, callOf())).toMatchObject({
      state: 'progressing',
    });
  });

  it.each<[string, Fault, object]>([
    ['that was heard', 'lose', { state: 'applied' }],
    ['that was not', 'cut', { state: 'absent' }],
    ['that took too long', { delayMs: 60_000 }, { state: 'absent' }],
  ])('looks after an answer %s', async (_name, fault, found) => {
    const { pinned } = await plan(off);
    // The first question is for the value.
    api.faults.push({ body: { value: true } }, fault);
    if (isSilent(fault)) configure({ timeoutMs: 200 });
    await expect(action.act(pinned, {}, callOf())).rejects.toThrow('127.0.0.1');
    configure();
    expect(await action.readBack(pinned, callOf())).toEqual(found);
  });

  it('does not take a structure or a page for a value', async () => {
    await expect(plan({ flag: 'checkout-odd', value: 1 })).rejects.toThrow(
      'main told no plain value',
    );
    api.faults.push({ body: '<html>' });
    await expect(plan(off)).rejects.toThrow('main told no plain value');
  });

  it('cannot be taken back, nor looked after, where nothing can be read', async () => {
    configure({ read: undefined });
    expect(action.reversible).toBe(false);
    const { pinned, ...said } = await plan(off);
    expect(said).toMatchObject({
      changes: [{ label: 'checkout-new', to: 'false' }],
      refusals: [],
    });
    expect(said).not.toHaveProperty('undo');
    expect(await action.act(pinned, {}, callOf())).toEqual({
      state: 'applied',
    });
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
    });
    expect(await action.observe!(pinned, {}, callOf())).toMatchObject({
      state: 'done',
    });
    expect(action.undo!(pinned, {})).toBeUndefined();
  });

  it.each(['../x', '', 'a b', 'a\u0000', '-x'])(
    'takes no flag such as %j',
    flag => {
      expect(action.input.safeParse({ flag, value: 1 }).success).toBe(false);
    },
  );
});

describe('secrets:rotate', () => {
  const rotate = (more = {}) =>
    rotateSecret([
      {
        name: 'payments-db',
        url: new URL(`${api.url}/rotate/payments-db`),
        method: 'PUT',
        headers: { Authorization: 'Bearer s3cret' },
        private: false,
        idempotent: false,
        environment: 'production',
        timeoutMs: 60_000,
        ...more,
      },
    ]);

  it('tells the keeper once, and keeps nothing of what it answers', async () => {
    const it = rotate();
    const { pinned, ...said } = await it.plan(
      { secret: 'payments-db', reason: 'leaked' },
      callOf(),
    );
    expect(said).toMatchObject({
      title: { code: 'action.http.rotate' },
      refusals: [],
    });
    api.faults.push({ body: { password: 'new-and-secret' } });
    const call = callOf();
    expect(await it.act(pinned, {}, call)).toEqual({
      state: 'applied',
      result: { status: 200 },
    });
    expect(call.said).toEqual([]);
    expect(api.changes).toMatchObject([
      {
        path: '/rotate/payments-db',
        headers: { 'idempotency-key': actionId },
        body: { secret: 'payments-db', reason: 'leaked', actionId },
      },
    ]);
    api.faults.push({ status: 403 });
    expect(await it.act(pinned, {}, call)).toMatchObject({ state: 'refused' });
    api.faults.push('cut');
    await expect(it.act(pinned, {}, call)).rejects.toThrow();
    expect(await it.readBack(pinned, call)).toMatchObject({ state: 'unknown' });
  });

  it.each([
    [{ secret: 'other' }, {}],
    [{ secret: 'payments-db' }, { environment: 'staging' }],
  ])(
    'is refused for what the configuration does not have: %j %j',
    async (input, more) => {
      const { refusals } = await rotate().plan(input, callOf(more));
      expect(refusals).toMatchObject([{ code: 'action.http.no-rotation' }]);
    },
  );
});
