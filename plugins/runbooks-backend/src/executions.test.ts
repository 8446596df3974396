import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, payments, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  startRunbooks,
  type StartOptions,
} from './__testUtils__/startRunbooks';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = 'runbook:default/payments-5xx';

const fiveHundreds = runbook('payments-5xx', {
  service: 'payments',
  owner: 'payers',
  estimatedTime: '15m',
  inputs: [
    { name: 'pool', required: true, pattern: '[a-z-]+' },
    { name: 'login', type: 'secret' },
  ],
  steps: [
    {
      id: 'look',
      manual: 'Look at the dashboard',
      checklist: ['Errors', 'Latency'],
      timeout: '10m',
    },
    {
      id: 'where',
      decision: 'Is it everywhere?',
      choices: { all: 'Everywhere', one: 'In one pool' },
      timeout: '10m',
    },
    {
      id: 'restart',
      action: 'test:switch',
      input: { name: '${{ inputs.pool }}', password: '${{ inputs.login }}' },
      timeout: '1m',
      when: { step: 'where', in: 'one' },
    },
    {
      id: 'both',
      timeout: '1m',
      parallel: [
        { id: 'a', action: 'test:switch', input: { name: 'a' }, timeout: '1m' },
        { id: 'b', action: 'test:switch', input: { name: 'b' }, timeout: '1m' },
      ],
    },
    { id: 'rest', wait: '1s', timeout: '1m' },
  ],
});

describe.each(databases.eachSupportedId())('executions on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => stop?.());

  async function start(options: Partial<StartOptions> = {}) {
    const place = FakePlace.create();
    const started = await startRunbooks({
      knex,
      world: {
        entities: [
          component('payments', { dependants: ['checkout'] }),
          component('checkout'),
          fiveHundreds,
        ],
      },
      actions: [
        place.action('test:switch'),
        place.action('test:destroy', { reversible: false }),
      ],
      runbooks: { secrets: { admin: 'hunter2-hunter2' } },
      ...options,
    });
    ({ stop } = started);
    return { ...started, place, ...callsOf(started.client()) };
  }

  it('go through people, actions, parallel steps and waits, and leave a record without secrets', async () => {
    const {
      plan,
      start: begin,
      answer,
      until,
      ended,
      ...started
    } = await start();
    const asked = { runbookRef: ref, inputs: { pool: 'left', login: 'admin' } };
    const planned = await plan(asked);
    expect(planned).toMatchObject({
      entityRef: payments,
      inputs: { pool: 'left', login: '***' },
      refusals: [],
      estimatedSeconds: 900,
      may: { allowed: true },
      approval: { needed: false },
    });
    expect(planned.steps[2]).toMatchObject({
      id: 'restart',
      plan: {
        target: 'place/left',
        changes: [{ label: 'left', from: 'off', to: 'on' }],
        input: { name: 'left', password: '***' },
        blastRadius: { entities: [payments, 'component:default/checkout'] },
      },
    });
    expect(started.place.effects).toEqual([]);

    const made = await begin({ ...asked, key: 'once' });
    expect(made.id).toBe('RUN-0001');
    expect((await begin({ ...asked, key: 'once' })).id).toBe('RUN-0001');
    const waiting = await until('RUN-0001', 'waiting');
    expect(waiting.runSteps[0].asks).toMatchObject({
      kind: 'manual',
      checklist: ['Errors', 'Latency'],
      may: { allowed: true },
    });
    expect(
      await refusalOf(
        answer('RUN-0001', { stepId: 'look', done: true, checked: [0] }),
      ),
    ).toMatch(/tick the whole checklist/);
    await answer('RUN-0001', {
      stepId: 'look',
      done: true,
      checked: [0, 1],
      notes: 'Only the left pool; token=abcdef123456',
    });
    await until('RUN-0001', 'waiting');
    await answer('RUN-0001', { stepId: 'where', choice: 'one' });
    const done = await ended('RUN-0001');
    expect([done.state, done.said.code]).toEqual([
      'succeeded',
      'run.succeeded',
    ]);
    expect(started.place.effects.map(({ name }) => name).sort()).toEqual([
      'a',
      'b',
      'left',
    ]);
    expect(
      done.runSteps.map(step => [step.id, step.state, step.group]),
    ).toEqual([
      ['look', 'succeeded', undefined],
      ['where', 'succeeded', undefined],
      ['restart', 'succeeded', undefined],
      ['a', 'succeeded', 'both'],
      ['b', 'succeeded', 'both'],
      ['rest', 'succeeded', undefined],
    ]);
    expect(done.runSteps[0].answer).toMatchObject({
      by: 'user:default/mock',
      notes: 'Only the left pool; token=***',
    });
    const record = JSON.stringify([done, await started.journal('RUN-0001')]);
    expect(record).toContain('done to left with ***');
    expect(record).not.toContain('hunter2');
    for (const table of ['runs', 'run_steps', 'run_journal', 'run_ledger'])
      expect(JSON.stringify(await knex(table))).not.toContain('hunter2');
    expect(started.audit.map(({ eventId }) => eventId)).toContain('action-act');
  });

  it('refuse what is wrong with a request and name the field', async () => {
    const { start: begin, place } = await start();
    for (const [request, refusal] of [
      [{}, /either runbookRef or action/],
      [{ runbookRef: ref }, /pool is required/],
      [{ runbookRef: ref, inputs: { pool: 'a; rm -rf /' } }, /pool/],
      [
        { action: 'test:none', entityRef: payments },
        /not installed; there are/,
      ],
      [
        { action: 'test:switch', input: {}, entityRef: 'nobody' },
        /the catalog has no component:default\/nobody/,
      ],
    ] as const)
      expect(await refusalOf(begin(request))).toMatch(refusal);
    expect(place.effects).toEqual([]);
  });

  it('are only for what they are written for, and by themselves only for who may', async () => {
    const denied: string[] = [];
    const { start: begin, place } = await start({
      world: {
        entities: [component('payments'), component('search'), fiveHundreds],
        decide: ({ name }) => {
          if (name !== 'runbooks.platform.act')
            return { result: AuthorizeResult.ALLOW };
          denied.push(name);
          return { result: AuthorizeResult.DENY };
        },
      },
    });
    expect(
      await refusalOf(
        begin({
          runbookRef: ref,
          inputs: { pool: 'a', login: 'admin' },
          entityRef: 'component:default/search',
        }),
      ),
    ).toMatch(/400 .*is for component:default\/payments/);
    expect(
      await refusalOf(
        begin({
          action: 'test:switch',
          input: { name: 'x' },
          entityRef: payments,
        }),
      ),
    ).toMatch(/403 .*runbooks.platform.act/);
    expect(denied).toHaveLength(1);
    expect(place.effects).toEqual([]);
  });

  it('wait for a second person before what cannot be taken back', async () => {
    const { start: begin, decide, ...started } = await start();
    const made = await begin({
      action: 'test:destroy',
      input: { name: 'x' },
      entityRef: payments,
    });
    expect(made).toMatchObject({
      state: 'waiting-approval',
      may: { decide: { allowed: false } },
    });
    await expect(decide(made.id, true)).rejects.toThrow();
    const ann = callsOf(started.client('user:default/ann'));
    await ann.decide(made.id, true);
    expect((await started.ended(made.id)).state).toBe('succeeded');
    expect(started.place.effects).toHaveLength(1);
  });

  it('ask what became of an act whose answer was lost, and do it once', async () => {
    const { start: begin, place, ended } = await start();
    place.losing = 1;
    const made = await begin({
      action: 'test:switch',
      input: { name: 'x' },
      entityRef: payments,
    });
    expect((await ended(made.id)).state).toBe('succeeded');
    expect(place.effects).toHaveLength(1);
  });
});
