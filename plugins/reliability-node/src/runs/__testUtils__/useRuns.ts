import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  Runs,
  type CheckHandler,
  type PlannedStep,
  type Run,
  type RunRequest,
  type RunsOptions,
  type StepHandler,
  type StepOutcome,
} from '..';
import { emptyTables, openTestDatabase } from './testDatabase';
import { World } from './World';

/** Runs on one database, with a clock that is set and a world in memory. */
export class RunBed {
  knex!: Knex;
  now = 0;
  world = new World();
  runs!: Runs;
  /** By step, what its looks see. */
  looks: Record<string, (times: number) => StepOutcome> = {};
  /** Steps that were looked at, in order. */
  readonly looked: string[] = [];
  readonly warned: string[] = [];
  private readonly all: Runs[] = [];

  readonly check: CheckHandler = {
    kind: 'check',
    look: async ({ step }) => {
      this.looked.push(step.id);
      const times = this.looked.filter(id => id === step.id).length;
      return this.looks[step.id]?.(times) ?? { state: 'succeeded' };
    },
  };

  async reset(): Promise<void> {
    this.now = 1_800_000_000_000;
    this.world = new World();
    this.looks = {};
    this.looked.length = 0;
    this.warned.length = 0;
    await emptyTables(this.knex);
    this.runs = await this.create();
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.splice(0).map(one => one.stop()));
    const { brokenAt } = await this.runs.verifyLedger();
    if (brokenAt) throw new Error(`The ledger is broken at ${brokenAt}`);
  }

  create = async (options: Partial<RunsOptions> = {}): Promise<Runs> => {
    const made = await Runs.create({
      database: this.knex,
      logger: mockServices.logger.mock({
        error: message => this.warned.push(message),
      }),
      clock: () => this.now,
      skipMigrations: true,
      // Handlers are told to stop when it is over, also when only this machine was busy.
      leaseTtl: 60_000,
      pollInterval: 15,
      ...options,
    });
    this.all.push(made);
    return made;
  };

  start = (
    of: Runs = this.runs,
    steps: Record<string, StepHandler> = {},
  ): AbortController => {
    const stop = new AbortController();
    const { check, world } = this;
    of.start({
      handlers: [
        { kind: 'test', steps: { effect: world.effect, check, ...steps } },
      ],
      signal: stop.signal,
    });
    return stop;
  };

  step = (id: string, more: Partial<PlannedStep> = {}): PlannedStep => ({
    id,
    type: id.startsWith('do') ? 'effect' : 'check',
    title: `Step ${id}`,
    input: { id },
    ...more,
  });

  ask = async (
    steps: (string | PlannedStep)[],
    more: Partial<RunRequest> = {},
    of: Runs = this.runs,
  ): Promise<Run> => {
    const { run } = await of.request({
      kind: 'test',
      key: `key ${Math.random()}`,
      input: {},
      requestedBy: 'user:default/ann',
      steps: steps.map(one => (typeof one === 'string' ? this.step(one) : one)),
      ...more,
    });
    return run;
  };

  /** Waits until the run is as it should be. */
  until = async (
    id: string,
    is: (run: Run) => boolean | Promise<boolean>,
  ): Promise<Run> => {
    for (;;) {
      const run = await this.runs.get(id);
      if (await is(run)) return run;
      if (this.warned.length) throw new Error(this.warned.join());
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  };

  ended = (id: string): Promise<Run> =>
    this.until(id, ({ finishedAt }) => finishedAt !== undefined);

  /** The same where it waits for its time: nothing is to be done until then, so it is then. */
  endedInTime = (id: string): Promise<Run> =>
    this.until(id, async ({ finishedAt }) => {
      const row = await this.knex('runs').where({ id }).first();
      if (row.holder === null && row.due_at !== null)
        this.now = Math.max(this.now, Number(row.due_at));
      return finishedAt !== undefined;
    });

  stepsOf = (run: Run): Record<string, string> =>
    Object.fromEntries(run.steps.map(({ id, state }) => [id, state]));

  ledgerOf = async (run: Run): Promise<string[]> =>
    (await this.runs.ledger(run.id)).map(({ state }) => state);

  journalOf = async (run: Run): Promise<string[]> => {
    const lines = await this.runs.journal(run.id, 0, 1_000);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
    return lines.map(({ event, stepId }) =>
      stepId ? `${event} ${stepId}` : event,
    );
  };
}

/** To be called where tests of one database are described. */
export function useRuns(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
): RunBed {
  const bed = new RunBed();
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ knex: bed.knex, close } = await openTestDatabase(databases, databaseId));
    await Runs.create({
      database: bed.knex,
      logger: mockServices.logger.mock(),
    });
  });
  afterAll(() => close());
  beforeEach(() => bed.reset());
  afterEach(() => bed.stop());
  return bed;
}
