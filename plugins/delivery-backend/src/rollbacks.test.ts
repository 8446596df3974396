import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { payments } from './__testUtils__/calls';
import { component } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { FakeDriver } from './__testUtils__/FakeDriver';
import { FakePlatform } from './__testUtils__/FakePlatform';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  briefVerification,
  quickVerification,
} from './__testUtils__/startDelivery';
import { app, startPayments } from './__testUtils__/startPayments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('rollbacks on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => stop?.());

  async function start(options?: Parameters<typeof startPayments>[1]) {
    const started = await startPayments(knex, options);
    ({ stop } = started);
    return started;
  }

  it('go back to the last good version, see that users recover, and leave a record', async () => {
    const { plan, apply, ended, platform, ...started } = await start();
    started.failing(0.2, 0.01);
    const planned = await plan();
    expect(planned).toMatchObject({
      from: { version: 'v3', good: true, outcome: 'succeeded' },
      to: { version: 'v2', good: true, revision: '2' },
      candidates: [{ version: 'v2' }, { version: 'v1' }],
      values: [{ label: 'image of app', from: 'v3', to: 'v2' }],
      diff: '-image: v3\n+image: v2\n',
      undoers: [{ name: 'Autoscaler', effect: 'none' }],
      gate: { purpose: 'rollback', verdict: 'allow' },
      lanes: [{ id: 'fake', available: true, recommended: true }],
      may: { allowed: true, who: ['group:default/payers'] },
      approval: { needed: false, approvers: ['group:default/payers'] },
      oneWay: [],
      refusals: [],
      incidentIds: [],
    });
    expect(planned.to.activeSeconds).toBeCloseTo(22 * 3600, -2);
    expect(await started.getPlan(planned.id)).toEqual(planned);
    expect(platform.effects).toEqual([]);

    const made = await apply(planned.id);
    expect([made.id, made.state]).toEqual(['RB-0001', 'running']);
    const done = await ended('RB-0001');
    expect([done.state, done.said.code]).toEqual([
      'succeeded',
      'rollback.succeeded',
    ]);
    expect(done.steps.map(({ id: step, state }) => `${step} ${state}`)).toEqual(
      ['restore succeeded', 'roll-out succeeded', 'verify succeeded'],
    );
    expect(done.readings).toEqual([
      expect.objectContaining({
        name: 'error_rate',
        before: 0.2,
        worst: 0.2,
        now: 0.01,
        good: true,
      }),
      expect.objectContaining({ name: 'latency_p95', now: 0.2, good: true }),
    ]);
    expect(platform.effects).toEqual([
      expect.objectContaining({ to: 'v2', actionId: done.ledger[0].actionId }),
    ]);
    expect(done.ledger.map(({ state }) => state)).toEqual([
      'intended',
      'applied',
    ]);
    expect(done.ledger[0].effect).toMatchObject({
      driver: 'fake',
      pinned: { to: '2', resourceVersion: 100 },
    });
    expect(await started.ledger()).toEqual({ rows: 2 });
    const events = (await started.journal('RB-0001')).map(({ event }) => event);
    expect(events).toEqual(
      expect.arrayContaining(['requested', 'step-started', 'step-succeeded']),
    );
    expect(
      started.audit
        .filter(({ eventId }) => eventId.startsWith('rollback-'))
        .map(({ eventId, outcome }) => `${eventId} ${outcome}`),
    ).toEqual([
      'rollback-request begun',
      'rollback-request success',
      'rollback-act begun',
      'rollback-act success',
    ]);
    expect(started.signals).toContainEqual(
      expect.objectContaining({ message: { entityRefs: [payments] } }),
    );
    expect((await started.list()).items).toEqual([
      expect.objectContaining({ id: 'RB-0001', state: 'succeeded' }),
    ]);
    // The same button again gives what is there.
    expect((await apply(planned.id)).id).toBe('RB-0001');
    expect(platform.effects).toHaveLength(1);
  });

  it('show a ledger that somebody changed', async () => {
    const { plan, apply, ended, ledger } = await start({
      withoutMetrics: true,
    });
    await ended((await apply((await plan()).id)).id);
    await knex('run_ledger')
      .where({ state: 'intended' })
      .update({ effect: '{"driver":"fake","pinned":{"to":"1"}}' });
    expect(await ledger()).toMatchObject({ brokenAt: 1 });
  });

  describe('choose where to go', () => {
    it('over what failed, and never to what came later', async () => {
      const { plan, shipIt, platform } = await start();
      await knex('deployments')
        .where({ version: 'v2' })
        .update({ failed: true, failed_because: '[{"kind":"incident"}]' });
      expect((await plan()).to).toMatchObject({ version: 'v1', good: true });
      // v1 is back, as the latest revision; v3 and v2 are no way back from it.
      await platform.patch(app, {
        actionId: 'by hand',
        to: '1',
        resourceVersion: 100,
      });
      await shipIt('v1', -1);
      await knex('deployments')
        .where({ version: 'v3' })
        .update({ failed: true });
      expect(await refusalOf(plan())).toMatch(
        /^404 There is no version before v1 .* that was good/,
      );
      expect((await plan({ toRevision: '3' })).to).toMatchObject({
        version: 'v3',
        good: false,
      });
      expect(await refusalOf(plan({ toRevision: '4' }))).toBe(
        '409 v1 runs already',
      );
    });

    it('by a deployment of the history', async () => {
      const { plan } = await start();
      const rows = await knex('deployments').select('id', 'version');
      const idOf = (version: string) =>
        rows.find(row => row.version === version).id;
      const toDeploymentId = idOf('v1');
      expect((await plan({ toDeploymentId })).to).toMatchObject({
        version: 'v1',
        deploymentId: toDeploymentId,
      });
      expect(await refusalOf(plan({ toDeploymentId: idOf('v3') }))).toBe(
        '409 v3 runs already',
      );
    });

    it.each([
      [
        { entityRef: 'component:default/none' },
        /^404 The catalog does not know/,
      ],
      [{ environment: 'moon' }, /^404 No driver knows .* it is known in prod/],
      [{ toRevision: '77' }, /^404 The platform does not know that version/],
      [{ toDeploymentId: 'none' }, /^404 The platform does not know/],
      [{ entityRef: 'a:b:c' }, /^400 .*entityRef/],
      [{ target: 'elsewhere' }, /^404 No driver knows/],
    ])('but not for %j', async (request, refusal) => {
      const { plan } = await start();
      expect(await refusalOf(plan(request))).toMatch(refusal);
    });
  });

  it('say what does not come back', async () => {
    const { plan, platform } = await start();
    const text = 'Migration 0042 drops a column.';
    platform.run(app, 'v1', 'v2', { version: 'v3', oneWay: text });
    expect((await plan()).oneWay.map(said => said.text)).toEqual([text]);
  });

  it('offer the lanes of all drivers that know the version, and why not the others', async () => {
    const runs = { [payments]: ['production'] };
    const young = new FakePlatform();
    young.run(app, 'v3');
    const same = new FakePlatform();
    same.run(app, 'v1', 'v2', 'v3');
    const main = new FakePlatform();
    main.run(app, 'v1', 'v2', 'v3');
    const { plan, apply, ended } = await start({
      withoutMetrics: true,
      drivers: [
        new FakeDriver({ platform: main, runs, id: 'main' }),
        new FakeDriver({ platform: young, runs, id: 'young', title: 'Young' }),
        new FakeDriver({
          ...{ platform: same, runs, id: 'lasting' },
          ...{ lane: 'main', lasts: true },
        }),
        new FakeDriver({
          ...{ platform: same, runs, id: 'dead', title: 'Dead' },
          faults: { down: true },
        }),
      ],
    });
    const { lanes, id: planId, target } = await plan();
    expect(target.driver).toBe('main');
    expect(
      lanes.map(lane => [
        lane.id,
        lane.available,
        lane.recommended,
        lane.unavailable?.text,
      ]),
    ).toEqual([
      ['main', true, false, undefined],
      ['lasting:main', true, true, undefined],
      ['dead', false, false, 'Dead: connect ECONNREFUSED'],
      ['young', false, false, 'Young: does not know v2 (any more)'],
    ]);
    expect(await refusalOf(apply(planId, { lane: 'young' }))).toMatch(
      /^409 lane: the plan has main, lasting:main, not 'young'/,
    );
    const { id: rollbackId } = await apply(planId, { lane: 'lasting:main' });
    expect((await ended(rollbackId)).state).toBe('succeeded');
    expect([main, same].map(({ effects }) => effects.length)).toEqual([0, 1]);
  });

  it('try it out without changing anything, then do it', async () => {
    const { plan, apply, ended, platform, told, list } = await start({
      withoutMetrics: true,
    });
    const planned = await plan();
    const dry = await ended((await apply(planned.id, { dryRun: true })).id);
    expect([dry.state, dry.dryRun, dry.said.code]).toEqual([
      'succeeded',
      true,
      'rollback.dry-run',
    ]);
    expect([platform.effects, dry.ledger]).toEqual([[], []]);
    platform.faults.forbidden = 'deployments is forbidden: User cannot patch';
    const no = await ended((await apply(planned.id, { dryRun: true })).id);
    expect([no.state, no.said.text]).toEqual([
      'failed',
      expect.stringContaining('User cannot patch'),
    ]);
    platform.faults.forbidden = undefined;
    const real = await ended((await apply(planned.id)).id);
    expect([real.state, real.dryRun]).toEqual(['succeeded', false]);
    expect(platform.effects).toHaveLength(1);
    expect((await list()).items).toHaveLength(3);
    // Dry runs concern nobody else.
    await eventually(
      () => told.length,
      n => n >= 1,
    );
    expect(told.map(({ payload }) => payload.title)).toEqual([
      'RB-0003: component:default/payments v3 → v2 (production)',
    ]);
  });

  describe('tell truly whether users recovered', () => {
    it('they did not', async () => {
      const { plan, apply, ended, failing, told } = await start({
        delivery: briefVerification,
      });
      failing(0.2, 0.15);
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, done.said.code, done.said.text]).toEqual([
        'not-recovered',
        'rollback.not-recovered',
        expect.stringContaining('errors 20 % → 15 %'),
      ]);
      await eventually(
        () => told.length,
        n => n >= 1,
      );
      expect(told[0].payload.severity).toBe('critical');
    });

    it('there is too little traffic', async () => {
      const { plan, apply, ended, metrics } = await start({
        delivery: briefVerification,
      });
      metrics.traffic = 1;
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, done.said.code]).toEqual([
        'succeeded',
        'rollback.succeeded.no-traffic',
      ]);
    });

    it('nothing measures the entity', async () => {
      const { plan, apply, ended, metrics } = await start({
        delivery: briefVerification,
      });
      metrics.traffic = undefined;
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, done.said.code]).toEqual([
        'succeeded',
        'rollback.succeeded.not-measured',
      ]);
    });

    it('the metrics cannot be read', async () => {
      const { plan, apply, ended, metrics } = await start({
        delivery: briefVerification,
      });
      metrics.down = true;
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, done.said.text]).toEqual([
        'succeeded',
        expect.stringContaining('Fake metrics: connect ECONNREFUSED'),
      ]);
    });

    it('no source of metrics is installed', async () => {
      const { plan, apply, ended } = await start({ withoutMetrics: true });
      const planned = await plan();
      expect(planned.verification.map(({ code }) => code)).toEqual([
        'verify.rolled-out',
        'verify.no-metrics',
      ]);
      const done = await ended((await apply(planned.id)).id);
      expect(done.said.code).toBe('rollback.succeeded.not-measured');
    });
  });

  it('wait for a second person where the policy asks for one', async () => {
    const runs = {
      [payments]: ['production', 'staging'],
      'component:default/toys': ['production'],
    };
    const { plan, apply, as, ended, told, platform, ...started } = await start({
      withoutMetrics: true,
      driver: { runs },
      entities: [component('payments', { tier: '1' }), component('toys')],
      delivery: {
        rollback: {
          ...quickVerification.rollback,
          approval: {
            needed: [{ environments: ['production'], tiers: ['1'] }],
          },
        },
      },
    });
    platform.run('staging/payments', 'v1', 'v2');
    platform.run('production/toys', 'v1', 'v2');
    const { approval } = await plan({ environment: 'staging' });
    expect(approval.needed).toBe(false);
    const toys = await plan({ entityRef: 'component:default/toys' });
    expect(toys.approval.needed).toBe(false);
    const planned = await plan();
    expect(planned.approval).toMatchObject({
      needed: true,
      why: { code: 'approval.needed', params: { what: 'tier 1, production' } },
    });
    const asked = await apply(planned.id);
    expect([asked.state, asked.approval?.state]).toEqual([
      'waiting-approval',
      'waiting',
    ]);
    expect(asked.may.approve).toMatchObject({
      allowed: false,
      why: { code: 'may.requester' },
    });
    await eventually(
      () => told.length,
      n => n >= 1,
    );
    expect(told[0]).toMatchObject({
      recipients: { entityRef: ['group:default/payers', 'user:default/mock'] },
      payload: { severity: 'high', link: '/delivery/rollbacks/RB-0001' },
    });
    expect(await refusalOf(started.decide('RB-0001', true))).toMatch(
      /^403 Whoever asked for it cannot approve it/,
    );
    const bea = as('user:default/bea');
    expect((await bea.get('RB-0001')).may.approve.allowed).toBe(true);
    expect(await refusalOf(bea.apply((await bea.plan()).id))).toBe(
      '409 RB-0001 of user:default/mock waits for approval already; approve or reject that one',
    );
    const agreed = await bea.decide('RB-0001', true, 'Go');
    expect(agreed.approval).toMatchObject({
      state: 'approved',
      by: 'user:default/bea',
      comment: 'Go',
    });
    expect((await ended('RB-0001')).state).toBe('succeeded');
    expect(platform.effects).toHaveLength(1);
    expect(await refusalOf(bea.decide('RB-0001', false))).toMatch(/^409/);
  });
});
