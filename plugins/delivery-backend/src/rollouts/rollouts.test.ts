import { TestDatabases } from '@backstage/backend-test-utils';
import type { RolloutAction } from '@ghostlight/plugin-delivery-common';
import { listRollouts, locateRollout, rolloutKind, runningRollouts } from '.';
import { paymentsRef, startRollouts } from './__testUtils__/startRollouts';

/** Goes on when somebody says so. */
const lasting = {
  type: 'canary' as const,
  steps: [{ weight: 10, seconds: 3_600 }],
};

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] })
    .eachSupportedId()
    .map(([id]) => id),
)('rollouts on %s', databaseId => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startRollouts>>;
  const begin = async (...more: [Parameters<typeof startRollouts>[1]?]) => {
    world = await startRollouts(await databases.init(databaseId), ...more);
    return world;
  };
  afterEach(() => world.stop());

  it('ship a healthy version step by step, and tell the feed', async () => {
    const { start, until, platform, changes, auditor } = await begin();
    const id = await start();
    await until(id, ({ weight = 0 }) => weight > 0);
    const rollout = await until(id, 'succeeded');
    expect(platform.done.map(({ id: step }) => step)).toEqual([
      'make',
      'shift-10',
      'shift-50',
      'shift-100',
    ]);
    // Each effect has its record in the audit.
    expect(
      auditor.createEvent.mock.calls.map(([event]) => [
        event.eventId,
        event.meta?.step,
      ]),
    ).toEqual(
      platform.done.map(({ id: step }) => [`${rolloutKind}-act`, step]),
    );
    expect(rollout).toMatchObject({
      engine: 'ghostlight',
      version: 'v2',
      previousVersion: 'v1',
      weight: 100,
      requestedBy: 'user:default/ann',
      controls: [],
      falseRollbackBound: 0.05,
      said: { text: 'v2 is out and has all the traffic.' },
    });
    expect(rollout.finishedAt).toBeDefined();
    expect(rollout.steps.map(step => [step.id, step.state])).toEqual(
      [
        'make',
        'shift-10',
        'watch-10',
        'shift-50',
        'watch-50',
        'shift-100',
        'watch-100',
      ].map(step => [step, 'succeeded']),
    );
    const [errors, latency, cpu] = rollout.analysis;
    expect(errors).toMatchObject({ metric: 'error_rate', verdict: 'pass' });
    expect(errors.canary!.n).toBeGreaterThan(1_000);
    expect(latency).toMatchObject({ verdict: 'no-data' });
    expect(cpu).toMatchObject({ metric: 'cpu', verdict: 'pass' });
    expect((await changes()).map(change => change.outcome)).toEqual([
      'running',
      'succeeded',
    ]);
  });

  it('take a bad version back by themselves, and say why', async () => {
    const { start, until, platform, changes } = await begin();
    platform.canaryRate = 0.2;
    const id = await start();
    const rollout = await until(id, 'rolled-back');
    expect(platform.weight).toBe(0);
    expect(platform.done.map(({ id: step }) => step)).toEqual([
      'make',
      'shift-10',
      'back',
      'remove',
    ]);
    expect(rollout.said.text).toMatch(
      /^v2 was taken back; v1 has all the traffic. 20 % of [\d,]+ requests fail with the new version, 0\.\d+ % of [\d,]+ with the old one/,
    );
    expect(rollout.analysis[0]).toMatchObject({ verdict: 'fail' });
    expect(rollout.weight).toBe(0);
    const told = await changes();
    expect(told.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['deployment', 'running'],
      ['deployment', 'failed'],
      ['rollback', 'succeeded'],
    ]);
    expect(told[2].startedBy).toEqual({
      kind: 'policy',
      name: 'rollout gates',
    });
  });

  it('take it back for a gate that is missed for long enough', async () => {
    const { start, until, platform } = await begin({ gateFor: 2_000 });
    platform.cpu = 0.95;
    const id = await start({
      strategy: { type: 'canary', steps: [{ weight: 50, seconds: 100 }] },
    });
    const { said } = await until(id, 'rolled-back');
    expect(said.text).toContain('CPU was not below 85 % for');
  });

  it('hold a version that has all the traffic at once to the time before', async () => {
    const { start, until, platform } = await begin();
    platform.canaryRate = 0.03;
    const id = await start({
      strategy: { type: 'blue-green', watchSeconds: 30 },
    });
    const { said } = await until(id, 'rolled-back');
    expect(said.text).toMatch(
      /3 % of [\d,]+ requests fail with the new version, 0\.\d+ % of [\d,]+ with the old one: more than chance/,
    );
  });

  it('hold a bad version for a person where nothing goes back by itself', async () => {
    const { start, until, act, platform, context } = await begin();
    platform.canaryRate = 0.2;
    const id = await start({
      strategy: { ...context.settings.strategy, automaticRollback: false },
    });
    const held = await until(id, ({ said }) =>
      said.text.endsWith('Somebody has to decide.'),
    );
    expect(held).toMatchObject({
      state: 'running',
      weight: 10,
      controls: ['promote', 'promote-fully', 'pause', 'abort'],
    });
    await act(id, 'abort');
    await until(id, 'rolled-back');
    expect(platform.weight).toBe(0);
  });

  it('hold where there was too little traffic to decide, until somebody promotes', async () => {
    const { start, until, act, platform } = await begin();
    platform.traffic = 20;
    const id = await start();
    const held = await until(id, ({ said }) =>
      said.text.endsWith('Somebody has to decide.'),
    );
    expect(held.weight).toBe(50);
    expect(held.said.text).toMatch(/about [\d,]+ more requests are needed/);
    await act(id, 'promote');
    expect((await until(id, 'succeeded')).weight).toBe(100);
  });

  it('go on all the same where that is what is configured', async () => {
    const { start, until, platform } = await begin({ undecided: 'go-on' });
    platform.traffic = 20;
    const rollout = await until(await start(), 'succeeded');
    expect(rollout.analysis[0].verdict).toBe('undecided');
  });

  it('are held, still watched, resumed and promoted by people', async () => {
    const { start, until, act } = await begin();
    const id = await start({
      strategy: {
        type: 'canary',
        steps: [
          { weight: 5, seconds: 3_600 },
          { weight: 50, seconds: 3_600 },
        ],
      },
    });
    await until(id, ({ controls }) => controls.includes('promote'));
    await act(id, 'pause');
    const held = await until(id, 'paused');
    expect(held.controls).toEqual([
      'resume',
      'promote',
      'promote-fully',
      'abort',
    ]);
    const before = held.analysis[0]?.canary?.n ?? 0;
    await until(id, ({ analysis }) => (analysis[0]?.canary?.n ?? 0) > before);
    await act(id, 'resume');
    await until(id, 'running');
    await act(id, 'promote');
    await until(id, ({ weight }) => weight === 50);
    await act(id, 'promote-fully');
    await until(id, 'succeeded');
    await expect(act(id, 'abort')).rejects.toThrow(
      'It is succeeded: nothing is left to be done',
    );
  });

  it('are aborted, and tried again as a new attempt', async () => {
    const { start, until, act, platform, changes } = await begin();
    const id = await start({ strategy: lasting });
    await until(id, ({ weight }) => weight === 10);
    await act(id, 'abort');
    const aborted = await until(id, 'rolled-back');
    expect(aborted.controls).toEqual(['retry']);
    await act(id, 'retry');
    await until(id, ({ controls }) => controls.includes('promote-fully'));
    await act(id, 'promote-fully');
    await until(id, 'succeeded');
    expect(platform.weight).toBe(100);
    const ids = new Set((await changes()).map(change => change.id));
    expect(ids.size).toBe(3);
  });

  it('are not tried again while another is on its way', async () => {
    const { start, until, act, platform } = await begin();
    platform.canaryRate = 0.2;
    const strategy = { type: 'blue-green' as const, watchSeconds: 0.3 };
    const bad = await start({ strategy });
    await until(bad, 'rolled-back');
    platform.canaryRate = 0.001;
    const next = await start({ image: 'payments:v3', strategy: lasting });
    await expect(act(bad, 'retry')).rejects.toThrow('v3 is on its way');
    await until(next, ({ controls }) => controls.includes('promote-fully'));
    await act(next, 'promote-fully');
    await until(next, 'succeeded');
    const retried = await Promise.allSettled([
      act(bad, 'retry'),
      act(bad, 'retry'),
    ]);
    expect(retried.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await until(bad, 'succeeded');
  });

  it('do every effect once, though the replica that ships goes away', async () => {
    const { start, until, platform, replica, stop } = await begin();
    const id = await start();
    await until(id, ({ weight = 0 }) => weight > 0);
    await stop();
    replica();
    await until(id, 'succeeded');
    expect(platform.done.map(({ id: step }) => step)).toEqual([
      'make',
      'shift-10',
      'shift-50',
      'shift-100',
    ]);
  });

  it('are one for one key, and one at a time at a target', async () => {
    const { start, until, act } = await begin();
    const once = () => start({ strategy: lasting }, { idempotencyKey: 'k' });
    const both = await Promise.all([once(), once()]);
    expect(both[0]).toBe(both[1]);
    await expect(start({ image: 'payments:v3' })).rejects.toThrow(
      'v2 is on its way there already',
    );
    await until(both[0], ({ controls }) => controls.includes('promote-fully'));
    await act(both[0], 'promote-fully');
    await until(both[0], 'succeeded');
    expect(await once()).toBe(both[0]);
    await until(await start({ image: 'payments:v3' }), 'succeeded');
  });

  it('leave alone what somebody else has put there since', async () => {
    const { start, until, platform, changes } = await begin();
    const id = await start();
    platform.observation = { state: 'superseded', text: 'kubectl set image' };
    const rollout = await until(id, 'cancelled');
    expect(rollout.said.text).toContain('Superseded: kubectl set image');
    expect(platform.done.map(({ id: step }) => step)).not.toContain('back');
    expect((await changes()).at(-1)?.outcome).toBe('cancelled');
  });

  it('do not go on unwatched while the catalog does not know the entity', async () => {
    const { start, until, context } = await begin();
    const { entityOf } = context;
    const id = await start();
    context.entityOf = () => undefined;
    const waiting = await until(id, ({ steps }) =>
      steps.some(({ progress }) => progress?.includes('catalog')),
    );
    expect(waiting).toMatchObject({ state: 'running', weight: 10 });
    context.entityOf = entityOf;
    await until(id, 'succeeded');
  });

  it('go back when the new version does not come up', async () => {
    const { start, until, platform } = await begin();
    platform.observation = { state: 'failed', text: 'ImagePullBackOff' };
    const id = await start();
    const { said, steps } = await until(id, 'rolled-back');
    expect(said.text).toContain('ImagePullBackOff');
    expect(steps[0]).toMatchObject({
      state: 'failed',
      error: 'ImagePullBackOff',
    });
  });

  it.each([
    [
      'the platform says',
      {},
      { refusals: [{ code: 'x', text: 'It is paused.' }] },
      'It is paused.',
    ],
    ['the image is none', { image: '$(id)' }, {}, 'image: is no reference'],
    [
      'the entity is unknown',
      { entityRef: 'component:default/x' },
      {},
      'No entity',
    ],
    [
      'nothing runs it there',
      { environment: 'moon' },
      {},
      'it is known in production',
    ],
    [
      'the strategy is none',
      { strategy: { type: 'ab' as const } },
      {},
      'strategy.header: is needed for ab',
    ],
  ])('are refused when %s', async (_what, request, more, message) => {
    const { start, platform, context } = await begin();
    Object.assign(platform, more);
    await expect(start(request)).rejects.toThrow(message);
    expect((await listRollouts(context, {})).items).toEqual([]);
  });

  it('are listed by pages, the latest first, to those who may see them', async () => {
    const { start, until, context } = await begin();
    const ids: string[] = [];
    for (const version of ['a', 'b', 'c']) {
      const id = await start(
        { version },
        { ownerRef: `group:default/${version}` },
      );
      ids.unshift(id);
      if (version !== 'c') await until(id, 'succeeded');
    }
    const brief = await runningRollouts(context, paymentsRef);
    expect(brief.get('production')).toMatchObject({
      id: ids[0],
      strategy: 'canary',
      steps: 7,
    });
    await until(ids[0], 'succeeded');
    const first = await listRollouts(context, { limit: 2 });
    const second = await listRollouts(context, {
      limit: 2,
      cursor: first.nextCursor,
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeUndefined();
    const seen = await listRollouts(
      context,
      { entityRefs: [paymentsRef], environment: 'production' },
      { column: 'owner_ref', values: ['group:default/b'] },
    );
    expect(seen.items.map(({ version }) => version)).toEqual(['b']);
    expect(await locateRollout(context.db, ids[1])).toEqual({
      entityRef: paymentsRef,
      environment: 'production',
      ownerRef: 'group:default/b',
    });
  });

  it('refuse what is none of their controls', async () => {
    const { start, until, act } = await begin();
    const id = await start({ strategy: lasting });
    const refused: RolloutAction[] = ['resume', 'retry'];
    for (const action of refused)
      await expect(act(id, action)).rejects.toThrow(`not ${action}`);
    await expect(act('nobody', 'abort')).rejects.toThrow('no rollout nobody');
    await until(id, ({ controls }) => controls.includes('promote-fully'));
    await act(id, 'promote-fully');
    await until(id, 'succeeded');
  });
});
