import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import { join } from 'node:path';
import {
  Runs,
  type PlannedStep,
  type Run,
  type RunRequest,
  type RunsOptions,
  type StepHandler,
  type StepOutcome,
} from '.';
import { emptyTables, openTestDatabase } from './__testUtils__/testDatabase';
import { LeaseLostError } from '../leases';
import { appendLedger } from './database';
import { World } from './__testUtils__/World';

jest.setTimeout(60_000);

const minute = 60_000;
const hour = 60 * minute;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Runs on %s', databaseId => {
  let knex: Knex;
  let close: () => Promise<void>;
  let now: number;
  let world: World;
  let runs: Runs;
  const all: Runs[] = [];
  const warned: string[] = [];

  beforeAll(async () => {
    ({ knex, close } = await openTestDatabase(databases, databaseId));
    await Runs.create({ database: knex, logger: mockServices.logger.mock() });
  });

  afterAll(() => close());

  beforeEach(async () => {
    now = 1_800_000_000_000;
    world = new World();
    await emptyTables(knex);
    runs = await create();
  });

  afterEach(async () => {
    await Promise.all(all.splice(0).map(one => one.stop()));
    const { brokenAt } = await runs.verifyLedger();
    if (brokenAt) throw new Error(`The ledger is broken at ${brokenAt}`);
  });

  async function create(options: Partial<RunsOptions> = {}): Promise<Runs> {
    const made = await Runs.create({
      database: knex,
      logger: mockServices.logger.mock({
        error: message => warned.push(message),
      }),
      clock: () => now,
      skipMigrations: true,
      leaseTtl: 2_000,
      pollInterval: 15,
      ...options,
    });
    all.push(made);
    return made;
  }

  let looks: Record<string, (times: number) => StepOutcome>;
  const looked: string[] = [];

  beforeEach(() => {
    looks = {};
    looked.length = 0;
    warned.length = 0;
  });

  const check: StepHandler = {
    kind: 'check',
    look: async ({ step }) => {
      looked.push(step.id);
      const times = looked.filter(id => id === step.id).length;
      return looks[step.id]?.(times) ?? { state: 'succeeded' };
    },
  };

  const start = (
    of: Runs = runs,
    steps: Record<string, StepHandler> = {},
  ): AbortController => {
    const stop = new AbortController();
    of.start({
      handlers: [
        { kind: 'test', steps: { effect: world.effect, check, ...steps } },
      ],
      signal: stop.signal,
    });
    return stop;
  };

  const step = (id: string, more: Partial<PlannedStep> = {}): PlannedStep => ({
    id,
    type: id.startsWith('do') ? 'effect' : 'check',
    title: `Step ${id}`,
    input: { id },
    ...more,
  });

  const ask = async (
    steps: (string | PlannedStep)[],
    more: Partial<RunRequest> = {},
    of: Runs = runs,
  ): Promise<Run> => {
    const { run } = await of.request({
      kind: 'test',
      key: `key ${Math.random()}`,
      input: {},
      requestedBy: 'user:default/ann',
      steps: steps.map(one => (typeof one === 'string' ? step(one) : one)),
      ...more,
    });
    return run;
  };

  /** Waits until the run is as it should be. */
  async function until(id: string, is: (run: Run) => boolean): Promise<Run> {
    for (;;) {
      const run = await runs.get(id);
      if (is(run)) return run;
      if (warned.length) throw new Error(warned.join());
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  const ended = (id: string) =>
    until(id, ({ finishedAt }) => finishedAt !== undefined);

  const stepsOf = (run: Run) =>
    Object.fromEntries(run.steps.map(({ id, state }) => [id, state]));

  const ledgerOf = async (run: Run) =>
    (await runs.ledger(run.id)).map(({ state }) => state);

  const journalOf = async (run: Run) => {
    const lines = await runs.journal(run.id, 0, 1_000);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
    return lines.map(({ event, stepId }) =>
      stepId ? `${event} ${stepId}` : event,
    );
  };

  it('does steps in order, and tells what it did', async () => {
    const { id } = await ask(['look', 'do-a', 'do-b']);
    start();
    const run = await ended(id);
    expect(run).toMatchObject({ state: 'succeeded', kind: 'test' });
    expect(run.steps.map(({ result }) => result)).toEqual([
      undefined,
      { by: 'act' },
      { by: 'act' },
    ]);
    expect(world.counts).toEqual([1, 1]);
    expect(await ledgerOf(run)).toEqual([
      'intended',
      'applied',
      'intended',
      'applied',
    ]);
    expect(await journalOf(run)).toEqual([
      'requested',
      'started',
      'step-started look',
      'step-succeeded look',
      'step-started do-a',
      'step-succeeded do-a',
      'step-started do-b',
      'step-succeeded do-b',
      'ended',
    ]);
  });

  describe('are asked for', () => {
    it('once per key, also when two backends ask at once', async () => {
      const other = await create();
      const both = await Promise.all(
        [runs, other, runs, other].map(one =>
          one.request({
            kind: 'test',
            key: 'one',
            input: { a: 'ü\u0000' },
            requestedBy: 'user:default/ann',
            steps: [step('look')],
          }),
        ),
      );
      expect(both.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(both.map(({ run }) => run.id)).size).toBe(1);
      expect(both[0].run).toEqual(await runs.get(both[0].run.id));
      expect(both[0].run.input).toEqual({ a: 'ü\u0000' });
      expect((await ask(['look'], { key: 'one', kind: 'else' })).id).not.toBe(
        both[0].run.id,
      );
    });

    it('in the transaction of the caller, and are begun when that is committed', async () => {
      const change = jest.fn();
      runs = await create({ pollInterval: 600_000, onChange: change });
      start();
      await new Promise(resolve => setTimeout(resolve, 50));
      const within = (trx: Knex.Transaction) =>
        runs.request(
          {
            kind: 'test',
            key: 'within',
            input: {},
            requestedBy: 'user:default/ann',
            steps: [step('look')],
          },
          trx,
        );
      await expect(
        knex.transaction(async trx => {
          await within(trx);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      expect(await runs.list({})).toEqual([]);
      const { run, created } = await knex.transaction(within);
      expect(created).toBe(true);
      expect((await ended(run.id)).state).toBe('succeeded');
      expect(change.mock.calls.map(([told]) => told.state)).toEqual([
        'planned',
        'running',
        'running',
        'running',
        'succeeded',
      ]);
    });

    it.each<[string, Partial<RunRequest>]>([
      ['no key', { key: '' }],
      ['a long key', { key: 'k'.repeat(301) }],
      ['NUL in its target', { target: 'a\u0000' }],
      ['no steps', { steps: [] }],
      ['steps of the same id', { steps: [step('a'), step('a')] }],
      ['a time-out of nothing', { steps: [step('a', { timeout: 0 })] }],
      ['too much input', { input: { a: 'a'.repeat(1_000_001) } }],
      ['an approval until never', { approval: { until: NaN } }],
    ])('but not with %s', async (_what, more) => {
      await expect(ask(['a'], more)).rejects.toThrow(InputError);
    });

    it('and are listed, the latest first, a page at a time', async () => {
      const ids: string[] = [];
      for (const target of ['x', 'y', 'x', 'x'])
        ids.unshift((await ask(['look'], { target })).id);
      const listed = async (filter: Parameters<Runs['list']>[0]) =>
        (await runs.list(filter)).map(({ id }) => id);
      expect(await listed({})).toEqual(ids);
      expect(await listed({ limit: 2 })).toEqual(ids.slice(0, 2));
      expect(await listed({ before: ids[1] })).toEqual(ids.slice(2));
      expect(await listed({ target: 'y' })).toEqual([ids[2]]);
      expect(await listed({ kind: 'else' })).toEqual([]);
      expect(await listed({ states: ['planned'], limit: 1 })).toEqual([ids[0]]);
      expect(await listed({ states: ['failed'] })).toEqual([]);
      await expect(runs.get('nobody')).rejects.toThrow(NotFoundError);
      await expect(runs.cancel('nobody', 'a', 'b')).rejects.toThrow(
        NotFoundError,
      );
    });
  });

  describe('that want an approval', () => {
    const approval = () => ({ until: now + hour });
    const ben = { approve: true, by: 'user:default/ben' };

    it('wait for somebody else to give it', async () => {
      const { id, state } = await ask(['do'], { approval: approval() });
      expect(state).toBe('waiting-approval');
      start();
      await expect(
        runs.decide(id, { approve: true, by: 'user:default/ann' }),
      ).rejects.toThrow(NotAllowedError);
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(world.acts).toBe(0);
      await runs.decide(id, { ...ben, comment: 'looks right' });
      const run = await ended(id);
      expect(run).toMatchObject({
        state: 'succeeded',
        approval: { state: 'approved', by: ben.by, comment: 'looks right' },
      });
      await expect(runs.decide(id, ben)).rejects.toThrow(ConflictError);
      expect(await journalOf(run)).toContain('approved');
    });

    it('are decided by one of those who decide at once', async () => {
      const other = await create();
      const { id } = await ask(['do'], { approval: approval() });
      const decided = await Promise.allSettled([
        runs.decide(id, ben),
        other.decide(id, { approve: false, by: 'user:default/cat' }),
        other.decide(id, { approve: true, by: 'user:default/dan' }),
      ]);
      const refused = decided.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(2);
      for (const one of refused)
        expect(one).toMatchObject({ reason: { name: 'ConflictError' } });
    });

    it('are over when it is refused', async () => {
      const { id } = await ask(['do'], { approval: approval() });
      const run = await runs.decide(id, {
        approve: false,
        by: ben.by,
        comment: 'not on a Friday',
      });
      expect(run).toMatchObject({
        state: 'rejected',
        outcome: 'not on a Friday',
        steps: [{ state: 'cancelled' }],
      });
      start();
      expect(await ended(id)).toEqual(run);
      expect(world.acts).toBe(0);
    });

    it('are over when nobody gave it in time, whoever notices', async () => {
      const late = await ask(['do'], { approval: approval() });
      const noticed = await ask(['do'], { approval: approval() });
      now += hour;
      await expect(runs.decide(late.id, ben)).rejects.toThrow(ConflictError);
      start();
      for (const { id } of [late, noticed]) {
        expect(await ended(id)).toMatchObject({
          state: 'rejected',
          approval: { state: 'expired' },
        });
      }
      expect(world.acts).toBe(0);
    });

    it('want none when it is not asked for', async () => {
      const { id } = await ask(['look']);
      await expect(runs.decide(id, ben)).rejects.toThrow(ConflictError);
    });
  });

  describe('look', () => {
    it('again when they said so, by whoever is there, and are held by nobody meanwhile', async () => {
      looks.look = times =>
        times < 3
          ? { state: 'again', after: hour, text: `${times}`, result: { times } }
          : { state: 'succeeded' };
      const { id } = await ask([step('look', { timeout: 10 * hour })]);
      const first = start();
      const waiting = await until(id, ({ steps }) => steps[0].progress === '1');
      expect(waiting.steps[0]).toMatchObject({
        state: 'waiting',
        result: { times: 1 },
        attempts: 1,
      });
      first.abort();
      await runs.stop();
      const row = await knex('runs').first('holder', 'due_at');
      expect({ ...row, due_at: Number(row.due_at) }).toEqual({
        holder: null,
        due_at: now + hour,
      });
      now += hour;
      start(await create());
      await until(id, ({ steps }) => steps[0].progress === '2');
      await runs.hurry(id);
      expect(await ended(id)).toMatchObject({
        state: 'succeeded',
        steps: [{ attempts: 3, result: { times: 2 } }],
      });
    });

    it('again after an error, until their time is up', async () => {
      let errors = 0;
      const failing: StepHandler = {
        kind: 'check',
        retryAfter: () => 10_000,
        look: async () => {
          errors += 1;
          throw new Error('no connection');
        },
      };
      const { id } = await ask([
        step('a', { type: 'failing', timeout: minute }),
      ]);
      start(runs, { failing });
      for (let tries = 1; tries <= 6; tries++) {
        await until(id, ({ steps }) => steps[0].attempts === tries);
        await until(id, ({ steps }) => steps[0].state !== 'running');
        now += 10_000;
      }
      const run = await ended(id);
      expect(errors).toBe(6);
      expect(run.state).toBe('failed');
      expect(run.steps[0].error).toBe(
        'It was not over after 60000 ms; at last: no connection',
      );
      expect(await journalOf(run)).toEqual([
        'requested',
        'started',
        'step-started a',
        'attempt-failed a',
        'step-failed a',
        'ended',
      ]);
    });

    it('not for ever, also when the look does not answer', async () => {
      const hanging: StepHandler = {
        kind: 'check',
        look: () => new Promise(() => undefined),
      };
      const { id } = await ask([step('a', { type: 'hanging', timeout: 50 })]);
      start(runs, { hanging });
      const looking = until(id, ({ steps }) => steps[0].state === 'running');
      await looking;
      now += 60;
      expect(await ended(id)).toMatchObject({ state: 'failed' });
    });

    it('later when this replica does not know how, since another one may', async () => {
      const { id } = await ask([step('a', { type: 'novel' })]);
      start();
      await until(id, ({ steps }) => steps[0].state === 'waiting');
      const other = await create();
      await runs.stop();
      start(other, { novel: check });
      now += 5_000;
      expect((await ended(id)).state).toBe('succeeded');
    });
  });

  describe('change the world once', () => {
    type Case = [
      string,
      () => void,
      {
        state: Run['state'];
        applied: number[];
        ledger: string[];
      },
    ];
    it.each<Case>([
      [
        'when the act throws before anything happened: read back, and done again',
        () => {
          world.onAct = () => {
            if (world.acts === 1) throw new Error('cut off');
          };
        },
        {
          state: 'succeeded',
          applied: [1],
          ledger: ['intended', 'absent', 'intended', 'applied'],
        },
      ],
      [
        'when the answer is lost: read back, and not done again',
        () => {
          world.afterAct = () => {
            throw new Error('cut off');
          };
        },
        { state: 'succeeded', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'when it cannot be read back for a while',
        () => {
          world.afterAct = () => {
            throw new Error('cut off');
          };
          world.onReadBack = () => {
            if (world.readBacks < 3) throw new Error('no connection');
          };
        },
        { state: 'succeeded', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'or nobody knows, when it can never be read back',
        () => {
          world.afterAct = () => {
            throw new Error('cut off');
          };
          world.onReadBack = () => ({ state: 'unknown', error: 'who knows' });
        },
        { state: 'unknown', applied: [1], ledger: ['intended', 'unknown'] },
      ],
      [
        'or nobody knows, when the act says so',
        () => {
          world.afterAct = () => ({ state: 'unknown', error: 'who knows' });
        },
        { state: 'unknown', applied: [1], ledger: ['intended', 'unknown'] },
      ],
      [
        'or not at all, when it is refused',
        () => {
          world.afterAct = () => {
            world.applied.clear();
            return { state: 'refused', error: 'forbidden' };
          };
        },
        { state: 'failed', applied: [], ledger: ['intended', 'refused'] },
      ],
      [
        'and say so, when it failed with the change made',
        () => {
          world.afterAct = () => ({ state: 'failed', error: 'half' });
        },
        { state: 'failed', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'and say so, when it failed with nothing changed',
        () => {
          world.afterAct = () => {
            world.applied.clear();
            return { state: 'failed', error: 'nothing' };
          };
        },
        { state: 'failed', applied: [], ledger: ['intended', 'absent'] },
      ],
      [
        'when it asks to be tried again without having done it',
        () => {
          world.onAct = () => undefined;
          world.afterAct = () => {
            if (world.acts > 2) return undefined;
            world.applied.clear();
            return { state: 'again', after: 1_000, text: 'busy' };
          };
        },
        {
          state: 'succeeded',
          applied: [1],
          ledger: [
            'intended',
            'absent',
            'intended',
            'absent',
            'intended',
            'applied',
          ],
        },
      ],
      [
        'when it asks for patience after having done it',
        () => {
          world.afterAct = () => ({ state: 'again', after: 1_000 });
        },
        { state: 'succeeded', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'or not at all, when it cannot even be described',
        () => {
          world.effect.describe = () => {
            throw new Error('no such target');
          };
        },
        { state: 'failed', applied: [], ledger: [] },
      ],
      [
        'or not at all, when nothing happens until its time is up',
        () => {
          world.onAct = () => {
            throw new Error('cut off');
          };
        },
        { state: 'failed', applied: [], ledger: expect.anything() },
      ],
    ])('%s', async (_what, arrange, { state, applied, ledger }) => {
      arrange();
      // Time passes faster here than leases are renewed.
      runs = await create({ leaseTtl: 60 * minute });
      const { id } = await ask([
        step('do', { timeout: minute }),
        'after',
        step('restore', { always: true }),
      ]);
      start();
      const passing = setInterval(() => {
        now += 1_000;
      }, 10);
      const run = await ended(id).finally(() => clearInterval(passing));
      expect(run.state).toBe(state);
      expect(world.counts).toEqual(applied);
      expect(await ledgerOf(run)).toEqual(ledger);
      expect(looked).toEqual(
        state === 'succeeded' ? ['after', 'restore'] : ['restore'],
      );
      const fine = state === 'succeeded';
      expect(run.outcome ?? 'fine').toMatch(fine ? 'fine' : /^Step do: ./);
      expect(stepsOf(run).after).toBe(fine ? 'succeeded' : 'skipped');
    });

    it('or nobody knows, when the act never comes back and is not seen', async () => {
      world.onAct = () => new Promise(() => undefined);
      const { id } = await ask([step('do', { timeout: 100 })]);
      start();
      await until(id, ({ steps }) => steps[0].state === 'running');
      now += 200;
      const run = await ended(id);
      expect(run.state).toBe('unknown');
      expect(run.steps[0].error).toMatch('still going on');
      expect(world.acts).toBe(1);
    });
  });

  it('go on after a failure that may be, and leave out what comes after one that may not', async () => {
    looks.a = () => ({ state: 'failed', error: 'no' });
    looks.c = () => ({ state: 'refused', error: 'never' });
    const steps = [
      step('a', { continueOnFailure: true }),
      step('b'),
      step('c'),
      step('do-d'),
      step('e', { always: true }),
    ];
    const { id } = await ask(steps);
    const fine = await ask(steps.slice(0, 2));
    start();
    const run = await ended(id);
    expect(run).toMatchObject({ state: 'failed', outcome: 'Step c: never' });
    expect(stepsOf(run)).toEqual({
      a: 'failed',
      b: 'succeeded',
      c: 'failed',
      'do-d': 'skipped',
      e: 'succeeded',
    });
    expect((await ended(fine.id)).state).toBe('succeeded');
  });

  describe('are cancelled', () => {
    const cancel = (id: string, of = runs) =>
      of.cancel(id, 'user:default/ben', 'wrong one');

    it('before they began: nothing is done, also nothing that always is', async () => {
      const { id } = await ask(['do', step('e', { always: true })]);
      const run = await cancel(id);
      expect(run).toMatchObject({
        state: 'cancelled',
        outcome: 'wrong one',
        cancellation: { by: 'user:default/ben', at: now },
      });
      start();
      expect(await cancel(id)).toEqual(run);
      expect([world.acts, looked]).toEqual([0, []]);
    });

    it('while they wait: what is always done still is', async () => {
      looks.look = () => ({ state: 'again', after: hour });
      const { id } = await ask([
        'do',
        'look',
        'b',
        step('e', { always: true }),
      ]);
      start();
      await until(id, ({ steps }) => steps[1].state === 'waiting');
      await cancel(id);
      const run = await ended(id);
      expect(run.state).toBe('cancelled');
      expect(stepsOf(run)).toEqual({
        do: 'succeeded',
        look: 'cancelled',
        b: 'cancelled',
        e: 'succeeded',
      });
    });

    it.each<[string, boolean, Run['state'], Record<string, string>]>([
      ['had not happened', false, 'cancelled', { do: 'cancelled' }],
      ['had happened', true, 'cancelled', { do: 'succeeded' }],
    ])(
      'through another replica in the middle of an act that %s',
      async (_what, happened, state, steps) => {
        let aborted = 0;
        world.onAct = async ({ step: { actionId }, signal }) => {
          if (happened) world.apply(actionId);
          await new Promise(resolve =>
            signal.addEventListener('abort', resolve),
          );
          aborted += 1;
          throw signal.reason;
        };
        const { id } = await ask(['do', 'b', step('e', { always: true })]);
        start();
        await until(id, () => world.acts > 0);
        await cancel(id, await create());
        const run = await ended(id);
        expect(aborted).toBe(1);
        expect(run.state).toBe(state);
        expect(stepsOf(run)).toEqual({
          ...steps,
          b: 'cancelled',
          e: 'succeeded',
        });
        expect(await ledgerOf(run)).toEqual([
          'intended',
          happened ? 'applied' : 'absent',
        ]);
        expect(world.acts).toBe(1);
      },
    );

    it('in the middle of a look, and too late when everything was done', async () => {
      const slow: StepHandler = {
        kind: 'check',
        look: ({ signal, step: { id } }) =>
          new Promise((resolve, reject) => {
            looked.push(id);
            signal.addEventListener('abort', () =>
              id === 'late'
                ? resolve({ state: 'succeeded' })
                : reject(signal.reason),
            );
          }),
      };
      const early = await ask([step('early', { type: 'slow' })]);
      const late = await ask([step('late', { type: 'slow' })]);
      start(runs, { slow });
      await until(early.id, () => looked.length === 2);
      await Promise.all([cancel(early.id), cancel(late.id)]);
      expect((await ended(early.id)).state).toBe('cancelled');
      expect(await ended(late.id)).toMatchObject({
        state: 'succeeded',
        outcome: 'Everything was done before it could be cancelled',
      });
    });

    it('while what is always done goes on undisturbed', async () => {
      let told = false;
      const slow: StepHandler = {
        kind: 'check',
        look: async ({ signal }) => {
          looked.push('slow');
          signal.addEventListener('abort', () => {
            told = true;
          });
          await new Promise(resolve => setTimeout(resolve, 100));
          return { state: 'succeeded' };
        },
      };
      const { id } = await ask([
        step('e', { type: 'slow', always: true }),
        'b',
      ]);
      start(runs, { slow });
      await until(id, () => looked.length === 1);
      await cancel(id);
      const run = await ended(id);
      expect([run.state, told]).toEqual(['cancelled', false]);
      expect(stepsOf(run)).toEqual({ e: 'succeeded', b: 'cancelled' });
    });
  });

  describe('are paused', () => {
    it('before the next step, while their time stands still, until resumed', async () => {
      let release: () => void = () => undefined;
      world.onAct = () =>
        new Promise(resolve => {
          release = resolve;
        });
      looks.look = times =>
        times < 2 ? { state: 'again', after: 1_000 } : { state: 'succeeded' };
      const { id } = await ask(['do', step('look', { timeout: minute })]);
      start();
      await until(id, () => world.acts === 1);
      await runs.pause(id, 'user:default/ben');
      release();
      await until(id, ({ steps }) => steps[0].state === 'succeeded');
      now += hour;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual([]);
      await runs.resume(id, 'user:default/ben');
      await until(id, ({ steps }) => steps[1].state === 'waiting');
      await runs.pause(id, 'user:default/ben');
      now += hour;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual(['look']);
      await expect(runs.hurry(id)).resolves.toBeUndefined();
      await runs.resume(id, 'user:default/ben');
      const run = await ended(id);
      expect(run.state).toBe('succeeded');
      expect(looked).toEqual(['look', 'look']);
      await expect(runs.pause(id, 'a')).rejects.toThrow(ConflictError);
      await expect(runs.resume(id, 'a')).rejects.toThrow(ConflictError);
    });

    it('before they began, and while they want an approval', async () => {
      const plain = await ask(['a']);
      const asking = await ask(['b'], { approval: { until: now + hour } });
      for (const { id } of [plain, asking]) await runs.pause(id, 'ben');
      start();
      await runs.decide(asking.id, { approve: true, by: 'ben' });
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual([]);
      for (const { id } of [plain, asking]) await runs.resume(id, 'ben');
      for (const { id } of [plain, asking])
        expect((await ended(id)).state).toBe('succeeded');
    });

    it('and cancelled', async () => {
      looks.look = () => ({ state: 'again', after: hour });
      const { id } = await ask(['look']);
      start();
      await until(id, ({ steps }) => steps[0].state === 'waiting');
      await runs.pause(id, 'ben');
      await runs.cancel(id, 'ben', 'enough');
      expect((await ended(id)).state).toBe('cancelled');
    });
  });

  it('leave out a step that has not begun or that waits, and no other', async () => {
    looks.look = () => ({ state: 'again', after: hour });
    world.afterAct = () => {
      throw new Error('cut off');
    };
    world.onReadBack = () => ({ state: 'unknown', error: 'who knows' });
    const { id } = await ask(['a', 'look', 'b', 'c']);
    const begun = await ask(['do', 'look']);
    const skip = (stepId: string, run = id) =>
      runs.skip(run, stepId, 'user:default/ben', 'known to be fine');
    await skip('b');
    start();
    await until(id, ({ steps }) => steps[1].state === 'waiting');
    await until(begun.id, ({ steps }) => steps[0].state === 'waiting');
    await expect(skip('a')).rejects.toThrow(ConflictError);
    await expect(skip('nothing')).rejects.toThrow(InputError);
    await expect(skip('do', begun.id)).rejects.toThrow(ConflictError);
    await skip('look');
    const run = await ended(id);
    expect(run.state).toBe('succeeded');
    expect(stepsOf(run)).toMatchObject({
      look: 'skipped',
      b: 'skipped',
      c: 'succeeded',
    });
    expect(await runs.journal(id)).toContainEqual(
      expect.objectContaining({
        event: 'step-skipped',
        stepId: 'look',
        by: 'user:default/ben',
        text: 'known to be fine',
      }),
    );
    await expect(skip('c')).rejects.toThrow(ConflictError);
  });

  it.each(['skip', 'cancel', 'pause'] as const)(
    'either begin an effect or obey a %s that comes at that moment',
    async command => {
      const commanded: Promise<Run | undefined>[] = [];
      const describe = world.effect.describe;
      world.effect.describe = context => {
        const { id } = context.run;
        // Between the judgement that it is to be done and the writing down of the intent.
        if (commanded.length < 10) {
          const said = {
            skip: () => runs.skip(id, 'do', 'ben', 'no need'),
            cancel: () => runs.cancel(id, 'ben', 'no'),
            pause: () => runs.pause(id, 'ben'),
          }[command]();
          commanded.push(said.catch(() => undefined));
        }
        return describe(context);
      };
      const asked: Run[] = [];
      for (let n = 0; n < 10; n++) asked.push(await ask(['do']));
      start();
      for (const { id } of asked) {
        await until(
          id,
          ({ state, finishedAt }) =>
            finishedAt !== undefined || state === 'paused',
        );
      }
      // What was accepted before the step began has kept it from beginning.
      const obeyed = (await Promise.all(commanded)).flatMap(run =>
        run && ['pending', 'skipped'].includes(run.steps[0].state)
          ? [run.steps[0].actionId]
          : [],
      );
      expect(obeyed.filter(actionId => world.applied.has(actionId))).toEqual(
        [],
      );
      for (const { id } of asked)
        await runs.resume(id, 'ben').catch(() => undefined);
      for (const { id } of asked) {
        const run = await ended(id);
        const [{ state, actionId }] = run.steps;
        const applied = world.applied.get(actionId) ?? 0;
        expect(applied).toBe(state === 'succeeded' ? 1 : 0);
        expect(await ledgerOf(run)).toEqual(
          applied ? ['intended', 'applied'] : [],
        );
      }
    },
  );

  describe('of several replicas', () => {
    it('with one target go one after the other in the order of asking, others at once', async () => {
      const atWork = new Set<string>();
      const order: string[] = [];
      let most = 0;
      let total = 0;
      const slow: StepHandler = {
        kind: 'check',
        look: async ({ run }) => {
          const { target = '', key } = run;
          expect(atWork.has(target)).toBe(false);
          atWork.add(target);
          total += 1;
          most = Math.max(most, atWork.size);
          if (target === 'x') order.push(key);
          await new Promise(resolve => setTimeout(resolve, 20));
          atWork.delete(target);
          return { state: 'succeeded' };
        },
      };
      const asked: Run[] = [];
      for (let n = 0; n < 24; n++) {
        const target = n % 2 ? 'x' : `other ${n}`;
        asked.push(
          await ask([step('a', { type: 'slow' })], { target, key: `${n}` }),
        );
      }
      for (let n = 0; n < 3; n++)
        start(await create({ maxConcurrent: 2 }), {
          slow,
        });
      for (const { id } of asked)
        expect((await ended(id)).state).toBe('succeeded');
      expect(total).toBe(24);
      expect(order).toEqual(
        asked.map(({ key }) => key).filter(key => Number(key) % 2),
      );
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(6);
    });

    it('let the next of a target go when the one before is cancelled, rejected or paused', async () => {
      const approval = { until: now + hour };
      const [a, b, c, d] = [
        await ask(['look'], { target: 'x' }),
        await ask(['b'], { target: 'x' }),
        await ask(['c'], { target: 'x', approval }),
        await ask(['d'], { target: 'x' }),
      ];
      looks.look = () => ({ state: 'again', after: hour });
      start();
      await until(a.id, ({ steps }) => steps[0].state === 'waiting');
      await runs.pause(b.id, 'ben');
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual(['look']);
      await runs.cancel(a.id, 'ben', 'enough');
      expect((await ended(d.id)).state).toBe('succeeded');
      await runs.decide(c.id, { approve: true, by: 'ben' });
      expect((await ended(c.id)).state).toBe('succeeded');
      await runs.resume(b.id, 'ben');
      expect((await ended(b.id)).state).toBe('succeeded');
    });

    it('are handed over at once when one stops, and the effect is read back', async () => {
      world.onAct = ({ signal, step: { actionId } }) => {
        world.apply(actionId);
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      };
      const { id } = await ask(['do']);
      const first = await create({ leaseTtl: 600_000 });
      start(first);
      await until(id, () => world.acts === 1);
      const second = await create({ leaseTtl: 600_000 });
      start(second);
      await first.stop();
      const run = await ended(id);
      expect(run).toMatchObject({
        state: 'succeeded',
        steps: [{ result: { by: 'readBack' }, attempts: 1 }],
      });
      expect(world.counts).toEqual([1]);
    });

    it('write nothing once another one has taken over, also when the clock jumped', async () => {
      let release: () => void = () => undefined;
      let reason: unknown;
      world.onAct = ({ signal, step: { actionId } }) => {
        world.apply(actionId);
        return new Promise<void>((_, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
          });
          release = () => reject(new Error('too late'));
        });
      };
      const { id } = await ask(['do', 'a']);
      start();
      await until(id, () => world.acts === 1);
      now += hour / 60;
      // The clock of the database says that its time is up, while it believes to hold it.
      start(await create());
      const run = await ended(id);
      await until(id, () => reason !== undefined);
      release();
      await runs.stop();
      expect(run.state).toBe('succeeded');
      expect(await runs.get(id)).toEqual(run);
      expect(world.counts).toEqual([1]);
      expect(reason).toBeInstanceOf(LeaseLostError);
      expect(await journalOf(run)).toContain('taken-over do');
    });

    it('do not wait for the clock to catch up when it was set back', async () => {
      looks.look = () => ({ state: 'again', after: 100 });
      const { id } = await ask(['do']);
      await knex('runs').update({
        holder: 'somebody dead',
        token: 7,
        lease_until: now + 2_000,
        lease_ttl: 2_000,
      });
      now -= hour;
      start();
      expect((await ended(id)).state).toBe('succeeded');
      expect((await runs.ledger(id)).map(({ token }) => token)).toEqual([8, 8]);
    });
  });

  it('keep what is said, within bounds, and once', async () => {
    const talking: StepHandler = {
      kind: 'check',
      look: async ({ progress, results, step: { id } }) => {
        if (id === 'b') return { state: 'succeeded', result: { results } };
        await progress('the same');
        await progress('the same');
        await progress('with data', { at: 1 });
        await progress(`long \u0000${'x'.repeat(5_000)}`, {
          y: 'y'.repeat(50_000),
        });
        return { state: 'succeeded', text: 'done', result: { a: 1 } };
      },
    };
    const type = 'talking';
    const { id } = await ask([step('a', { type }), step('b', { type })]);
    start(runs, { talking });
    const run = await ended(id);
    expect(run.steps[0]).toMatchObject({ progress: 'done', result: { a: 1 } });
    expect(run.steps[1].result).toEqual({ results: { a: { a: 1 } } });
    const said = (await runs.journal(id)).filter(
      ({ event }) => event === 'progress',
    );
    expect(said.map(({ text }) => text?.length)).toEqual([8, 9, 2_000]);
    expect(said[1].data).toEqual({ at: 1 });
    expect(said[2].data).toEqual({ truncated: true, length: 50_008 });
    expect(await runs.journal(id, 2, 2)).toMatchObject([
      { seq: 3 },
      { seq: 4 },
    ]);
  });

  it('are told of in the transaction that changes them', async () => {
    await knex.schema.createTable('news', table => {
      table.string('state');
    });
    let broken = false;
    runs = await create({
      recordChange: async ({ state }, trx) => {
        await trx('news').insert({ state });
        if (broken) throw new Error('cannot be told');
      },
    });
    const { id } = await ask(['a']);
    broken = true;
    await expect(runs.cancel(id, 'ben', 'no')).rejects.toThrow('told');
    expect((await runs.get(id)).state).toBe('planned');
    broken = false;
    await runs.cancel(id, 'ben', 'no');
    expect(await knex('news')).toEqual([
      { state: 'planned' },
      { state: 'cancelled' },
    ]);
  });

  it.each<
    [string, number, (ledger: Knex.QueryBuilder) => PromiseLike<unknown>]
  >([
    ['was altered', 3, l => l.where({ seq: 3 }).update({ effect: '{"a":1}' })],
    ['was retold', 2, l => l.where({ seq: 2 }).update({ state: 'absent' })],
    [
      'is no JSON any more',
      3,
      l => l.where({ seq: 3 }).update({ effect: '{' }),
    ],
    ['was taken away', 2, l => l.where({ seq: 2 }).delete()],
    ['was the last and taken away', 6, l => l.where({ seq: 6 }).delete()],
    ['was moved', 4, l => l.where({ seq: 4 }).update({ seq: 40 })],
  ])('show a row of the ledger that %s', async (_what, at, tamper) => {
    const [a, b] = [await ask(['do-a', 'do-b']), await ask(['do-c'])];
    start();
    await ended(a.id);
    await ended(b.id);
    await runs.stop();
    expect(await runs.verifyLedger()).toEqual({ rows: 6 });
    const kept = await knex('run_ledger');
    await tamper(knex('run_ledger'));
    expect(await runs.verifyLedger()).toMatchObject({ brokenAt: at });
    await knex('run_ledger').delete();
    await knex('run_ledger').insert(kept);
  });

  it('verify a ledger of many pages', async () => {
    const event = {
      at: now,
      actionId: 'a',
      runId: 'r',
      stepId: 's',
      state: 'intended' as const,
      effect: { b: 1, a: [null, { z: 'ü', y: 1e21 }] },
      token: 1,
    };
    for (let n = 0; n < 25; n++)
      await knex.transaction(trx =>
        appendLedger(
          trx,
          Array.from({ length: 100 }, () => event),
        ),
      );
    expect(await runs.verifyLedger()).toEqual({ rows: 2_500 });
    const row = await knex('run_ledger').where({ seq: 2_200 }).first();
    await knex('run_ledger').where({ seq: 2_200 }).update({ token: 2 });
    expect(await runs.verifyLedger()).toEqual({ rows: 2_199, brokenAt: 2_200 });
    await knex('run_ledger').where({ seq: 2_200 }).update({ token: row.token });
  });

  it('have a schema that can be taken away with what is in it, and brought back', async () => {
    const { id } = await ask(['do']);
    start();
    await ended(id);
    await runs.stop();
    const config = {
      directory: join(__dirname, '../../migrations'),
      tableName: 'reliability_knex_migrations',
    };
    await knex.migrate.down({ ...config, name: '20261125_runs.js' });
    expect(await knex.schema.hasTable('runs')).toBe(false);
    await knex.migrate.latest(config);
    expect(await runs.list({})).toEqual([]);
    expect(await runs.verifyLedger()).toEqual({ rows: 0 });
  });
});
