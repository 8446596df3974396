import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { PersonHandler, PlannedStep, Run, StepHandler } from '.';
import { useRuns } from './__testUtils__/useRuns';

const day = 86_400_000;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Resolves when it is opened. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

describe.each(databases.eachSupportedId())('Steps on %s', databaseId => {
  const bed = useRuns(databases, databaseId);
  const { ask, create, ended, looked, start, step, until } = bed;
  const { journalOf, ledgerOf, stepsOf } = bed;
  const g = { parallel: 'g' };

  describe('of one group', () => {
    it('are in progress at once, each with its own effect, and what comes after waits for all', async () => {
      const all = gate();
      let most = 0;
      let now = 0;
      bed.world.onAct = async ({ step: { id } }) => {
        now += 1;
        most = Math.max(most, now);
        if (most === 3) all.open();
        if (id !== 'do-d') await all.opened;
        now -= 1;
      };
      const { id } = await ask([
        step('do-a', g),
        step('do-b', g),
        step('do-c', g),
        step('do-d', { parallel: 'h' }),
      ]);
      start();
      const run = await ended(id);
      expect([run.state, most]).toEqual(['succeeded', 3]);
      expect(run.steps.map(({ parallel }) => parallel)).toEqual([
        'g',
        'g',
        'g',
        'h',
      ]);
      expect(bed.world.counts).toEqual([1, 1, 1, 1]);
      expect((await ledgerOf(run)).toSorted()).toEqual([
        ...Array(4).fill('applied'),
        ...Array(4).fill('intended'),
      ]);
      const lines = await journalOf(run);
      expect(lines.slice(-3)).toEqual([
        'step-started do-d',
        'step-succeeded do-d',
        'ended',
      ]);
    });

    it('finish what they have begun when one fails, and begin nothing new', async () => {
      const failing = gate();
      const other = gate();
      const slow: StepHandler = {
        kind: 'check',
        look: async ({ step: { id } }) => {
          await failing.opened;
          return id === 'bad'
            ? { state: 'failed', error: 'no' }
            : other.opened.then(() => ({ state: 'succeeded' }));
        },
      };
      // More than are done at once: the last ones have not begun.
      const { id } = await ask([
        step('bad', { ...g, type: 'slow' }),
        ...Array.from({ length: 20 }, (_, n) =>
          step(`s${n}`, { ...g, type: 'slow' }),
        ),
        step('after'),
        step('restore', { always: true }),
      ]);
      start(bed.runs, { slow });
      const begun = await until(
        id,
        ({ steps }) =>
          steps.filter(({ state }) => state === 'running').length === 16,
      );
      expect(begun.steps[16].state).toBe('pending');
      failing.open();
      const left = await until(
        id,
        ({ steps }) => steps[20].state === 'skipped',
      );
      expect(left.steps[1].state).toBe('running');
      other.open();
      const run = await ended(id);
      expect(run).toMatchObject({ state: 'failed', outcome: 'Step bad: no' });
      const states = Object.values(stepsOf(run));
      expect(states).toEqual([
        'failed',
        ...Array(15).fill('succeeded'),
        ...Array(6).fill('skipped'),
        'succeeded',
      ]);
    });

    it('go on beside one that waits or failed and may, and are cancelled and paused together', async () => {
      bed.looks.wait = times =>
        times < 2 ? { state: 'again', after: 1_000 } : { state: 'succeeded' };
      bed.looks.may = () => ({ state: 'failed', error: 'no' });
      const hold = gate();
      bed.world.onAct = () => hold.opened;
      const group = [
        step('wait', g),
        step('may', { ...g, continueOnFailure: true }),
        step('do', g),
      ];
      const fine = await ask([...group, 'after']);
      start(await create({ leaseTtl: day }));
      await until(fine.id, ({ steps }) => steps[0].state === 'waiting');
      await until(fine.id, () => bed.world.acts === 1);
      await bed.runs.pause(fine.id, 'ben');
      bed.now += 2_000;
      await bed.runs.resume(fine.id, 'ben');
      // One of them becomes due while another one is being done.
      await until(fine.id, ({ steps }) => steps[0].state === 'succeeded');
      expect(stepsOf(await bed.runs.get(fine.id))).toMatchObject({
        may: 'failed',
        do: 'running',
        after: 'pending',
      });
      hold.open();
      expect((await ended(fine.id)).state).toBe('succeeded');

      bed.world.onAct = ({ signal }) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      bed.looks.wait = () => ({ state: 'again', after: day });
      const wrong = await ask([...group, 'after']);
      await until(wrong.id, ({ steps }) => steps[0].state === 'waiting');
      await until(wrong.id, ({ steps }) => steps[1].state === 'failed');
      await until(wrong.id, () => bed.world.acts === 2);
      await (await create()).cancel(wrong.id, 'ben', 'wrong one');
      const run = await ended(wrong.id);
      expect(run.state).toBe('cancelled');
      expect(stepsOf(run)).toEqual({
        wait: 'cancelled',
        may: 'failed',
        do: 'cancelled',
        after: 'cancelled',
      });
      expect(await ledgerOf(run)).toEqual(['intended', 'absent']);
    });

    it('are all read back by the next replica when one stops in the middle', async () => {
      bed.world.onAct = ({ signal, step: { id, actionId } }) => {
        if (id !== 'do-c') bed.world.apply(actionId);
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      };
      const { id } = await ask([
        step('do-a', g),
        step('do-b', g),
        step('do-c', g),
      ]);
      const first = await create({ leaseTtl: 600_000 });
      start(first);
      await until(id, () => bed.world.acts === 3);
      await first.stop();
      bed.world.onAct = () => undefined;
      start(await create());
      const run = await ended(id);
      expect(run.state).toBe('succeeded');
      expect(run.steps.map(({ result }) => result?.by)).toEqual([
        'readBack',
        'readBack',
        'act',
      ]);
      expect(bed.world.counts).toEqual([1, 1, 1]);
    });

    it('stop together when what became of one cannot be written down, and nothing is done twice', async () => {
      let broken = true;
      const others = gate();
      bed.world.afterAct = async ({ step: { id } }) => {
        if (id === 'do-b') await others.opened;
      };
      const runs = await create({
        leaseTtl: day,
        recordChange: async run => {
          if (!broken || run.steps[0].state !== 'succeeded') return;
          broken = false;
          setTimeout(others.open, 100);
          throw new Error('the database is away');
        },
      });
      const { id } = await ask([step('do-a', g), step('do-b', g), 'after']);
      start(runs);
      while (!bed.warned.length)
        await new Promise(resolve => setTimeout(resolve, 5));
      expect(bed.warned.splice(0).join()).toMatch('could not be gone on with');
      const run = await bed.endedInTime(id);
      expect(run.state).toBe('succeeded');
      expect(bed.world.counts).toEqual([1, 1]);
    });
  });

  describe('with a condition', () => {
    it.each<[string, string | undefined, Record<string, string>]>([
      ['is done', 'rollback', { a: 'succeeded', b: 'skipped' }],
      ['is left out, with why,', 'wait', { a: 'skipped', b: 'succeeded' }],
      ['is left out too', undefined, { a: 'skipped', b: 'skipped' }],
    ])('%s when the choice is %s', async (_what, choice, states) => {
      bed.looks.ask = () => ({
        state: 'succeeded',
        result: choice === undefined ? {} : { choice },
      });
      const { id } = await ask([
        'ask',
        step('a', { ...g, when: { step: 'ask', in: ['rollback', 'restart'] } }),
        step('b', { ...g, when: { step: 'ask', in: ['wait'] } }),
        'c',
      ]);
      start();
      const run = await ended(id);
      expect(run.state).toBe('succeeded');
      expect(stepsOf(run)).toEqual({
        ask: 'succeeded',
        ...states,
        c: 'succeeded',
      });
      const texts = (await bed.runs.journal(id)).flatMap(({ data, text }) =>
        data?.unmet ? [text] : [],
      );
      const said = choice === undefined ? 'no choice' : `'${choice}'`;
      expect(texts).toEqual(
        [
          `Step ask: ${said}, and not rollback or restart`,
          `Step ask: ${said}, and not wait`,
        ].filter((_, n) => Object.values(states)[n] === 'skipped'),
      );
    });

    const when = (of: string, among = ['x']) => ({
      when: { step: of, in: among },
    });
    const retry = (attempts: number, backoffMs = 0, factor?: number) => ({
      retry: { attempts, backoffMs, factor },
    });
    it.each<[string, PlannedStep[]]>([
      ['on a later step', [step('a', when('b')), step('b')]],
      ['on itself', [step('a', when('a'))]],
      ['on nothing', [step('a'), step('b', when('c'))]],
      [
        'on one that is in progress at the same time',
        [step('a', g), step('b', { ...g, ...when('a') })],
      ],
      ['on no choice', [step('a'), step('b', when('a', []))]],
      ['on an empty choice', [step('a'), step('b', when('a', ['']))]],
      ['or with a group of no name', [step('a', { parallel: '' })]],
      ['or with no attempt', [step('a', retry(0))]],
      ['or with eleven', [step('a', retry(11))]],
      ['or after less than nothing', [step('a', retry(2, -1))]],
      ['or ever faster', [step('a', retry(2, 1, 0.5))]],
    ])('cannot be asked for %s', async (_what, steps) => {
      await expect(ask(steps)).rejects.toThrow(InputError);
    });
  });

  describe('for people', () => {
    let accepted: string[];
    const person: PersonHandler = {
      kind: 'person',
      async accept({ results, step: { result } }, { choice, votes }, by) {
        if (by === 'eve') throw new NotAllowedError('Not you');
        if (typeof choice !== 'string') throw new InputError('Choose');
        accepted.push(`${by} ${choice} ${Object.keys(results)}`);
        const before = Number(result?.votes ?? 0);
        if (votes && before < 1)
          return { state: 'again', after: 0, result: { votes: before + 1 } };
        if (choice === 'broken') return { state: 'failed', error: 'Broken' };
        return { state: 'succeeded', result: { choice } };
      },
    };
    const decide = (more: Partial<PlannedStep> = {}) =>
      step('decide', { type: 'person', timeout: 3 * day, ...more });
    const answer = (
      { id }: Run,
      by: string,
      said: { choice?: string; votes?: boolean } = { choice: 'x' },
      of = bed.runs,
    ) => of.answer(id, 'decide', { by, answer: said, comment: `by ${by}` });
    const waits = ({ id }: Run) =>
      until(id, ({ steps }) => steps.some(({ state }) => state === 'waiting'));

    beforeEach(() => {
      accepted = [];
    });

    it('wait for days for an answer that is accepted, on any replica', async () => {
      bed.looks.a = () => ({ state: 'succeeded', result: { a: 1 } });
      const run = await ask(['a', decide(), step('do')]);
      await expect(answer(run, 'ben')).rejects.toThrow(InputError);
      start(bed.runs, { person });
      await expect(answer(run, 'ben')).rejects.toThrow(ConflictError);
      await waits(run);
      await bed.runs.hurry(run.id);
      bed.now += 2 * day;
      const other = await create();
      start(other, { person });
      for (const [by, said, error] of [
        ['eve', { choice: 'x' }, NotAllowedError],
        ['ben', {}, InputError],
      ] as const)
        await expect(answer(run, by, said, other)).rejects.toThrow(error);
      await waits(run);
      const answered = await answer(run, 'ben', undefined, other);
      expect(answered.steps[1]).toMatchObject({
        state: 'succeeded',
        result: { choice: 'x' },
      });
      expect(accepted).toEqual(['ben x a']);
      expect((await ended(run.id)).state).toBe('succeeded');
      const lines = (await bed.runs.journal(run.id)).filter(
        ({ stepId }) => stepId === 'decide',
      );
      expect(lines.map(({ event }) => event)).toEqual([
        'step-started',
        'answered',
        'step-succeeded',
      ]);
      expect(lines[1]).toMatchObject({
        by: 'ben',
        text: 'by ben',
        data: { choice: 'x' },
      });
      expect(lines[2].by).toBe('ben');
      await expect(answer(run, 'cat')).rejects.toThrow(ConflictError);
      await expect(
        bed.runs.answer(run.id, 'a', { by: 'ben', answer: {} }),
      ).rejects.toThrow(InputError);
    });

    it('take one of two answers that come at once', async () => {
      const run = await ask([decide()]);
      const other = await create();
      start(bed.runs, { person });
      start(other, { person });
      await waits(run);
      const given = await Promise.allSettled([
        answer(run, 'ben'),
        answer(run, 'cat', undefined, other),
        answer(run, 'dan'),
      ]);
      expect(
        given.flatMap(one =>
          one.status === 'rejected' ? [one.reason.name] : [],
        ),
      ).toEqual(['ConflictError', 'ConflictError']);
    });

    it('may want more than one answer, of which none is lost', async () => {
      const run = await ask([decide()]);
      start(bed.runs, { person });
      await waits(run);
      const vote = { choice: 'x', votes: true };
      const both = await Promise.allSettled([
        answer(run, 'ben', vote),
        answer(run, 'cat', vote),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      const half = await bed.runs.get(run.id);
      expect(half.steps[0]).toMatchObject({
        state: 'waiting',
        result: { votes: 1 },
      });
      await answer(run, 'cat', vote);
      expect(await ended(run.id)).toMatchObject({ state: 'succeeded' });
    });

    it.each<[string, (run: Run) => Promise<unknown>, Partial<Run>]>([
      [
        'fail when the answer says so',
        run => answer(run, 'ben', { choice: 'broken' }),
        { state: 'failed', outcome: 'Step decide: Broken' },
      ],
      [
        'fail when nobody answers in time',
        async run => {
          bed.now += 3 * day;
          await expect(answer(run, 'ben')).rejects.toThrow(ConflictError);
        },
        { state: 'failed' },
      ],
      [
        'are left out',
        run => bed.runs.skip(run.id, 'decide', 'ben', 'obvious'),
        { state: 'succeeded' },
      ],
      [
        'are cancelled',
        run => bed.runs.cancel(run.id, 'ben', 'enough'),
        { state: 'cancelled' },
      ],
      [
        'are answered while paused, when their time stands still',
        async run => {
          await bed.runs.pause(run.id, 'ben');
          bed.now += 5 * day;
          await answer(run, 'ben');
          await bed.runs.resume(run.id, 'ben');
        },
        { state: 'succeeded' },
      ],
    ])('%s', async (_what, does, end) => {
      const run = await ask([decide()]);
      start(bed.runs, { person });
      await waits(run);
      await does(run);
      expect(await ended(run.id)).toMatchObject(end);
      await expect(answer(run, 'dan')).rejects.toThrow(ConflictError);
    });

    it('wait beside others of their group that are being done', async () => {
      const hold = gate();
      bed.world.onAct = () => hold.opened;
      const run = await ask([decide(g), step('do', g), 'after']);
      start(bed.runs, { person });
      await waits(run);
      await until(run.id, () => bed.world.acts === 1);
      await answer(run, 'ben');
      hold.open();
      expect((await ended(run.id)).state).toBe('succeeded');
    });
  });

  describe('that fail', () => {
    const thrice = { retry: { attempts: 3, backoffMs: 1_000 } };

    it.each<['failed' | 'refused', number, string]>([
      ['failed', 3, 'succeeded'],
      ['refused', 3, 'succeeded'],
      ['failed', 4, 'failed'],
    ])(
      'because a look %s are tried again, until attempt %i',
      async (state, good, end) => {
        bed.looks.a = times =>
          times < good
            ? { state, error: `no ${times}` }
            : { state: 'succeeded' };
        const { id } = await ask([step('a', thrice)]);
        start();
        for (const wait of [1_000, 2_000]) {
          await until(id, ({ steps }) => steps[0].state === 'waiting');
          bed.now += wait - 1;
          const times = looked.length;
          await new Promise(resolve => setTimeout(resolve, 40));
          expect(looked).toHaveLength(times);
          bed.now += 1;
          await until(id, () => looked.length > times);
        }
        expect((await ended(id)).state).toBe(end);
        expect(looked).toHaveLength(3);
        const tries = (await bed.runs.journal(id)).filter(
          ({ event }) => event === 'attempt-failed',
        );
        expect(tries.map(({ text }) => text)).toEqual(
          ['no 1', 'no 2', 'no 3'].slice(0, good - 1),
        );
        expect(tries[1].data).toEqual({
          attempt: 2,
          of: 3,
          ...(state === 'refused' && { refused: true }),
        });
      },
    );

    type Case = [
      string,
      () => void,
      { state: Run['state']; acts: number; ledger: string[] },
    ];
    it.each<Case>([
      [
        'without a change are acted again under the same action id',
        () => {
          bed.world.afterAct = () => {
            if (bed.world.acts > 1) return undefined;
            bed.world.applied.clear();
            return { state: 'failed', error: 'busy' };
          };
        },
        {
          state: 'succeeded',
          acts: 2,
          ledger: ['intended', 'absent', 'intended', 'applied'],
        },
      ],
      [
        'because they were refused are read back before they are acted again',
        () => {
          bed.world.onReadBack = ({ step: { actionId } }) =>
            bed.world.apply(actionId);
          bed.world.afterAct = () => {
            bed.world.applied.clear();
            return { state: 'refused', error: 'not yet' };
          };
        },
        {
          state: 'succeeded',
          acts: 1,
          ledger: ['intended', 'refused', 'intended', 'applied'],
        },
      ],
      [
        'with the change made are not tried again',
        () => {
          bed.world.afterAct = () => ({ state: 'failed', error: 'half' });
        },
        { state: 'failed', acts: 1, ledger: ['intended', 'applied'] },
      ],
      [
        'in a way that nobody knows are not tried again',
        () => {
          bed.world.afterAct = () => ({ state: 'unknown', error: 'who knows' });
        },
        { state: 'unknown', acts: 1, ledger: ['intended', 'unknown'] },
      ],
      [
        'each time are tried as often as was said',
        () => {
          bed.world.afterAct = () => {
            bed.world.applied.clear();
            return { state: 'refused', error: 'never' };
          };
        },
        {
          state: 'failed',
          acts: 3,
          ledger: Array(3).fill(['intended', 'refused']).flat(),
        },
      ],
    ])('%s', async (_what, arrange, { state, acts, ledger }) => {
      arrange();
      const { id } = await ask([step('do', thrice)]);
      start(await create({ leaseTtl: day }));
      const run = await bed.endedInTime(id);
      expect([run.state, bed.world.acts]).toEqual([state, acts]);
      expect(await ledgerOf(run)).toEqual(ledger);
    });

    it('are not tried again when there is no time left for it, nor after a cancellation', async () => {
      bed.looks.a = () => ({ state: 'failed', error: 'no' });
      const short = await ask([step('a', { ...thrice, timeout: 900 })]);
      const wrong = await ask([step('a', thrice)]);
      start();
      const run = await ended(short.id);
      expect([run.state, run.steps[0].error]).toEqual(['failed', 'no']);
      await until(wrong.id, ({ steps }) => steps[0].state === 'waiting');
      await bed.runs.cancel(wrong.id, 'ben', 'enough');
      expect((await ended(wrong.id)).state).toBe('cancelled');
      expect(looked).toHaveLength(2);
    });
  });
});
