import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  Runs,
  type EffectHandler,
  type JournalEntry,
  type PlannedStep,
  type Run,
  type RunStep,
  type StepContext,
  type StepHandler,
  type StepOutcome,
} from '.';
import { emptyTables, openTestDatabase } from './__testUtils__/testDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** What happens to one call of a handler. */
type Fate =
  | 'fine'
  | 'again'
  | 'failed'
  | 'refused'
  | 'throws before'
  | 'throws after'
  | 'dies before'
  | 'dies after'
  | 'cannot tell';

type Choice = 'yes' | 'no';

type Command = 'cancel' | 'pause' | 'hurry' | 'skip 0' | 'skip 1' | 'skip 2';

interface Story {
  steps: {
    type: 'check' | 'effect' | 'person';
    always: boolean;
    continueOnFailure: boolean;
    parallel: string | undefined;
    retried: boolean;
    /** Done only after this choice in the nearest step that is over by then. */
    on: Choice | undefined;
  }[];
  fates: Fate[];
  /** What people say, or nothing until time is up. */
  answers: (Choice | 'nothing')[];
  /** What somebody does during a call of a handler. */
  commands: { during: number; command: Command }[];
}

const story: fc.Arbitrary<Story> = fc.record({
  steps: fc.array(
    fc.record({
      type: fc.constantFrom<Story['steps'][0]['type']>(
        'check',
        'effect',
        'effect',
        'person',
      ),
      always: fc.boolean(),
      continueOnFailure: fc.boolean(),
      parallel: fc.constantFrom(undefined, 'g', 'g', 'h'),
      retried: fc.boolean(),
      on: fc.constantFrom<Choice | undefined>(
        undefined,
        undefined,
        'yes',
        'no',
      ),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  fates: fc.array(
    fc.constantFrom<Fate>(
      'fine',
      'again',
      'failed',
      'refused',
      'throws before',
      'throws after',
      'dies before',
      'dies after',
      'dies after',
      'cannot tell',
    ),
    { maxLength: 14 },
  ),
  answers: fc.array(fc.constantFrom('yes', 'no', 'nothing'), { maxLength: 4 }),
  commands: fc.array(
    fc.record({
      during: fc.nat(10),
      command: fc.constantFrom<Command>(
        'cancel',
        'pause',
        'hurry',
        'skip 0',
        'skip 1',
        'skip 2',
      ),
    }),
    { maxLength: 3 },
  ),
});

const ends = ['succeeded', 'failed', 'skipped', 'cancelled', 'unknown'].map(
  state => `step-${state}`,
);

/** By step, where its group begins. */
function groupsOf(steps: { parallel: string | undefined }[]): number[] {
  let first = 0;
  return steps.map(({ parallel }, n) => {
    if (parallel === undefined || parallel !== steps[first].parallel) first = n;
    return first;
  });
}

describe.each(databases.eachSupportedId())('Any program on %s', databaseId => {
  let knex: Knex;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ knex, close } = await openTestDatabase(databases, databaseId));
    await Runs.create({ database: knex, logger: mockServices.logger.mock() });
  });

  afterAll(() => close());

  it('ends, with each effect done at most once and told as it was, whoever dies when', async () => {
    const end = performance.now() + 60_000;
    const truth = fc.asyncProperty(story, async told => {
      // As many as a slow machine has time for, and none is left in the middle.
      if (performance.now() > end) return;
      await emptyTables(knex);
      await expectTruth(await play(told));
    });
    await expect(fc.assert(truth, { numRuns: 30 })).resolves.toBeUndefined();
  });

  interface Ending {
    runs: Runs;
    run: Run;
    applied: Map<string, number>;
    steps: Story['steps'];
  }

  async function play(told: Story): Promise<Ending> {
    const { fates, commands } = told;
    const answers = [...told.answers];
    let now = 1_800_000_000_000;
    let calls = 0;
    /** Of processes that had the run. What one of them was at dies with it. */
    let deaths = 0;
    /** By action id, how many had died when the effect was about to begin. */
    const bornAt = new Map<string, number>();
    const applied = new Map<string, number>();
    const wakeTheDead: (() => void)[] = [];
    const by = 'user:default/ben';

    const replicas = await Promise.all(
      [1, 2].map(() =>
        Runs.create({
          database: knex,
          logger: mockServices.logger.mock(),
          clock: () => now,
          skipMigrations: true,
          // Who dies says so; that time passes quickly is no reason to be taken for dead.
          leaseTtl: 2 ** 31 - 1,
          maxConcurrent: 30,
          pollInterval: 4,
        }),
      ),
    );
    const [runs] = replicas;

    async function command(id: string, what: Command): Promise<void> {
      if (what === 'cancel') await runs.cancel(id, by, 'enough');
      else if (what === 'pause') await runs.pause(id, by);
      else if (what === 'hurry') await runs.hurry(id);
      else await runs.skip(id, `step ${what.split(' ')[1]}`, by, 'no need');
    }

    /** Nobody hears of it again, until it is too late to matter. */
    async function die(id: string): Promise<never> {
      deaths += 1;
      await knex('runs').where({ id }).update({ lease_until: 0 });
      return stayDead();
    }

    async function stayDead(): Promise<never> {
      await new Promise<void>(resolve => wakeTheDead.push(resolve));
      throw new Error('It was dead');
    }

    async function live<T>(
      { run }: StepContext,
      does: () => T,
      tell: (fate: Fate) => T | undefined = () => undefined,
      born: number = deaths,
    ): Promise<T> {
      const call = calls;
      calls += 1;
      for (const { during, command: what } of commands) {
        // Some make no sense at that time, and are refused.
        if (during === call) await command(run.id, what).catch(() => undefined);
      }
      if (deaths > born) return stayDead();
      const fate = fates[call] ?? 'fine';
      if (fate === 'throws before') throw new Error(fate);
      if (fate === 'dies before') return die(run.id);
      const said = tell(fate);
      if (said) return said;
      const done = does();
      if (fate === 'throws after') throw new Error(fate);
      if (fate === 'dies after') return die(run.id);
      return done;
    }

    const check: StepHandler = {
      kind: 'check',
      look: context =>
        live<StepOutcome>(
          context,
          () => ({
            state: 'succeeded',
            result: { choice: calls % 2 ? 'yes' : 'no' },
          }),
          fate => {
            if (fate === 'again') return { state: 'again', after: 1_000 };
            if (fate === 'failed') return { state: 'failed', error: 'no' };
            return fate === 'cannot tell'
              ? { state: 'unknown', error: 'who knows' }
              : undefined;
          },
        ),
    };
    const effect: EffectHandler = {
      kind: 'effect',
      describe: ({ step }) => {
        bornAt.set(step.actionId, deaths);
        return { step: step.id };
      },
      act: context =>
        live<StepOutcome>(
          context,
          () => {
            const { actionId } = context.step;
            applied.set(actionId, (applied.get(actionId) ?? 0) + 1);
            return { state: 'succeeded' };
          },
          fate => {
            if (fate === 'again') return { state: 'again', after: 1_000 };
            if (fate === 'failed') return { state: 'failed', error: 'no' };
            return fate === 'refused'
              ? { state: 'refused', error: 'forbidden' }
              : undefined;
          },
          bornAt.get(context.step.actionId),
        ),
      readBack: context =>
        live<Awaited<ReturnType<EffectHandler['readBack']>>>(
          context,
          () =>
            applied.has(context.step.actionId)
              ? { state: 'applied' }
              : { state: 'absent' },
          fate =>
            fate === 'cannot tell'
              ? { state: 'unknown', error: 'who knows' }
              : undefined,
        ),
    };
    const person: StepHandler = {
      kind: 'person',
      accept: async (_context, { choice }) => ({
        state: 'succeeded',
        result: { choice: choice ?? null },
      }),
    };

    const { run } = await runs.request({
      kind: 'test',
      key: 'one',
      input: {},
      requestedBy: 'user:default/ann',
      steps: told.steps.map(({ retried, on, ...step }, n): PlannedStep => {
        const earlier = groupsOf(told.steps)[n] - 1;
        return {
          id: `step ${n}`,
          title: `Step ${n}`,
          input: {},
          ...step,
          ...(retried && { retry: { attempts: 3, backoffMs: 1_000 } }),
          ...(on && earlier >= 0
            ? { when: { step: `step ${earlier}`, in: [on] } }
            : {}),
        };
      }),
    });
    for (const replica of replicas) {
      replica.start({
        handlers: [{ kind: 'test', steps: { check, effect, person } }],
        signal: new AbortController().signal,
      });
    }
    for (;;) {
      const row = await knex('runs').first();
      if (row.finished_at !== null) break;
      if (row.state === 'paused') await runs.resume(run.id, by);
      else if (row.holder === null && row.due_at !== null) {
        const asked = await knex('run_steps')
          .where({ type: 'person', state: 'waiting' })
          .first('id');
        const choice = asked && answers.shift();
        if (choice && choice !== 'nothing')
          await replicas[answers.length % 2]
            .answer(run.id, asked.id, { by, answer: { choice } })
            .catch(() => undefined);
        // Nothing to do until then: so it is then.
        else now = Math.max(now, Number(row.due_at));
      }
      await new Promise(resolve => setTimeout(resolve, 2));
    }
    const ended = await runs.get(run.id);
    wakeTheDead.forEach(wake => wake());
    await Promise.all(replicas.map(replica => replica.stop()));
    // What the dead wanted to say came too late.
    expect(await runs.get(run.id)).toEqual(ended);
    return { runs, run: ended, applied, steps: told.steps };
  }

  async function expectTruth({
    runs,
    run,
    applied,
    steps,
  }: Ending): Promise<void> {
    const ledger = await runs.ledger(run.id);
    for (const step of run.steps) {
      const times = applied.get(step.actionId) ?? 0;
      expect(times).toBeLessThanOrEqual(1);
      const told = ledger
        .filter(({ actionId }) => actionId === step.actionId)
        .map(({ state }) => state);
      // An intent and what became of it, until it was done or given up.
      expect(told.join()).toMatch(
        /^((intended,(absent|refused),)*intended,(applied|absent|refused|unknown))?$/,
      );
      const last = told.at(-1);
      if (last !== 'unknown') expect(last === 'applied').toBe(times === 1);
      if (step.state === 'succeeded' && step.type === 'effect')
        expect(times).toBe(1);
      if (step.state === 'skipped' || step.state === 'cancelled')
        expect(last).not.toBe('unknown');
      expect(['pending', 'running', 'waiting']).not.toContain(step.state);
    }
    const states = run.steps.map(({ state }) => state);
    expect(run.state === 'unknown').toBe(states.includes('unknown'));
    if (run.state === 'cancelled') expect(run.cancellation).toBeDefined();
    if (run.state === 'succeeded') expect(states).not.toContain('cancelled');
    const journal = await runs.journal(run.id, 0, 1_000);
    expect(journal.map(({ seq }) => seq)).toEqual(
      journal.map((_, at) => at + 1),
    );
    expect(journal.at(-1)?.event).toBe('ended');
    expect(await runs.verifyLedger()).toEqual({ rows: ledger.length });
    expectOrder(run, steps, journal);
  }

  /** That groups went one after the other, and that conditions and retries were as planned. */
  function expectOrder(
    run: Run,
    steps: Story['steps'],
    journal: JournalEntry[],
  ): void {
    const firsts = groupsOf(steps);
    const when = ({ id }: RunStep, ...events: string[]) =>
      journal.find(
        ({ event, stepId }) => stepId === id && events.includes(event),
      )?.seq ?? Infinity;
    const stopped = Math.min(
      ...run.steps.map((step, n) =>
        steps[n].continueOnFailure
          ? when(step, 'step-unknown')
          : when(step, 'step-failed', 'step-unknown'),
      ),
    );
    for (const [n, step] of run.steps.entries()) {
      const { always, on, retried } = steps[n];
      const tries = journal.filter(
        ({ data, stepId }) => stepId === step.id && data?.attempt,
      );
      expect(tries.length).toBeLessThanOrEqual(retried ? 3 : 0);
      const begun = when(step, 'step-started');
      if (begun === Infinity) continue;
      const before = run.steps.slice(0, firsts[n]);
      for (const one of before) expect(when(one, ...ends)).toBeLessThan(begun);
      if (on && before.length) expect(before.at(-1)?.result?.choice).toBe(on);
      if (!always) expect(begun).toBeLessThan(stopped);
    }
  }
});
