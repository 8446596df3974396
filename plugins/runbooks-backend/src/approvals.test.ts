import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  executionApprovePermission,
  remediationStopPermission,
  remediationSwitchPermission,
} from '@ghostlight/plugin-runbooks-common';
import { callsOf } from './__testUtils__/calls';
import { component, payments, policy, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { policyCallsOf } from './__testUtils__/policyCalls';
import { startRunbooks, type World } from './__testUtils__/startRunbooks';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const asker = 'user:default/mock';
/** Of the payers. */
const ann = 'user:default/ann';
/** Of nobody. */
const eve = 'user:default/eve';

const switching = (id: string, name: string) => ({
  id,
  title: `Switch ${id}`,
  action: 'test:switch',
  input: { name },
  timeout: '1m',
});

describe.each(databases.eachSupportedId())('approvals on %s', id => {
  async function start(world: Partial<World> = {}) {
    const knex = await databases.init(id);
    const place = FakePlace.create();
    const started = await startRunbooks({
      knex,
      world: {
        entities: [
          component('payments', {
            annotations: { 'ghostlight.dev/tier': '1' },
          }),
          runbook('with-approval', {
            owner: 'payers',
            steps: [
              switching('first', 'a'),
              {
                id: 'ok',
                approval: 'Go on?',
                approvers: [eve],
                timeout: '10m',
              },
              switching('second', '${{ steps.first.count }} of it'),
              switching('third', '${{ steps.second.count }} of it'),
            ],
          }),
          runbook('plain', { owner: 'payers', steps: [switching('s', 'b')] }),
          policy('back', {
            owner: 'payers',
            triggers: [{ alert: 'Errors' }],
            do: [{ action: 'test:switch', input: { name: 'x' } }],
          }),
        ],
        ...world,
      },
      actions: [place.action('test:switch')],
      runbooks: {
        approval: { tiers: ['1'] },
      },
    });
    return {
      ...started,
      knex,
      place,
      as: (by?: string) => ({
        ...policyCallsOf(started.client(by)),
        ...callsOf(started.client(by)),
      }),
    };
  }

  it('show what exactly would run, as the server resolved it when it was asked', async () => {
    const { as, place, stop } = await start();
    const asked = await as().start({
      runbookRef: 'runbook:default/plain',
      entityRef: payments,
    });
    expect(asked.state).toBe('waiting-approval');
    const { items } = await as(ann).approvals();
    expect(items).toMatchObject([
      {
        id: asked.id,
        kind: 'execution',
        plan: {
          entityRef: payments,
          environment: 'production',
          approval: { needed: true },
          steps: [
            {
              id: 's',
              plan: {
                action: 'test:switch',
                target: 'place/b',
                changes: [{ label: 'b', from: 'off', to: 'on' }],
                blastRadius: { entities: [payments] },
              },
            },
          ],
        },
      },
    ]);
    expect(asked.plan).toEqual(items[0].plan);

    // One whose plan nobody can tell says so, rather than nothing.
    place.silent = true;
    const dark = await as().start({
      runbookRef: 'runbook:default/plain',
      entityRef: payments,
    });
    expect(dark.plan?.steps[0].problem?.text).toContain('Nobody answers');
    await stop();
  });

  it('of a step show all that comes after it, with what the steps before it found out', async () => {
    const { as, stop } = await start();
    const { id: run } = await as().start({
      runbookRef: 'runbook:default/with-approval',
    });
    const waiting = await as().until(run, 'waiting');
    expect(waiting.runSteps).toMatchObject([
      { id: 'first', state: 'succeeded' },
      { id: 'ok', state: 'waiting' },
      { id: 'second', state: 'pending' },
      { id: 'third', state: 'pending' },
    ]);
    expect(waiting.runSteps[1]).not.toHaveProperty('plan');
    const { items } = await as(eve).approvals();
    expect(items).toMatchObject([
      { id: `${run}:ok`, kind: 'step', approvers: [eve] },
    ]);
    expect(items[0].plan?.steps).toMatchObject([
      { id: 'second', plan: { target: 'place/1 of it' } },
      { id: 'third', problem: { code: 'plan.later' } },
    ]);
    await stop();
  });

  it('say to each whether they are who decides', async () => {
    const { as, stop } = await start();
    const { id: run } = await as().start({
      runbookRef: 'runbook:default/with-approval',
    });
    await as().until(run, 'waiting');
    const stepOf = async (by?: string) =>
      (await as(by).get(run)).runSteps[1].asks?.may;
    const mayOf = async (by?: string) => (await as(by).get(run)).may.decide;
    expect(await stepOf(eve)).toMatchObject({ allowed: true, who: [eve] });
    expect(await stepOf(ann)).toMatchObject({
      allowed: false,
      who: [eve],
      why: { code: 'may.owner', params: { owner: eve } },
    });
    expect(await mayOf()).toMatchObject({
      allowed: false,
      why: { code: 'may.requester' },
    });

    const { id: asked } = await as().start({
      runbookRef: 'runbook:default/plain',
      entityRef: payments,
    });
    const decisions = async (by?: string) =>
      (await as(by).get(asked)).may.decide;
    const owners = ['group:default/payers'];
    expect(await decisions(ann)).toMatchObject({ allowed: true, who: owners });
    expect(await decisions(eve)).toMatchObject({ allowed: false, who: owners });

    const proposed = await as().propose({
      action: 'test:switch',
      input: { name: 'y' },
      entityRef: payments,
      reason: 'It helps',
    });
    const attemptOf = async (by?: string) =>
      (await as(by).attempt(proposed.id)).may.decide;
    expect(proposed.may.decide).toMatchObject({
      allowed: false,
      why: { code: 'may.requester' },
    });
    expect(await attemptOf(ann)).toMatchObject({ allowed: true, who: owners });
    expect(await attemptOf(eve)).toMatchObject({
      allowed: false,
      who: owners,
      why: { code: 'may.owner' },
    });
    // The inbox says the same.
    const mine = async (by: string) =>
      (await as(by).approvals()).items.flatMap(item =>
        item.may.allowed ? item.id : [],
      );
    expect((await mine(ann)).sort()).toEqual([proposed.id, asked].sort());
    expect(await mine(eve)).toEqual([`${run}:ok`]);
    await stop();
  });

  it('tell of switches who may use them', async () => {
    const ref = 'remediationpolicy:default/back';
    const { as, stop } = await start({
      decide: ({ name }, caller) => ({
        result:
          caller === eve &&
          [
            remediationStopPermission.name,
            remediationSwitchPermission.name,
            executionApprovePermission.name,
          ].includes(name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    await as().turn(ref, false);
    expect(await as().switches()).toMatchObject([
      { scope: 'all', on: true, may: { allowed: true } },
      { scope: ref, on: false, may: { allowed: true } },
    ]);
    expect(await as(eve).switches()).toMatchObject([
      { scope: 'all', may: { allowed: false, why: { code: 'may.nobody' } } },
      {
        scope: ref,
        by: asker,
        may: { allowed: false, who: ['group:default/payers'] },
      },
    ]);
    await stop();
  });
});
