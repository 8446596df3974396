import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { AttemptState } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf } from './__testUtils__/calls';
import { component, payments, policy } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { FakePlace } from './__testUtils__/FakePlace';
import { refusalOf } from './__testUtils__/refusalOf';
import { startRunbooks } from './__testUtils__/startRunbooks';
import { Trouble } from './__testUtils__/Trouble';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = 'remediationpolicy:default/switch';
const ann = 'user:default/ann';
const quick = {
  remediation: { interval: { milliseconds: 300 } },
  verification: {
    interval: { milliseconds: 100 },
    leastSpan: { milliseconds: 100 },
    mostSpan: { seconds: 1 },
  },
};
/** For what does not help; where it does, a busy machine may take its time to see it. */
const brief = {
  verification: { within: '3s', steady: '1s', maxBurnRate: 1 },
};
const errors = { name: 'HighErrorRate', labels: { severity: 'page' } };

function policyOf(spec: JsonObject = {}) {
  return policy('switch', {
    owner: 'payers',
    triggers: [{ alert: 'HighErrorRate' }],
    mode: 'approve',
    do: [{ action: 'test:switch', input: { name: 'left' } }],
    limits: { coolDown: '1s' },
    verification: { within: '60s', steady: '1s', maxBurnRate: 1 },
    ...spec,
  });
}

describe.each(databases.eachSupportedId())('remediation on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => stop?.());

  async function start(
    policies = [policyOf()],
    options: {
      burn?: number;
      dependants?: string[];
      runbooks?: JsonObject;
    } = {},
  ) {
    const trouble = Trouble.create();
    trouble.burn.set(payments, options.burn ?? 5);
    trouble.open('INC-0001', payments, errors);
    const place = FakePlace.create();
    const heal = place.action('test:switch');
    const started = await startRunbooks({
      knex,
      world: {
        entities: [
          component('payments', { dependants: options.dependants }),
          component('search'),
          ...policies,
        ],
      },
      actions: [heal, place.action('test:other')],
      runbooks: { ...quick, ...options.runbooks },
      ...trouble.services(),
    });
    ({ stop } = started);
    const as = (userRef?: string) => {
      const client = started.client(userRef);
      const at = (attempt: string) => ({ params: { path: { id: attempt } } });
      return {
        attempts: async () =>
          bodyOf(await client.request('get', '/v1/attempts')).items,
        attempt: async (attempt: string) =>
          bodyOf(await client.request('get', '/v1/attempts/{id}', at(attempt))),
        decide: async (attempt: string, approve: boolean, comment?: string) =>
          bodyOf(
            await client.request('post', '/v1/attempts/{id}/decision', {
              ...at(attempt),
              body: { approve, comment },
            }),
          ),
        policy: async () =>
          bodyOf(
            await client.request('get', '/v1/policies/{ref}', {
              params: { path: { ref } },
            }),
          ),
        turn: async (scope: string, on: boolean) =>
          bodyOf(
            await client.request('put', '/v1/switches', {
              body: { scope, on, reason: 'For a test' },
            }),
          ),
        propose: async () =>
          bodyOf(
            await client.request('post', '/v1/proposals', {
              body: {
                action: 'test:switch',
                input: { name: 'right' },
                entityRef: payments,
                reason: 'It looks stuck',
              },
            }),
          ),
        approvals: async () =>
          bodyOf(await client.request('get', '/v1/approvals')),
      };
    };
    const mine = as();
    return {
      ...started,
      ...mine,
      as,
      place,
      trouble,
      until: (attempt: string, ...states: AttemptState[]) =>
        eventually(
          () => mine.attempt(attempt).catch(() => undefined),
          found => found !== undefined && states.includes(found.state),
        ).then(found => found!),
    };
  }

  it('proposes with evidence, waits for a person, acts once, and sees the recovery', async () => {
    const { until, decide, place, trouble, ...started } = await start();
    const waiting = await until('REM-0001', 'waiting-approval');
    expect(waiting).toMatchObject({
      policyRef: ref,
      entityRef: payments,
      incidentId: 'INC-0001',
      symptom: 'HighErrorRate',
      mode: 'approve',
      plan: {
        steps: [
          { id: 'action', plan: { target: 'place/left' } },
          { id: 'verification' },
        ],
      },
      approval: { state: 'waiting', approvers: ['group:default/payers'] },
    });
    expect(waiting.evidence.map(({ label }) => label)).toEqual([
      'The alert HighErrorRate fires',
      'availability',
    ]);
    expect(waiting.limits.every(({ holds }) => holds)).toBe(true);
    expect(place.effects).toEqual([]);
    expect((await started.approvals()).items).toMatchObject([
      { id: 'REM-0001', kind: 'attempt', title: 'Do test:switch' },
    ]);

    // The mock user speaks for nobody; those who own it do.
    expect(await refusalOf(decide('REM-0001', true))).toMatch(/403 .*payers/);
    trouble.burn.set(payments, 0);
    await started.as(ann).decide('REM-0001', true, 'Go');
    const done = await until('REM-0001', 'verified');
    expect(done).toMatchObject({
      executionId: 'RUN-0001',
      approval: { state: 'approved', comment: 'Go' },
      verification: { verdict: 'recovered' },
    });
    expect(place.effects).toHaveLength(1);
    expect((await started.policy()).tally).toMatchObject({
      tried: 1,
      verified: 1,
    });
    await eventually(
      () => trouble.notes.map(({ text }) => text).join('\n'),
      text => /REM-0001.*Users have recovered/.test(text),
    );
    expect(started.told.map(({ payload }) => payload.title)).toContain(
      'Approval needed: Do test:switch',
    );
  });

  it('goes up its ladder when nothing gets better, and then calls a person', async () => {
    const { until, place, trouble, as, told } = await start([
      policyOf({
        ...brief,
        do: [
          { action: 'test:switch', input: { name: 'left' } },
          { action: 'test:other', input: { name: 'right' } },
        ],
      }),
    ]);
    const owner = as(ann);
    await until('REM-0001', 'waiting-approval');
    await owner.decide('REM-0001', true);
    await until('REM-0001', 'ineffective');
    const second = await until('REM-0002', 'waiting-approval');
    expect(second).toMatchObject({ rung: 1, attempt: 1 });
    await owner.decide('REM-0002', true);
    const last = await until('REM-0002', 'escalated');
    expect(last.escalatedTo).toEqual(['user:default/nightowl']);
    expect(place.effects.map(({ action }) => action)).toEqual([
      'test:switch',
      'test:other',
    ]);
    await eventually(
      () => told,
      all =>
        all.some(({ payload }) =>
          payload.title.startsWith('Remediation did not help'),
        ),
    );
    expect(trouble.notes.length).toBeGreaterThan(0);
  });

  it('acts by itself once it has earned it, and not when switched off', async () => {
    const {
      until,
      place,
      trouble,
      as,
      policy: read,
      turn,
    } = await start([policyOf({ mode: 'auto', earnAfter: 1 })]);
    await until('REM-0001', 'waiting-approval');
    expect(await read()).toMatchObject({
      wantedMode: 'auto',
      mode: 'approve',
      earned: { successes: 0, needed: 1 },
    });
    trouble.burn.set(payments, 0);
    await as(ann).decide('REM-0001', true);
    await until('REM-0001', 'verified');
    trouble.resolve('INC-0001');
    expect((await read()).mode).toBe('auto');

    trouble.burn.set(payments, 0);
    trouble.open('INC-0002', payments, errors);
    expect(await until('REM-0002', 'verified')).toMatchObject({ mode: 'auto' });
    expect(place.effects).toHaveLength(2);

    await turn('all', false);
    trouble.open('INC-0003', payments, errors);
    const refused = await until('REM-0003', 'refused');
    expect(refused.said.text).toMatch(/Switched off: For a test/);
    expect(place.effects).toHaveLength(2);
  });

  it('stops at its limits, and tells a person', async () => {
    const { until, place, as, trouble } = await start([
      policyOf({
        ...brief,
        limits: { coolDown: '1s', perTarget: { attempts: 1, within: '1h' } },
      }),
    ]);
    await until('REM-0001', 'waiting-approval');
    await as(ann).decide('REM-0001', true);
    await until('REM-0001', 'escalated');
    trouble.open('INC-0002', payments, errors);
    const second = await until('REM-0002', 'escalated');
    expect(second.limits.find(({ holds }) => !holds)).toMatchObject({
      limit: 'per-target',
    });
    expect(place.effects).toHaveLength(1);
  });

  it('takes proposals of others, which somebody else approves', async () => {
    const { propose, as, until, place } = await start([]);
    const made = await as(ann).propose();
    expect(made.state).toBe('waiting-approval');
    expect(await refusalOf(as(ann).decide(made.id, true))).toMatch(
      /somebody else/,
    );
    await propose();
    expect(place.effects).toEqual([]);
    await until(made.id, 'waiting-approval');
  });

  it('waits until its conditions hold', async () => {
    const { until, trouble, attempts } = await start(
      [policyOf({ conditions: { burnAbove: 8 } })],
      { burn: 2 },
    );
    await sleep(1_500);
    expect(await attempts()).toEqual([]);
    trouble.burn.set(payments, 9);
    const made = await until('REM-0001', 'waiting-approval');
    expect(made.conditions).toMatchObject([
      { holds: true, said: { code: 'condition.burn' } },
    ]);
  });

  it('asks nobody to approve what it cannot plan: it waits, then tells a person', async () => {
    const { until, place, trouble, attempts } = await start();
    place.silent = true;
    trouble.resolve('INC-0001');
    trouble.open('INC-0002', payments, errors);
    await sleep(1_000);
    expect(
      (await attempts()).filter(({ incidentId }) => incidentId === 'INC-0002'),
    ).toEqual([]);
    const long = new Date(Date.now() - 300_000).toISOString();
    trouble.open('INC-0003', payments, errors, long);
    const told = await eventually(attempts, all =>
      all.some(
        ({ incidentId, state }) =>
          incidentId === 'INC-0003' && state === 'escalated',
      ),
    );
    const [refused] = told;
    expect((await until(refused.id, 'escalated')).said.text).toMatch(
      /cannot be told what it would do: Nobody answers/,
    );
    expect(place.effects).toEqual([]);
  });

  it('tries anew when an incident comes back, and no other time', async () => {
    const { until, as, trouble, attempts } = await start();
    await until('REM-0001', 'waiting-approval');
    await as(ann).decide('REM-0001', false);
    trouble.change('INC-0001', { status: 'monitoring' });
    await sleep(1_000);
    expect(await attempts()).toHaveLength(1);
    trouble.change('INC-0001', { reopened: 1, status: 'investigating' });
    await until('REM-0002', 'waiting-approval');
    trouble.change('INC-0001', { status: 'identified' });
    await sleep(1_000);
    expect(await attempts()).toHaveLength(2);
  });

  it('tells a person of a policy whose runbook is not there', async () => {
    const long = new Date(Date.now() - 300_000).toISOString();
    const { until, trouble } = await start([
      policyOf({ do: [{ runbook: 'nowhere' }] }),
    ]);
    trouble.open('INC-0001', payments, errors, long);
    const refused = await until('REM-0001', 'escalated');
    expect(refused.said.text).toMatch(/No runbook 'runbook:default\/nowhere'/);
    expect(refused.plan.steps).toEqual([]);
  });

  it('stops policies that set off each other from target to target, and tells it', async () => {
    const search = 'component:default/search';
    const slow = { name: 'HighLatency', labels: {} };
    const { until, as, trouble, place, audit } = await start(
      [
        policyOf({ ...brief, appliesTo: { entities: ['payments'] } }),
        policy('other', {
          owner: 'payers',
          triggers: [{ alert: 'HighLatency' }],
          mode: 'approve',
          do: [{ action: 'test:other', input: { name: 'right' } }],
          limits: { coolDown: '1s' },
          verification: { within: '1s', steady: '1s', maxBurnRate: 1 },
        }),
      ],
      { dependants: ['search'] },
    );
    trouble.burn.set(search, 5);
    const owner = as(ann);
    const agree = async (attempt: string) => {
      await until(attempt, 'waiting-approval');
      await owner.decide(attempt, true);
      await until(attempt, 'escalated');
    };
    await agree('REM-0001');
    trouble.open('INC-0002', search, slow);
    await agree('REM-0002');
    expect(place.effects).toHaveLength(2);

    trouble.open('INC-0003', payments, errors);
    const stopped = await until('REM-0003', 'escalated');
    expect(stopped.limits.filter(({ holds }) => !holds)).toMatchObject([
      { limit: 'loop', said: { params: { have: expect.any(String) } } },
    ]);
    expect(stopped.said.text).toMatch(
      /remediationpolicy:default\/other acted after this policy did/,
    );
    expect(stopped.escalatedTo).toEqual(['user:default/nightowl']);
    expect(place.effects).toHaveLength(2);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'remediation-escalate',
        meta: expect.objectContaining({
          attemptId: 'REM-0003',
          why: expect.stringMatching(/working against each other/),
        }),
      }),
    );
  });

  it('lets one of two who approve at once do it', async () => {
    const { until, as, place, trouble } = await start();
    trouble.burn.set(payments, 0);
    await until('REM-0001', 'waiting-approval');
    const owner = as(ann);
    const said = await Promise.all([
      refusalOf(owner.decide('REM-0001', true)),
      refusalOf(owner.decide('REM-0001', true)),
    ]);
    expect(said.filter(text => text === 'no refusal').length).toBe(1);
    await until('REM-0001', 'verified');
    expect(place.effects).toHaveLength(1);
  });
});
