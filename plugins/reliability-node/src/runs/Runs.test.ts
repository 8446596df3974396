import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Knex } from 'knex';
import { join } from 'node:path';
import type { Run, RunRequest, Runs, StepHandler } from '.';
import { LeaseLostError } from '../leases';
import { appendLedger } from './database';
import { useRuns } from './__testUtils__/useRuns';

const minute = 60_000;
const hour = 60 * minute;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Runs on %s', databaseId => {
  const bed = useRuns(databases, databaseId);
  const { ask, check, create, ended, looked, start, step, until } = bed;
  const { journalOf, ledgerOf, stepsOf } = bed;

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
    expect(bed.world.counts).toEqual([1, 1]);
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
        [bed.runs, other, bed.runs, other].map(one =>
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
      expect(both[0].run).toEqual(await bed.runs.get(both[0].run.id));
      expect(both[0].run.input).toEqual({ a: 'ü\u0000' });
      expect((await ask(['look'], { key: 'one', kind: 'else' })).id).not.toBe(
        both[0].run.id,
      );
    });

    it('in the transaction of the caller, and are begun when that is committed', async () => {
      const change = jest.fn();
      bed.runs = await create({ pollInterval: 600_000, onChange: change });
      start();
      await new Promise(resolve => setTimeout(resolve, 50));
      const within = (trx: Knex.Transaction) =>
        bed.runs.request(
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
        bed.knex.transaction(async trx => {
          await within(trx);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      expect(await bed.runs.list({})).toEqual([]);
      const { run, created } = await bed.knex.transaction(within);
      expect(created).toBe(true);
      expect((await ended(run.id)).state).toBe('succeeded');
      expect(change.mock.calls.map(([told]) => told.state)).toEqual([
        'planned',
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
        (await bed.runs.list(filter)).map(({ id }) => id);
      expect(await listed({})).toEqual(ids);
      expect(await listed({ limit: 2 })).toEqual(ids.slice(0, 2));
      expect(await listed({ before: ids[1] })).toEqual(ids.slice(2));
      expect(await listed({ target: 'y' })).toEqual([ids[2]]);
      expect(await listed({ kind: 'else' })).toEqual([]);
      expect(await listed({ states: ['planned'], limit: 1 })).toEqual([ids[0]]);
      expect(await listed({ states: ['failed'] })).toEqual([]);
      await expect(bed.runs.get('nobody')).rejects.toThrow(NotFoundError);
      await expect(bed.runs.cancel('nobody', 'a', 'b')).rejects.toThrow(
        NotFoundError,
      );
    });
  });

  describe('that want an approval', () => {
    const approval = () => ({ until: bed.now + hour });
    const ben = { approve: true, by: 'user:default/ben' };

    it('wait for somebody else to give it', async () => {
      const { id, state } = await ask(['do'], { approval: approval() });
      expect(state).toBe('waiting-approval');
      start();
      await expect(
        bed.runs.decide(id, { approve: true, by: 'user:default/ann' }),
      ).rejects.toThrow(NotAllowedError);
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(bed.world.acts).toBe(0);
      await bed.runs.decide(id, { ...ben, comment: 'looks right' });
      const run = await ended(id);
      expect(run).toMatchObject({
        state: 'succeeded',
        approval: { state: 'approved', by: ben.by, comment: 'looks right' },
      });
      await expect(bed.runs.decide(id, ben)).rejects.toThrow(ConflictError);
      expect(await journalOf(run)).toContain('approved');
    });

    it('are decided by one of those who decide at once', async () => {
      const other = await create();
      const { id } = await ask(['do'], { approval: approval() });
      const decided = await Promise.allSettled([
        bed.runs.decide(id, ben),
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
      const run = await bed.runs.decide(id, {
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
      expect(bed.world.acts).toBe(0);
    });

    it('are over when nobody gave it in time, whoever notices', async () => {
      const late = await ask(['do'], { approval: approval() });
      const noticed = await ask(['do'], { approval: approval() });
      bed.now += hour;
      await expect(bed.runs.decide(late.id, ben)).rejects.toThrow(
        ConflictError,
      );
      start();
      for (const { id } of [late, noticed]) {
        expect(await ended(id)).toMatchObject({
          state: 'rejected',
          approval: { state: 'expired' },
        });
      }
      expect(bed.world.acts).toBe(0);
    });

    it('want none when it is not asked for', async () => {
      const { id } = await ask(['look']);
      await expect(bed.runs.decide(id, ben)).rejects.toThrow(ConflictError);
    });
  });

  describe('look', () => {
    it('again when they said so, by whoever is there, and are held by nobody meanwhile', async () => {
      bed.looks.look = times =>
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
      await bed.runs.stop();
      const row = await bed.knex('runs').first('holder', 'due_at');
      expect({ ...row, due_at: Number(row.due_at) }).toEqual({
        holder: null,
        due_at: bed.now + hour,
      });
      bed.now += hour;
      start(await create());
      await until(id, ({ steps }) => steps[0].progress === '2');
      await bed.runs.hurry(id);
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
      start(bed.runs, { failing });
      for (let tries = 1; tries <= 6; tries++) {
        await until(id, ({ steps }) => steps[0].attempts === tries);
        await until(id, ({ steps }) => steps[0].state !== 'running');
        bed.now += 10_000;
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

    it('later when this replica does not know how, since another one may', async () => {
      const { id } = await ask([step('a', { type: 'novel' })]);
      start();
      await until(id, ({ steps }) => steps[0].state === 'waiting');
      const other = await create();
      await bed.runs.stop();
      start(other, { novel: check });
      bed.now += 5_000;
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
          bed.world.onAct = () => {
            if (bed.world.acts === 1) throw new Error('cut off');
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
          bed.world.afterAct = () => {
            throw new Error('cut off');
          };
        },
        { state: 'succeeded', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'when it cannot be read back for a while',
        () => {
          bed.world.afterAct = () => {
            throw new Error('cut off');
          };
          bed.world.onReadBack = () => {
            if (bed.world.readBacks < 3) throw new Error('no connection');
          };
        },
        { state: 'succeeded', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'or nobody knows, when it can never be read back',
        () => {
          bed.world.afterAct = () => {
            throw new Error('cut off');
          };
          bed.world.onReadBack = () => ({
            state: 'unknown',
            error: 'who knows',
          });
        },
        { state: 'unknown', applied: [1], ledger: ['intended', 'unknown'] },
      ],
      [
        'or nobody knows, when the act says so',
        () => {
          bed.world.afterAct = () => ({ state: 'unknown', error: 'who knows' });
        },
        { state: 'unknown', applied: [1], ledger: ['intended', 'unknown'] },
      ],
      [
        'or not at all, when it is refused',
        () => {
          bed.world.afterAct = () => {
            bed.world.applied.clear();
            return { state: 'refused', error: 'forbidden' };
          };
        },
        { state: 'failed', applied: [], ledger: ['intended', 'refused'] },
      ],
      [
        'and say so, when it failed with the change made',
        () => {
          bed.world.afterAct = () => ({ state: 'failed', error: 'half' });
        },
        { state: 'failed', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'and say so, when it failed with nothing changed',
        () => {
          bed.world.afterAct = () => {
            bed.world.applied.clear();
            return { state: 'failed', error: 'nothing' };
          };
        },
        { state: 'failed', applied: [], ledger: ['intended', 'absent'] },
      ],
      [
        'when it asks to be tried again without having done it',
        () => {
          bed.world.onAct = () => undefined;
          bed.world.afterAct = () => {
            if (bed.world.acts > 2) return undefined;
            bed.world.applied.clear();
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
          bed.world.afterAct = () => ({ state: 'again', after: 1_000 });
        },
        { state: 'succeeded', applied: [1], ledger: ['intended', 'applied'] },
      ],
      [
        'or not at all, when it cannot even be described',
        () => {
          bed.world.effect.describe = () => {
            throw new Error('no such target');
          };
        },
        { state: 'failed', applied: [], ledger: [] },
      ],
      [
        'or not at all, when nothing happens until its time is up',
        () => {
          bed.world.onAct = () => {
            throw new Error('cut off');
          };
        },
        { state: 'failed', applied: [], ledger: expect.anything() },
      ],
    ])('%s', async (_what, arrange, { state, applied, ledger }) => {
      arrange();
      bed.runs = await create({ leaseTtl: 60 * minute });
      const { id } = await ask([
        step('do', { timeout: minute }),
        'after',
        step('restore', { always: true }),
      ]);
      start();
      const run = await bed.endedInTime(id);
      expect(run.state).toBe(state);
      expect(bed.world.counts).toEqual(applied);
      expect(await ledgerOf(run)).toEqual(ledger);
      expect(looked).toEqual(
        state === 'succeeded' ? ['after', 'restore'] : ['restore'],
      );
      const fine = state === 'succeeded';
      expect(run.outcome ?? 'fine').toMatch(fine ? 'fine' : /^Step do: ./);
      expect(stepsOf(run).after).toBe(fine ? 'succeeded' : 'skipped');
    });
  });

  it('are not waited for for ever: a look has failed then, and of an act that is not seen nobody knows', async () => {
    const hanging: StepHandler = {
      kind: 'check',
      look: () => new Promise(() => undefined),
    };
    bed.world.onAct = () => new Promise(() => undefined);
    const look = await ask([step('a', { type: 'hanging', timeout: 50 })]);
    const act = await ask([step('do', { timeout: 50 })]);
    start(bed.runs, { hanging });
    for (const { id } of [look, act])
      await until(id, ({ steps }) => steps[0].state !== 'pending');
    bed.now += 60;
    expect(await ended(look.id)).toMatchObject({ state: 'failed' });
    const run = await ended(act.id);
    expect(run.state).toBe('unknown');
    expect(run.steps[0].error).toMatch('still going on');
    expect(bed.world.acts).toBe(1);
  });

  it('go on after a failure that may be, and leave out what comes after one that may not', async () => {
    bed.looks.a = () => ({ state: 'failed', error: 'no' });
    bed.looks.c = () => ({ state: 'refused', error: 'never' });
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
    const cancel = (id: string, of = bed.runs) =>
      of.cancel(id, 'user:default/ben', 'wrong one');

    it('before they began: nothing is done, also nothing that always is', async () => {
      const { id } = await ask(['do', step('e', { always: true })]);
      const run = await cancel(id);
      expect(run).toMatchObject({
        state: 'cancelled',
        outcome: 'wrong one',
        cancellation: { by: 'user:default/ben', at: bed.now },
      });
      start();
      expect(await cancel(id)).toEqual(run);
      expect([bed.world.acts, looked]).toEqual([0, []]);
    });

    it('while they wait: what is always done still is', async () => {
      bed.looks.look = () => ({ state: 'again', after: hour });
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
        bed.world.onAct = async ({ step: { actionId }, signal }) => {
          if (happened) bed.world.apply(actionId);
          await new Promise(resolve =>
            signal.addEventListener('abort', resolve),
          );
          aborted += 1;
          throw signal.reason;
        };
        const { id } = await ask(['do', 'b', step('e', { always: true })]);
        start();
        await until(id, () => bed.world.acts > 0);
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
        expect(bed.world.acts).toBe(1);
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
      start(bed.runs, { slow });
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
      start(bed.runs, { slow });
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
      bed.world.onAct = () =>
        new Promise(resolve => {
          release = resolve;
        });
      bed.looks.look = times =>
        times < 2 ? { state: 'again', after: 1_000 } : { state: 'succeeded' };
      const { id } = await ask(['do', step('look', { timeout: minute })]);
      start();
      await until(id, () => bed.world.acts === 1);
      await bed.runs.pause(id, 'user:default/ben');
      release();
      await until(id, ({ steps }) => steps[0].state === 'succeeded');
      bed.now += hour;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual([]);
      await bed.runs.resume(id, 'user:default/ben');
      await until(id, ({ steps }) => steps[1].state === 'waiting');
      await bed.runs.pause(id, 'user:default/ben');
      bed.now += hour;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual(['look']);
      await expect(bed.runs.hurry(id)).resolves.toBeUndefined();
      await bed.runs.resume(id, 'user:default/ben');
      const run = await ended(id);
      expect(run.state).toBe('succeeded');
      expect(looked).toEqual(['look', 'look']);
      await expect(bed.runs.pause(id, 'a')).rejects.toThrow(ConflictError);
      await expect(bed.runs.resume(id, 'a')).rejects.toThrow(ConflictError);
    });

    it('before they began, and while they want an approval', async () => {
      const plain = await ask(['a']);
      const asking = await ask(['b'], { approval: { until: bed.now + hour } });
      for (const { id } of [plain, asking]) await bed.runs.pause(id, 'ben');
      start();
      await bed.runs.decide(asking.id, { approve: true, by: 'ben' });
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual([]);
      for (const { id } of [plain, asking]) await bed.runs.resume(id, 'ben');
      for (const { id } of [plain, asking])
        expect((await ended(id)).state).toBe('succeeded');
    });

    it('and cancelled', async () => {
      bed.looks.look = () => ({ state: 'again', after: hour });
      const { id } = await ask(['look']);
      start();
      await until(id, ({ steps }) => steps[0].state === 'waiting');
      await bed.runs.pause(id, 'ben');
      await bed.runs.cancel(id, 'ben', 'enough');
      expect((await ended(id)).state).toBe('cancelled');
    });
  });

  it('leave out a step that has not begun or that waits, and no other', async () => {
    bed.looks.look = () => ({ state: 'again', after: hour });
    bed.world.afterAct = () => {
      throw new Error('cut off');
    };
    bed.world.onReadBack = () => ({ state: 'unknown', error: 'who knows' });
    const { id } = await ask(['a', 'look', 'b', 'c']);
    const begun = await ask(['do', 'look']);
    const skip = (stepId: string, run = id) =>
      bed.runs.skip(run, stepId, 'user:default/ben', 'known to be fine');
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
    expect(await bed.runs.journal(id)).toContainEqual(
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
      const describe = bed.world.effect.describe;
      bed.world.effect.describe = context => {
        const { id } = context.run;
        // Between the judgement that it is to be done and the writing down of the intent.
        if (commanded.length < 10) {
          const said = {
            skip: () => bed.runs.skip(id, 'do', 'ben', 'no need'),
            cancel: () => bed.runs.cancel(id, 'ben', 'no'),
            pause: () => bed.runs.pause(id, 'ben'),
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
      expect(
        obeyed.filter(actionId => bed.world.applied.has(actionId)),
      ).toEqual([]);
      for (const { id } of asked)
        await bed.runs.resume(id, 'ben').catch(() => undefined);
      for (const { id } of asked) {
        const run = await ended(id);
        const [{ state, actionId }] = run.steps;
        const applied = bed.world.applied.get(actionId) ?? 0;
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
      for (let n = 0; n < 14; n++) {
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
      expect(total).toBe(14);
      expect(order).toEqual(
        asked.map(({ key }) => key).filter(key => Number(key) % 2),
      );
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(6);
    });

    it('let the next of a target go when the one before is cancelled, rejected or paused', async () => {
      const approval = { until: bed.now + hour };
      const [a, b, c, d] = [
        await ask(['look'], { target: 'x' }),
        await ask(['b'], { target: 'x' }),
        await ask(['c'], { target: 'x', approval }),
        await ask(['d'], { target: 'x' }),
      ];
      bed.looks.look = () => ({ state: 'again', after: hour });
      start();
      await until(a.id, ({ steps }) => steps[0].state === 'waiting');
      await bed.runs.pause(b.id, 'ben');
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(looked).toEqual(['look']);
      await bed.runs.cancel(a.id, 'ben', 'enough');
      expect((await ended(d.id)).state).toBe('succeeded');
      await bed.runs.decide(c.id, { approve: true, by: 'ben' });
      expect((await ended(c.id)).state).toBe('succeeded');
      await bed.runs.resume(b.id, 'ben');
      expect((await ended(b.id)).state).toBe('succeeded');
    });

    it('are handed over at once when one stops, and the effect is read back', async () => {
      bed.world.onAct = ({ signal, step: { actionId } }) => {
        bed.world.apply(actionId);
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      };
      const { id } = await ask(['do']);
      const first = await create({ leaseTtl: 600_000 });
      start(first);
      await until(id, () => bed.world.acts === 1);
      const second = await create({ leaseTtl: 600_000 });
      start(second);
      await first.stop();
      const run = await ended(id);
      expect(run).toMatchObject({
        state: 'succeeded',
        steps: [{ result: { by: 'readBack' }, attempts: 1 }],
      });
      expect(bed.world.counts).toEqual([1]);
    });

    it('write nothing once another one has taken over, also when the clock jumped', async () => {
      let release: () => void = () => undefined;
      let reason: unknown;
      bed.world.onAct = ({ signal, step: { actionId } }) => {
        bed.world.apply(actionId);
        return new Promise<void>((_, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
          });
          release = () => reject(new Error('too late'));
        });
      };
      const { id } = await ask(['do', 'a']);
      bed.runs = await create({ leaseTtl: 6_000 });
      start();
      await until(id, () => bed.world.acts === 1);
      start(await create());
      // The clock of the database says that its time is up, while it believes to hold it.
      await until(id, async run => {
        bed.now += 10_000;
        await new Promise(resolve => setTimeout(resolve, 50));
        // It may have been renewed right then.
        return (await journalOf(run)).includes('taken-over do');
      });
      const run = await ended(id);
      await until(id, () => reason !== undefined);
      release();
      await bed.runs.stop();
      expect(run.state).toBe('succeeded');
      expect(await bed.runs.get(id)).toEqual(run);
      expect(bed.world.counts).toEqual([1]);
      expect(reason).toBeInstanceOf(LeaseLostError);
      expect(await journalOf(run)).toContain('taken-over do');
    });

    it('do not wait for the clock to catch up when it was set back', async () => {
      bed.looks.look = () => ({ state: 'again', after: 100 });
      const { id } = await ask(['do']);
      await bed.knex('runs').update({
        holder: 'somebody dead',
        token: 7,
        lease_until: bed.now + 2_000,
        lease_ttl: 2_000,
      });
      bed.now -= hour;
      start();
      expect((await ended(id)).state).toBe('succeeded');
      expect((await bed.runs.ledger(id)).map(({ token }) => token)).toEqual([
        8, 8,
      ]);
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
    start(bed.runs, { talking });
    const run = await ended(id);
    expect(run.steps[0]).toMatchObject({ progress: 'done', result: { a: 1 } });
    expect(run.steps[1].result).toEqual({ results: { a: { a: 1 } } });
    const said = (await bed.runs.journal(id)).filter(
      ({ event }) => event === 'progress',
    );
    expect(said.map(({ text }) => text?.length)).toEqual([8, 9, 2_000]);
    expect(said[1].data).toEqual({ at: 1 });
    expect(said[2].data).toEqual({ truncated: true, length: 50_008 });
    expect(await bed.runs.journal(id, 2, 2)).toMatchObject([
      { seq: 3 },
      { seq: 4 },
    ]);
  });

  it('are told of in the transaction that changes them', async () => {
    await bed.knex.schema.createTable('news', table => {
      table.string('state');
    });
    let broken = false;
    bed.runs = await create({
      recordChange: async ({ state }, trx) => {
        await trx('news').insert({ state });
        if (broken) throw new Error('cannot be told');
      },
    });
    const { id } = await ask(['a']);
    broken = true;
    await expect(bed.runs.cancel(id, 'ben', 'no')).rejects.toThrow('told');
    expect((await bed.runs.get(id)).state).toBe('planned');
    broken = false;
    await bed.runs.cancel(id, 'ben', 'no');
    expect(await bed.knex('news')).toEqual([
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
    await bed.runs.stop();
    expect(await bed.runs.verifyLedger()).toEqual({ rows: 6 });
    const kept = await bed.knex('run_ledger');
    await tamper(bed.knex('run_ledger'));
    expect(await bed.runs.verifyLedger()).toMatchObject({ brokenAt: at });
    await bed.knex('run_ledger').delete();
    await bed.knex('run_ledger').insert(kept);
  });

  it('verify a ledger of many pages', async () => {
    const event = {
      at: bed.now,
      actionId: 'a',
      runId: 'r',
      stepId: 's',
      state: 'intended' as const,
      effect: { b: 1, a: [null, { z: 'ü', y: 1e21 }] },
      token: 1,
    };
    for (let n = 0; n < 25; n++)
      await bed.knex.transaction(trx =>
        appendLedger(
          trx,
          Array.from({ length: 100 }, () => event),
        ),
      );
    expect(await bed.runs.verifyLedger()).toEqual({ rows: 2_500 });
    const row = await bed.knex('run_ledger').where({ seq: 2_200 }).first();
    await bed.knex('run_ledger').where({ seq: 2_200 }).update({ token: 2 });
    expect(await bed.runs.verifyLedger()).toEqual({
      rows: 2_199,
      brokenAt: 2_200,
    });
    await bed
      .knex('run_ledger')
      .where({ seq: 2_200 })
      .update({ token: row.token });
  });

  it('have a schema that can be taken away with what is in it, and brought back', async () => {
    const { id } = await ask(['do']);
    start();
    await ended(id);
    await bed.runs.stop();
    const config = {
      directory: join(__dirname, '../../migrations'),
      tableName: 'reliability_knex_migrations',
    };
    await bed.knex.migrate.down({ ...config, name: '20261127_runs.js' });
    expect(await bed.knex('run_steps').pluck('run_id')).toEqual([id]);
    await bed.knex.migrate.up({ ...config, name: '20261127_runs.js' });
    expect(await ended(id)).toMatchObject({ state: 'succeeded' });
    for (const day of ['27', '25'])
      await bed.knex.migrate.down({ ...config, name: `202611${day}_runs.js` });
    expect(await bed.knex.schema.hasTable('runs')).toBe(false);
    await bed.knex.migrate.latest(config);
    expect(await bed.runs.list({})).toEqual([]);
    expect(await bed.runs.verifyLedger()).toEqual({ rows: 0 });
  });
});
