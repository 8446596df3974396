import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, payments, policy, runbook } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { FakePlace } from './__testUtils__/FakePlace';
import { policyCallsOf } from './__testUtils__/policyCalls';
import { refusalOf } from './__testUtils__/refusalOf';
import { startRunbooks } from './__testUtils__/startRunbooks';
import { Trouble } from './__testUtils__/Trouble';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ann = 'user:default/ann';

/** For what does not help; where it does, a busy machine may take its time to see it. */
const brief = {
  verification: { within: '3s', steady: '1s', maxBurnRate: 1 },
};

function policyOf(name: string, alert: string, spec: JsonObject = {}): Entity {
  return policy(name, {
    owner: 'payers',
    triggers: [{ alert }],
    mode: 'approve',
    do: [{ action: 'test:switch', input: { name } }],
    limits: { coolDown: '1s' },
    verification: { within: '60s', steady: '1s', maxBurnRate: 1 },
    ...spec,
  });
}

describe.each(databases.eachSupportedId())('bad days on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => stop?.());

  async function start(options: {
    entities?: Entity[];
    action?: (place: FakePlace) => Partial<Action>;
    burn?: number;
  }) {
    const trouble = Trouble.create();
    trouble.burn.set(payments, options.burn ?? 0);
    const place = FakePlace.create();
    const world = {
      entities: [component('payments'), ...(options.entities ?? [])],
    };
    const started = await startRunbooks({
      knex,
      world,
      actions: [place.action('test:switch', options.action?.(place))],
      runbooks: {
        secrets: { admin: 'hunter2-hunter2' },
        catalog: { interval: { seconds: 5 } },
        remediation: { interval: { milliseconds: 200 } },
        verification: {
          interval: { milliseconds: 100 },
          leastSpan: { milliseconds: 100 },
          mostSpan: { seconds: 1 },
        },
      },
      ...trouble.services(),
    });
    ({ stop } = started);
    const runs = callsOf(started.client());
    return {
      ...started,
      place,
      trouble,
      world,
      runs,
      ann: policyCallsOf(started.client(ann)),
      switch: (input: JsonObject = { name: 'left' }) =>
        runs.start({ action: 'test:switch', input, entityRef: payments }),
    };
  }

  it.each([
    [
      'hangs and heeds nobody ends as unknown, as it may yet happen',
      'unknown',
      () => new Promise<never>(() => {}),
    ],
    [
      'hangs until its time is up, and is not there then, fails',
      'failed',
      (signal: AbortSignal) =>
        new Promise<never>((_done, fail) => {
          signal.addEventListener('abort', () => fail(signal.reason));
        }),
    ],
    [
      'throws fails, when it is never there',
      'failed',
      async () => {
        throw new Error('No route to host; token=abcdef123456');
      },
    ],
  ])('an action that %s', async (_name, expected, act) => {
    const { runs, switch: begin } = await start({
      action: () => ({
        timeout: 1_500,
        act: async (_pinned, _input, { signal }) => act(signal),
      }),
    });
    const { id: run } = await begin();
    const ended = await runs.ended(run);
    expect(ended.state).toBe(expected);
    const record = JSON.stringify([ended, await runs.journal(run)]);
    expect(record).not.toContain('abcdef123456');
    // Each intent is settled, one way or the other.
    const { ledger } = ended;
    expect(ledger.at(-1)?.state).toBe(
      expected === 'unknown' ? 'unknown' : 'absent',
    );
  });

  it('an action that floods its output is cut short, and told so', async () => {
    const { runs, switch: begin } = await start({
      action: () => ({
        act: async (_pinned, _input, { output }) => {
          for (let n = 0; n < 2_000; n++)
            output(`${'x'.repeat(990)} hunter2-hunter2\n`);
          return { state: 'applied' };
        },
      }),
    });
    const { id: run } = await begin();
    expect((await runs.ended(run)).state).toBe('succeeded');
    const journal = await runs.journal(run);
    const texts = journal.flatMap(({ event, text = '' }) =>
      event === 'output' ? text : [],
    );
    expect(texts.join('').length).toBeLessThan(70_000);
    expect(texts.join('')).not.toContain('hunter2');
    expect(texts.at(-1)).toMatch(/left out/);
  });

  it('an action that lies is found out by what users see', async () => {
    const {
      ann: owner,
      place,
      trouble,
      told,
    } = await start({
      entities: [policyOf('left', 'Errors', brief)],
      action: () => ({
        act: async () => ({ state: 'applied' }),
        readBack: async () => ({ state: 'absent' }),
      }),
      burn: 5,
    });
    trouble.open('INC-0001', payments, { name: 'Errors' });
    await owner.until('REM-0001', 'waiting-approval');
    await owner.decide('REM-0001', true);
    const ended = await owner.until('REM-0001', 'escalated');
    expect(ended.verification?.verdict).toBe('not-recovered');
    expect(place.effects).toEqual([]);
    await eventually(
      () => told.map(({ payload }) => payload.title).join('\n'),
      titles => titles.includes('Remediation did not help'),
    );
  });

  it('what looks like a template in an input or an alert stays text', async () => {
    const hostile = '${{ inputs.login }} ${{ secrets.admin }}';
    const {
      ann: owner,
      runs,
      place,
      trouble,
      switch: begin,
    } = await start({
      entities: [
        runbook('pool', {
          service: 'payments',
          owner: 'payers',
          inputs: [{ name: 'pool' }, { name: 'login', type: 'secret' }],
          steps: [
            {
              id: 'switch',
              action: 'test:switch',
              input: { name: '${{ inputs.pool }}' },
              timeout: '1m',
            },
          ],
        }),
        policyOf('left', 'Errors', {
          do: [
            {
              action: 'test:switch',
              input: { name: '${{ alert.labels.pool }}' },
            },
          ],
        }),
      ],
    });
    trouble.open('INC-0001', payments, {
      name: 'Errors',
      labels: { pool: hostile },
    });
    const asked = [
      await begin({ name: hostile }),
      await runs.start({
        runbookRef: 'runbook:default/pool',
        inputs: { pool: hostile, login: 'admin' },
      }),
    ];
    for (const run of asked)
      expect((await runs.ended(run.id)).state).toBe('succeeded');
    await owner.until('REM-0001', 'waiting-approval');
    await owner.decide('REM-0001', true);
    await owner.until('REM-0001', 'verified');
    expect(place.effects.map(({ name }) => name)).toEqual([
      hostile,
      hostile,
      hostile,
    ]);
  });

  it('an approval that runs out ends it, and a person is told', async () => {
    const {
      ann: owner,
      place,
      trouble,
      audit,
    } = await start({
      entities: [policyOf('left', 'Errors', { approval: { expires: '1s' } })],
      burn: 5,
    });
    trouble.open('INC-0001', payments, { name: 'Errors' });
    const ended = await owner.until('REM-0001', 'escalated');
    expect(ended.approval?.state).toBe('expired');
    expect(await refusalOf(owner.decide('REM-0001', true))).toMatch(/^409 /);
    expect(place.effects).toEqual([]);
    expect(audit.map(({ eventId }) => eventId)).toContain(
      'remediation-escalate',
    );
  });

  it('what was approved after it was switched off is not done', async () => {
    const {
      ann: owner,
      place,
      trouble,
      told,
      audit,
    } = await start({
      entities: [policyOf('left', 'Errors')],
      burn: 5,
    });
    trouble.open('INC-0001', payments, { name: 'Errors' });
    await owner.until('REM-0001', 'waiting-approval');
    await owner.turn('remediationpolicy:default/left', false);
    await owner.decide('REM-0001', true);
    const refused = await owner.until('REM-0001', 'refused');
    expect(refused.limits.filter(({ holds }) => !holds)).toMatchObject([
      { limit: 'switch' },
    ]);
    expect(place.effects).toEqual([]);
    expect(audit.map(({ eventId }) => eventId)).toContain('remediation-switch');
    // Whoever switched it off knows.
    expect(
      told.filter(({ payload }) => /did not help/.test(payload.title)),
    ).toEqual([]);
  });

  it('what would do something else by now than was approved is not done', async () => {
    const restart = (name: string) =>
      runbook('restart', {
        service: 'payments',
        owner: 'payers',
        steps: [
          { id: 's', action: 'test:switch', input: { name }, timeout: '1m' },
        ],
      });
    const byRunbook = policyOf('left', 'Errors', {
      do: [{ runbook: 'restart' }],
    });
    const {
      ann: owner,
      place,
      trouble,
      world,
      run,
    } = await start({
      entities: [restart('left'), byRunbook],
      burn: 5,
    });
    trouble.open('INC-0001', payments, { name: 'Errors' });
    await owner.until('REM-0001', 'waiting-approval');
    world.entities = [component('payments'), byRunbook, restart('everything')];
    await eventually(
      async () => {
        await run('runbooks-catalog');
        return knex('documents').where('spec', 'like', '%everything%');
      },
      rows => rows.length > 0,
    );
    await owner.decide('REM-0001', true);
    const ended = await owner.until('REM-0001', 'refused', 'escalated');
    expect(ended.said.text).toMatch(/something else than was approved/);
    expect(place.effects).toEqual([]);
  });

  it.each([
    ['that make nothing well', 5, ['A', 'B'], 'A'],
    ['that each get well, and set off the other', 0, ['A', 'B', 'A', 'B'], 'A'],
  ])('two policies %s are stopped', async (_name, burn, acting, stopped) => {
    const {
      ann: owner,
      place,
      trouble,
      told,
      audit,
    } = await start({
      entities: [policyOf('A', 'Alpha', brief), policyOf('B', 'Beta', brief)],
      burn,
    });
    const alerts: Record<string, string> = { A: 'Alpha', B: 'Beta' };
    let n = 0;
    const open = (name: string) => {
      n += 1;
      trouble.open(`INC-${n}`, payments, { name: alerts[name] });
      return `REM-000${n}`;
    };
    for (const name of acting) {
      const attempt = open(name);
      // It may have to wait until the target has cooled down.
      await owner.until(attempt, 'waiting-approval');
      await owner.decide(attempt, true);
      await owner.until(attempt, 'verified', 'escalated');
      trouble.resolve(`INC-${n}`);
      await new Promise(resolve => {
        setTimeout(resolve, 1_100);
      });
    }
    const attempt = open(stopped);
    const ended = await owner.until(attempt, 'escalated');
    expect(ended.limits).toContainEqual(
      expect.objectContaining({ limit: 'loop', holds: false }),
    );
    expect(place.effects.map(({ name }) => name)).toEqual(acting);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'remediation-escalate',
        meta: expect.objectContaining({ attemptId: attempt }),
      }),
    );
    await eventually(
      () => told.map(({ payload }) => payload.description).join('\n'),
      texts => texts.includes('working against each other'),
    );
  });

  it('in a storm nothing is done, and nobody is called for each', async () => {
    const {
      ann: owner,
      place,
      trouble,
      told,
    } = await start({
      entities: [
        policyOf('left', 'Errors', {
          limits: { coolDown: '1s', storm: { incidents: 2, within: '10m' } },
        }),
      ],
      burn: 5,
    });
    for (const n of [1, 2, 3, 4])
      trouble.open(`INC-${n}`, payments, { name: 'Errors' });
    const made = await eventually(
      () => owner.attempts(),
      all => all.length === 4,
    );
    for (const { id: attempt } of made) {
      const { limits, state } = await owner.attempt(attempt);
      expect(state).toBe('refused');
      expect(limits.filter(({ holds }) => !holds)).toMatchObject([
        { limit: 'storm' },
      ]);
    }
    expect([place.effects, told]).toEqual([[], []]);
  });
});
