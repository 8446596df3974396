import { TestDatabases } from '@backstage/backend-test-utils';
import Knex from 'knex';
import { callsOf, payments } from './__testUtils__/calls';
import { eventually } from './__testUtils__/eventually';
import { FakeDriver } from './__testUtils__/FakeDriver';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  quickVerification,
  startDelivery,
} from './__testUtils__/startDelivery';
import { app, startPayments } from './__testUtils__/startPayments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const approvals = {
  rollback: { ...quickVerification.rollback, approval: { needed: [{}] } },
};

describe.each(databases.eachSupportedId())('rollbacks on %s', id => {
  let knex: Knex.Knex;
  const stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function start(options?: Parameters<typeof startPayments>[1]) {
    const started = await startPayments(knex, {
      withoutMetrics: true,
      ...options,
    });
    stops.push(started.stop);
    return started;
  }

  describe('have one effect', () => {
    it('when two press at once with the same plan', async () => {
      const { plan, apply, as, ended, platform } = await start();
      const { id: planId } = await plan();
      const made = await Promise.all([
        apply(planId),
        as('user:default/bea').apply(planId),
        apply(planId),
      ]);
      expect(new Set(made.map(one => one.id)).size).toBe(1);
      expect((await ended(made[0].id)).state).toBe('succeeded');
      expect(platform.effects).toHaveLength(1);
    });

    it('when two press at once with two plans', async () => {
      const { plan, apply, as, ended, platform } = await start();
      platform.settles = false;
      const bea = as('user:default/bea');
      const plans = [await plan(), await bea.plan(), await bea.plan()];
      const said = await Promise.all([
        refusalOf(apply(plans[0].id)),
        refusalOf(bea.apply(plans[1].id)),
      ]);
      expect(said.sort()).toEqual([
        expect.stringMatching(
          /^409 RB-0001 of user:default\/\w+ goes back to v2 already; wait/,
        ),
        'no refusal',
      ]);
      await eventually(
        () => platform.effects.length,
        n => n > 0,
      );
      platform.apps.get(app)!.health = 'healthy';
      expect((await ended('RB-0001')).state).toBe('succeeded');
      expect(await refusalOf(bea.apply(plans[2].id))).toMatch(
        /^409 v2 runs already: RB-0001 of .* went back to it since/,
      );
      expect(platform.effects).toHaveLength(1);
    });

    it('when its answer is lost', async () => {
      const { plan, apply, ended, platform, audit } = await start();
      platform.faults.loseAnswers = 1;
      const done = await ended((await apply((await plan()).id)).id);
      expect(done.state).toBe('succeeded');
      expect(platform.effects).toHaveLength(1);
      expect(done.ledger.map(({ state }) => state)).toEqual([
        'intended',
        'applied',
      ]);
      expect(
        audit.map(({ eventId, outcome }) => `${eventId} ${outcome}`),
      ).toEqual(
        expect.arrayContaining([
          'rollback-act fail',
          'rollback-read-back success',
        ]),
      );
    });

    // Several back ends share a server, not a file.
    const maybe = id === 'SQLITE_3' ? describe.skip : describe;
    maybe('of two backends', () => {
      it('on one database', async () => {
        const one = await start();
        const other = Knex(knex.client.config);
        const two = await startDelivery({
          knex: other,
          world: one.world,
          drivers: [
            new FakeDriver({
              platform: one.platform,
              runs: { [payments]: ['production'] },
            }),
          ],
        });
        stops.unshift(async () => {
          await two.stop();
          await other.destroy();
        });
        const calls = callsOf(two.client('user:default/bea'));
        const [first, second] = [await one.plan(), await calls.plan()];
        const said = await Promise.all([
          refusalOf(one.apply(first.id)),
          refusalOf(calls.apply(second.id)),
          refusalOf(calls.apply(first.id)),
        ]);
        expect(said).toContain('no refusal');
        expect((await calls.ended('RB-0001')).state).toBe('succeeded');
        expect(one.platform.effects).toHaveLength(1);
        const sent = [...one.told, ...two.told];
        await eventually(
          () => [...one.told, ...two.told].length,
          n => n === 1,
        );
        expect(sent.length).toBeLessThanOrEqual(1);
      });
    });
  });

  describe('tell the truth of a platform that', () => {
    it('is paused', async () => {
      const { plan, apply, platform } = await start();
      platform.apps.get(app)!.paused = true;
      const { id: planId, refusals, lanes } = await plan();
      expect(refusals.map(({ text }) => text)).toEqual(['It is paused.']);
      expect(lanes).toEqual([
        expect.objectContaining({ available: false, recommended: false }),
      ]);
      expect(await refusalOf(apply(planId))).toBe(
        '409 It cannot be applied: It is paused.',
      );
    });

    it('changed since the plan', async () => {
      const { plan, apply, ended, platform } = await start();
      const { id: planId } = await plan();
      platform.apps.get(app)!.resourceVersion += 1;
      const done = await ended((await apply(planId)).id);
      expect([done.state, done.said.text]).toEqual([
        'failed',
        'Stopped at “Give it the template of v2”: It was changed since the plan was made; plan again',
      ]);
      expect(done.ledger.map(({ state }) => state)).toEqual([
        'intended',
        'refused',
      ]);
      expect(platform.effects).toEqual([]);
    });

    it('answers 409 forever', async () => {
      const { plan, apply, ended, platform, told } = await start();
      platform.faults.conflicts = true;
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, platform.effects]).toEqual(['failed', []]);
      await eventually(
        () => told.length,
        n => n === 1,
      );
      expect(told[0].payload).toMatchObject({
        severity: 'critical',
        description: expect.stringContaining('has been modified'),
      });
    });

    it('forbids it', async () => {
      const { plan, apply, ended, platform } = await start();
      const text = 'deployments.apps "payments" is forbidden';
      platform.faults.forbidden = text;
      const done = await ended((await apply((await plan()).id)).id);
      expect(done.said.text).toContain(text);
      expect(done.steps[0]).toMatchObject({ state: 'failed', error: text });
    });

    it('says yes and does nothing', async () => {
      const { plan, apply, ended, platform } = await start();
      platform.faults.lies = true;
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, done.said.text]).toEqual([
        'failed',
        'Stopped at “v2 rolled out”: The platform said yes, and nothing changed',
      ]);
    });

    it('lost it meanwhile', async () => {
      const { plan, apply, get, ended, platform } = await start();
      const { id: planId } = await plan();
      platform.apps.delete(app);
      const { id: rollbackId } = await apply(planId);
      const { steps } = await eventually(
        () => get(rollbackId),
        now => now.steps[0].error !== undefined,
      );
      expect(steps[0].error).toContain('"production/payments" not found');
      // Nobody can tell what became of it, so it is not told as a failure.
      await knex('run_steps').update({ deadline: Date.now() - 1 });
      expect((await ended(rollbackId)).state).toBe('unknown');
    });

    it('is down while it is planned', async () => {
      const { plan, platform } = await start();
      platform.faults.down = true;
      expect(await refusalOf(plan())).toBe(
        '503 Fake platform could not be asked: connect ECONNREFUSED',
      );
    });

    it('is slow', async () => {
      const { plan, apply, ended, platform } = await start();
      platform.faults.slow = 700;
      const done = await ended((await apply((await plan()).id)).id);
      expect([done.state, platform.effects.length]).toEqual(['succeeded', 1]);
    });
  });

  it('refuse a plan that is too old', async () => {
    const { plan, apply, platform } = await start();
    const { id: planId } = await plan();
    await knex('plans').update({ expires_at: Date.now() - 1 });
    expect(await refusalOf(apply(planId))).toMatch(
      /^409 planId: the plan is more than 15 minutes old/,
    );
    expect(platform.effects).toEqual([]);
    expect(await refusalOf(apply('none'))).toBe("404 No plan 'none'");
  });

  it.each([
    ['  a  b ', /^400 reason: say in a few words why/],
    ['no', /^400/],
  ])('want a reason, not %j', async (reason, refusal) => {
    const { plan, apply } = await start();
    expect(await refusalOf(apply((await plan()).id, { reason }))).toMatch(
      refusal,
    );
  });

  describe('end by people', () => {
    it('who cancel while it rolls out', async () => {
      const { plan, apply, cancel, until, ended, platform } = await start();
      platform.settles = false;
      const { id: rollbackId } = await apply((await plan()).id);
      await eventually(
        () => platform.effects.length,
        n => n > 0,
      );
      await until(rollbackId, 'running');
      expect((await cancel(rollbackId, 'Wrong service')).state).toBe(
        'cancelling',
      );
      const done = await ended(rollbackId);
      expect([done.state, done.said.code, done.said.text]).toEqual([
        'cancelled',
        'rollback.cancelled.partly',
        'user:default/mock cancelled it after this was done: Give it the template of v2. Wrong service',
      ]);
      // To a rollback that is over it does nothing.
      expect((await cancel(rollbackId)).state).toBe('cancelled');
    });

    it('who cancel while it rolls out, which takes back what can be taken back', async () => {
      const { plan, apply, cancel, get, ended, journal, platform } =
        await start({ driver: { guarded: true } });
      platform.settles = false;
      const { id: rollbackId } = await apply((await plan()).id);
      await eventually(
        () => platform.effects.length,
        n => n === 2,
      );
      expect((await get(rollbackId)).ifCancelled).toEqual([
        expect.objectContaining({ text: 'Turn the guard on again' }),
      ]);
      await cancel(rollbackId, 'Wrong service');
      const done = await ended(rollbackId);
      expect([done.state, done.said.code, done.said.text]).toEqual([
        'cancelled',
        'rollback.cancelled.taken-back',
        'user:default/mock cancelled it. Taken back: Turn the guard on again. Wrong service',
      ]);
      expect(done.ifCancelled).toBeUndefined();
      expect(platform.apps.get(app)!.guarded).toBe(true);
      expect(done.steps.map(({ id: step, state }) => [step, state])).toEqual([
        ['unguard', 'succeeded'],
        ['restore', 'succeeded'],
        ['roll-out', 'cancelled'],
        ['verify', 'cancelled'],
        ['guard', 'succeeded'],
      ]);
      expect(await journal(rollbackId)).toContainEqual(
        expect.objectContaining({
          stepId: 'take-back',
          text: 'Taken back: Turn the guard on again',
        }),
      );
    });

    it('who cancel before anything was changed, or after it was rolled out: nothing is taken back', async () => {
      const { plan, apply, cancel, until, ended, platform, failing } =
        await start({
          driver: { guarded: true },
          withoutMetrics: false,
          delivery: {
            rollback: {
              ...quickVerification.rollback,
              verification: { interval: '1s', window: '60s' },
            },
          },
        });
      failing(0.5, 0.5);
      const { id: rollbackId } = await apply((await plan()).id);
      await until(rollbackId, 'verifying');
      await cancel(rollbackId, 'Good enough');
      const done = await ended(rollbackId);
      expect([done.state, done.said.code]).toEqual([
        'cancelled',
        'rollback.cancelled.partly',
      ]);
      expect(platform.effects.map(({ to }) => to)).toEqual(['unguarded', 'v2']);
      expect(done.steps.map(({ id: step }) => step)).not.toContain('guard');
    });

    it('who changed it meanwhile: what was done before the refusal is taken back', async () => {
      const { plan, apply, ended, platform } = await start({
        driver: { guarded: true },
      });
      const { id: planId } = await plan();
      platform.apps.get(app)!.resourceVersion += 1;
      const done = await ended((await apply(planId)).id);
      expect([done.state, done.said.code]).toEqual([
        'failed',
        'rollback.failed.taken-back',
      ]);
      expect(done.said.text).toMatch(
        /^Stopped at “Give it the template of v2”: It was changed .* Taken back: Turn the guard on again\.$/,
      );
      expect(platform.effects.map(({ to }) => to)).toEqual([
        'unguarded',
        'guarded',
      ]);
    });

    it('who took the platform away: what could not be taken back is told', async () => {
      const { plan, apply, cancel, ended, platform, told } = await start({
        driver: { guarded: true },
      });
      platform.settles = false;
      const { id: rollbackId } = await apply((await plan()).id);
      await eventually(
        () => platform.effects.length,
        n => n === 2,
      );
      platform.faults.forbidden = 'deployments is forbidden';
      await cancel(rollbackId, 'Wrong service');
      const done = await ended(rollbackId);
      expect([done.state, done.said.code]).toEqual([
        'cancelled',
        'rollback.cancelled.left',
      ]);
      expect(done.said.text).toMatch(
        /could not be taken back.*Turn the guard on again: deployments is forbidden/,
      );
      expect(platform.apps.get(app)!.guarded).toBe(false);
      await eventually(
        () => JSON.stringify(told),
        all => all.includes('could not be taken back'),
      );
    });

    it('who cancel, reject or do not answer before it begins', async () => {
      const { plan, apply, cancel, as, ended, platform, told } = await start({
        delivery: approvals,
      });
      const one = await apply((await plan()).id);
      expect((await cancel(one.id, 'Not now')).said.text).toBe(
        'user:default/mock cancelled it before anything was changed. Not now',
      );
      const two = await apply((await plan()).id);
      const bea = as('user:default/bea');
      expect(await bea.decide(two.id, false, 'Look first')).toMatchObject({
        state: 'rejected',
        said: {
          code: 'rollback.rejected',
          text: 'user:default/bea did not agree, so nothing was changed. Look first',
        },
      });
      const three = await apply((await plan()).id);
      await knex('runs')
        .where('state', 'waiting-approval')
        .update({ approval_until: 1, due_at: 1 });
      const expired = await ended(three.id);
      expect([expired.state, expired.said.code]).toEqual([
        'rejected',
        'rollback.expired',
      ]);
      expect(platform.effects).toEqual([]);
      await eventually(
        () => told.length,
        n => n >= 5,
      );
      expect(told.map(({ payload }) => payload.severity).sort()).toEqual([
        ...['high', 'high', 'high'],
        ...['normal', 'normal'],
      ]);
    });
  });

  it('write into the timeline of the incident, once for each state', async () => {
    const notes: { incident: string; text: string; key?: string }[] = [];
    const { plan, apply, ended } = await start({
      incidents: {
        getOncall: async () => {
          throw new Error('down');
        },
        listIncidents: async () => {
          throw new Error('down');
        },
        listFindings: async () => ({ items: [], total: 0 } as never),
        addNote: async (incident, note) => {
          notes.push({ incident, ...note });
        },
      },
    });
    const planned = await plan({ incidentId: 'INC-0042' });
    expect(planned.incidentIds).toEqual(['INC-0042']);
    const { id: rollbackId } = await apply(planned.id);
    await ended(rollbackId);
    await eventually(
      () => notes.length,
      n => n >= 3,
    );
    expect(notes.map(({ text }) => text)).toEqual([
      '[RB-0001](/delivery/rollbacks/RB-0001): Going back to v2. Asked for by user:default/mock: It fails',
      expect.stringContaining('v2 runs again; watching whether users recover'),
      expect.stringContaining('v2 runs again. Whether users have recovered'),
    ]);
    expect(new Set(notes.map(({ key }) => key)).size).toBe(3);
    expect(notes[0].incident).toBe('INC-0042');
  });
});
