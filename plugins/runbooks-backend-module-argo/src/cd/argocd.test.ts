import { mockServices } from '@backstage/backend-test-utils';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { ArgoCdApi, type App } from '../__testUtils__/ArgoCdApi';
import { actionId, callOf, payments } from '../__testUtils__/call';
import { Instances } from './Instances';
import { sync } from './sync';
import { terminate } from './terminate';

let api: ArgoCdApi;
let app: App;
let act: { sync: Action; terminate: Action };
let syncWithin: (timeoutMs: number) => Action;

beforeEach(async () => {
  api = await ArgoCdApi.start();
  app = api.add('payments');
  api.add('billing');
  api.add('lab', { annotations: { 'ghostlight.dev/environment': 'sandbox' } });
  const instancesWithin = (timeoutMs: number) =>
    Instances.create({
      logger: mockServices.logger.mock(),
      instances: [
        {
          name: 'main',
          url: api.server.url,
          token: 's3cret',
          timeoutMs,
          environment: 'staging',
          environmentOf: [
            { environment: 'production', destination: 'prod-*', labels: {} },
          ],
          applications: ['bill*', 'lab'],
        },
      ],
    });
  syncWithin = timeoutMs => sync(instancesWithin(timeoutMs), { arriveMs: 0 });
  act = {
    sync: syncWithin(60_000),
    terminate: terminate(instancesWithin(60_000)),
  };
});

afterEach(() => api.server.stop());

const planned = async (input: object = {}, more = {}) => {
  const { input: schema } = act.sync;
  return act.sync.plan(schema.parse(input), callOf(more));
};

describe('argocd:sync', () => {
  it('says what it would do, does it once, and follows it to health', async () => {
    const plan = await planned();
    expect(plan).toMatchObject({
      target: 'argocd/main/argocd/payments',
      title: {
        code: 'action.argo.sync',
        text: 'Synchronise application payments with main',
      },
      changes: [
        { label: 'Revision', from: 'aaa111', to: 'main' },
        { label: 'Sync', from: 'OutOfSync', to: 'Synced' },
      ],
      undo: { text: 'Synchronise with aaa111.' },
      refusals: [],
    });
    expect(await act.sync.dryRun!(plan.pinned, callOf())).toEqual({
      state: 'applied',
    });
    expect(api.writes).toEqual([]);

    const call = callOf();
    const { pinned } = plan;
    expect(await act.sync.act(pinned, {}, call)).toEqual({ state: 'applied' });
    // Asked again under its id nothing more happens.
    expect(await act.sync.act(pinned, {}, call)).toEqual({ state: 'applied' });
    expect(api.writes).toMatchObject([
      {
        path: '/api/v1/applications/payments/sync',
        body: {
          name: 'payments',
          appNamespace: 'argocd',
          project: 'shop',
          prune: false,
          infos: [
            { name: 'ghostlight.dev/action-id', value: actionId },
            { name: 'Reason', value: 'Runbook, for user:default/ines' },
          ],
        },
      },
    ]);
    const see = () => act.sync.observe!(pinned, {}, call);
    expect(await see()).toMatchObject({ state: 'progressing' });
    api.begin(app);
    expect(await see()).toMatchObject({
      state: 'progressing',
      text: 'Synchronising: waiting for hooks',
    });
    api.finish(app);
    // Health is of before.
    expect(await see()).toMatchObject({ state: 'progressing' });
    api.reconcile(app, 'Degraded');
    expect(await see()).toMatchObject({ state: 'progressing' });
    api.reconcile(app, 'Healthy');
    expect(await see()).toMatchObject({
      state: 'done',
      result: { health: 'Healthy', revision: 'bbb222' },
    });
    expect(act.sync.undo!(pinned, {})).toEqual({
      action: 'argocd:sync',
      input: { app: 'payments', instance: 'main', revision: 'aaa111' },
    });
  });

  it.each<[string, () => void, object, object, string]>([
    ['a closed window', () => (api.windowClosed = true), {}, {}, 'window'],
    ['a missing right', () => (api.maySync = false), {}, {}, 'forbidden'],
    ['what goes on', () => api.begin(app), {}, {}, 'busy'],
    [
      'another environment',
      () => {},
      {},
      { environment: 'staging' },
      'other-environment',
    ],
    [
      'an application of nobody here',
      () => api.add('secret'),
      { app: 'secret' },
      {},
      'app-not-allowed',
    ],
    [
      'an allowed one that deploys elsewhere',
      () => {},
      { app: 'lab' },
      {},
      'other-environment',
    ],
    [
      'an instance that is not there',
      () => {},
      { instance: 'x' },
      {},
      'instance',
    ],
    [
      'an entity without application',
      () => {},
      {},
      { entity: { ...payments, metadata: { name: 'x' } } },
      'no-app',
    ],
    [
      'a token that is not taken',
      () => (api.token = 'other'),
      {},
      {},
      'refused',
    ],
  ])('is refused for %s', async (_name, arrange, input, more, code) => {
    arrange();
    const { refusals } = await planned(input, more);
    expect(refusals).toMatchObject([{ code: `action.argo.${code}` }]);
    expect(refusals[0].text).not.toBe('');
  });

  it('takes an application by name where the configuration allows it', async () => {
    const plan = await planned({ app: 'billing' });
    expect(plan).toMatchObject({
      target: 'argocd/main/argocd/billing',
      refusals: [],
    });
  });

  it('passes refusals on in the words of Argo CD', async () => {
    app.spec.syncPolicy = { automated: {} };
    const { pinned } = await planned({ revision: 'v1' });
    expect(await act.sync.act(pinned, {}, callOf())).toEqual({
      state: 'refused',
      error: 'Argo CD main answered 400: Cannot sync to v1: auto-sync is on',
    });
  });

  it.each<[string, 'cut' | 'lose' | object, string]>([
    ['that was heard', 'lose', 'applied'],
    ['that was not', 'cut', 'absent'],
    ['that took too long', { delayMs: 60_000 }, 'absent'],
    ['that was an error', { status: 502 }, 'absent'],
  ])('looks after an answer %s', async (_name, fault, state) => {
    const { pinned } = await planned();
    api.faults.push(fault as 'cut');
    const silent = typeof fault === 'object' && 'delayMs' in fault;
    const { act: actOnce } = silent ? syncWithin(200) : act.sync;
    await expect(actOnce(pinned, {}, callOf())).rejects.toThrow('Argo CD');
    expect(await act.sync.readBack(pinned, callOf())).toEqual({ state });
  });

  it('does not claim to know what somebody else covered up', async () => {
    const { pinned } = await planned();
    api.begin(app);
    api.finish(app);
    expect(await act.sync.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
      error: expect.stringContaining('by somebody else'),
    });
    expect(await act.sync.observe!(pinned, {}, callOf())).toMatchObject({
      state: 'failed',
    });
  });

  it('fails with the sync, and when it stays degraded', async () => {
    const { pinned } = await planned();
    const call = callOf();
    await act.sync.act(pinned, {}, call);
    api.finish(app, 'Failed', 'one or more objects failed to apply');
    expect(await act.sync.observe!(pinned, {}, call)).toEqual({
      state: 'failed',
      text: 'The sync ended with Failed: one or more objects failed to apply',
    });
    Object.assign(app.status.operationState!, { phase: 'Succeeded' });
    api.reconcile(app, 'Degraded', 120);
    expect(await act.sync.observe!(pinned, {}, call)).toMatchObject({
      state: 'failed',
      text: 'Synchronised; health Degraded',
    });
  });

  it('refuses options in the place of a revision, and a plan that is none', async () => {
    for (const revision of ['--prune', 'a\nb', ''])
      expect(act.sync.input.safeParse({ revision }).success).toBe(false);
    expect(await act.sync.act({}, {}, callOf())).toMatchObject({
      state: 'refused',
    });
  });
});

describe('argocd:terminate', () => {
  const plan = () => act.terminate.plan({}, callOf());

  it('ends what goes on, and only that', async () => {
    expect((await plan()).refusals).toMatchObject([
      { code: 'action.argo.idle' },
    ]);
    api.begin(app);
    const { pinned, refusals, title } = await plan();
    expect(refusals).toEqual([]);
    expect(title.text).toBe('End the synchronisation of application payments');
    const call = callOf();
    expect(await act.terminate.readBack(pinned, call)).toEqual({
      state: 'absent',
    });
    api.faults.push('lose');
    await expect(act.terminate.act(pinned, {}, call)).rejects.toThrow();
    expect(await act.terminate.readBack(pinned, call)).toEqual({
      state: 'applied',
    });
    expect(await act.terminate.observe!(pinned, {}, call)).toMatchObject({
      state: 'progressing',
    });
    api.finish(app, 'Failed', 'Operation terminated');
    expect(await act.terminate.observe!(pinned, {}, call)).toMatchObject({
      state: 'done',
    });
    api.begin(app);
    expect(await act.terminate.act(pinned, {}, call)).toMatchObject({
      state: 'refused',
      error: 'Another operation goes on since the plan',
    });
  });
});
