import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { Runs, type PlannedStep, type Run, type StepHandler } from '.';
import {
  startReplica,
  type Replica,
  type ReplicaSetup,
} from './__testUtils__/startReplica';
import { emptyTables, openTestDatabase } from './__testUtils__/testDatabase';
import { WorldServer } from './__testUtils__/WorldServer';

/** No replica that lives loses one, however busy the machine is. */
const leaseTtl = 60_000;
/** Where it is to run out: long enough for whoever holds it to get where it strikes. */
const shortTtl = 4_000;
const logger = mockServices.logger.mock();
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The two effects are in progress at once. */
const program: PlannedStep[] = ['look-1', 'do-1', 'do-2', 'look-2'].map(id => ({
  id,
  type: id.startsWith('do') ? 'effect' : 'check',
  title: id,
  input: { id },
  ...(id.startsWith('do') && { parallel: 'do' }),
}));

/**
 * Each in a process of its own, which strikes itself there, with a transaction open. What is written right
 * after a transaction is the same as right before the next one; where something has been begun, a process
 * is killed from outside (`points`).
 */
const strikes = [
  ...program.map(({ id }) => `before beginning ${id}`),
  'before settling look-1',
  'before settling do-1',
  'before ending run',
];

/** One after the other, each step is begun in the commit in which the one before it is over. */
const inLine = program.map(step => ({ ...step, parallel: undefined }));
const strikesInLine = [
  'before beginning do-1',
  'after beginning do-1',
  'before beginning do-2',
  'after beginning do-2',
  'after beginning look-2',
];

/** Reached by many runs of one process, which is killed from outside when all are there. */
const points = program.flatMap(({ id, type }) =>
  type === 'effect'
    ? [`acting ${id}`, `sent ${id}`, `done ${id}`]
    : [`looking ${id}`],
);
/** Both effects have been begun, and each is as far as it says. */
const pairs = [
  ['acting do-1', 'acting do-2'],
  ['acting do-1', 'done do-2'],
  ['done do-1', 'done do-2'],
];

describe.each(databases.eachSupportedId())('Runs on %s', databaseId => {
  let knex: Knex;
  let connection: Knex.Config;
  let close: () => Promise<void>;
  let world: WorldServer;
  let runs: Runs;
  const replicas: Replica[] = [];

  beforeAll(async () => {
    ({ knex, connection, close } = await openTestDatabase(
      databases,
      databaseId,
    ));
    await Runs.create({ database: knex, logger });
  });

  afterAll(() => close());

  beforeEach(async () => {
    world = await WorldServer.start();
    await emptyTables(knex);
    runs = await Runs.create({
      database: knex,
      logger,
      skipMigrations: true,
      leaseTtl,
      pollInterval: 50,
      maxConcurrent: 40,
    });
  });

  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(one => one.kill()));
    await runs.stop();
    await world.stop();
  });

  /** The leases of the dead run out; that they do by themselves is shown below. */
  const passLeases = () =>
    knex('runs').whereNotNull('holder').update({ lease_until: 0 });

  function replica(setup: Partial<ReplicaSetup>): Replica {
    const started = startReplica({
      connection,
      world: world.url,
      leaseTtl,
      kinds: ['test'],
      ...setup,
    });
    replicas.push(started);
    return started;
  }

  const ask = async (
    key: string,
    kind = 'test',
    steps: PlannedStep[] = program,
  ): Promise<Run> => {
    const requestedBy = 'user:default/ann';
    const request = { kind, key, input: {}, requestedBy, steps };
    return (await runs.request(request)).run;
  };

  /** This process as a replica that goes on with what others left. */
  function startHere(kinds: string[] = ['test']): void {
    const check: StepHandler = {
      kind: 'check',
      look: async () => ({ state: 'succeeded', result: { seen: true } }),
    };
    const talk: StepHandler = {
      kind: 'check',
      look: async () => ({ state: 'failed', error: 'Nobody talks here' }),
    };
    const url = (actionId: string) => `${world.url}/effects/${actionId}`;
    const effect: StepHandler = {
      kind: 'effect',
      describe: ({ step }) => ({ change: step.input }),
      act: async ({ step, signal }) => {
        const answer = await fetch(url(step.actionId), {
          method: 'POST',
          signal,
        });
        return answer.status === 409
          ? { state: 'again', after: 20 }
          : { state: 'succeeded' };
      },
      readBack: async ({ step, signal }) => {
        const { status } = await fetch(url(step.actionId), { signal });
        return { state: status === 404 ? 'absent' : 'applied' };
      },
    };
    runs.start({
      handlers: kinds.map(kind => ({ kind, steps: { check, effect, talk } })),
      signal: new AbortController().signal,
    });
  }

  async function ended(id: string): Promise<Run> {
    for (;;) {
      const run = await runs.get(id);
      if (run.finishedAt !== undefined) return run;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
  }

  /** That all of them ended well, each effect happened once, and everything that is told is true. */
  async function expectOnce(asked: Run[]): Promise<void> {
    const { applied } = world;
    for (const { id, key } of asked) {
      const run = await ended(id);
      const effects = run.steps.filter(({ type }) => type === 'effect');
      const ledger = await runs.ledger(id);
      const journal = await runs.journal(id, 0, 1_000);
      expect({
        key,
        state: run.state,
        steps: run.steps.map(({ state }) => state),
        applied: effects.map(({ actionId }) => applied.get(actionId)),
        told: effects.map(({ id: stepId }) =>
          ledger
            .filter(entry => entry.stepId === stepId)
            .map(({ state }) => state)
            .join()
            .replace(/^(intended,absent,)+/, ''),
        ),
        journal: journal.map(({ seq }) => seq),
        ends: journal.filter(({ event }) => event === 'ended').length,
      }).toEqual({
        key,
        state: 'succeeded',
        steps: run.steps.map(() => 'succeeded'),
        applied: effects.map(() => 1),
        told: effects.map(() => 'intended,applied'),
        journal: journal.map((_, at) => at + 1),
        ends: 1,
      });
    }
    expect(await runs.verifyLedger()).not.toHaveProperty('brokenAt');
  }

  it('change the world once when a process is killed in the middle of writing, or just before or after', async () => {
    const all = [
      ...strikes.map(strike => ({ strike, steps: program })),
      ...strikesInLine.map(strike => ({ strike, steps: inLine })),
    ];
    const at = Object.fromEntries(
      all.map(({ strike }, n) => [`kind ${n}`, strike]),
    );
    const asked = await Promise.all(
      all.map(({ strike, steps }, n) => ask(strike, `kind ${n}`, steps)),
    );
    // Each process takes one kind of runs. Few at once, since each has to be loaded.
    const kinds = Object.keys(at);
    const next = async (): Promise<void> => {
      const kind = kinds.shift();
      if (!kind) return;
      const struck = replica({ kinds: [kind], at: { [kind]: at[kind] } });
      expect(await struck.gone).toEqual([null, 'SIGKILL']);
      await next();
    };
    await Promise.all([next(), next(), next()]);
    await passLeases();
    startHere(Object.keys(at));
    await expectOnce(asked);
  });

  it('change the world once when a process is killed while it looks, acts or reads back', async () => {
    const asked = await Promise.all(points.map(point => ask(point)));
    const both = await Promise.all(pairs.map(pair => ask(pair.join())));
    const talking = await ask('talking', 'test', [
      { id: 'talk', type: 'talk', title: 'Talk', input: {} },
    ]);
    const hangAt = [
      ...points.map(point => `${point}: ${point}`),
      ...pairs.flatMap(pair => pair.map(point => `${pair.join()}: ${point}`)),
      'talking: talking talk',
    ];
    const first = replica({ hangAt });
    await first.says('hangs', hangAt.length);
    while (world.held < 2)
      await new Promise(resolve => setTimeout(resolve, 10));
    const said = async () =>
      (await runs.journal(talking.id)).flatMap(({ event, text }) =>
        event === 'output' ? [text] : [],
      );
    while (!(await said()).length)
      await new Promise(resolve => setTimeout(resolve, 25));
    await first.kill();
    await passLeases();
    // Those whose effect is open are read back by the next one, which is killed at it too.
    const open = hangAt.flatMap(at => {
      const [key, point] = at.split(': ');
      const [what, id] = point.split(' ');
      return /look|talk/.test(what) ? [] : [`${key}: reading-back ${id}`];
    });
    const second = replica({ hangAt: open });
    await second.says('hangs', open.length);
    expect((await ended(talking.id)).state).toBe('succeeded');
    await second.kill();
    await passLeases();
    startHere();
    await expectOnce([...asked, ...both]);
    const sent = [...world.asked.values()].filter(times => times > 1);
    // Only what was cut off before anything changed was asked for again.
    expect(sent).toEqual([2, 2]);
    expect(await said()).toEqual(
      [first, second].map(one => `${one.process.pid}`),
    );
  });

  it('are shared by three replicas, one of which is killed, and each effect happens once', async () => {
    // Three on two processors may be held up with a request on its way for longer than a lease.
    world.guarded = true;
    const others = [
      replica({ leaseTtl: shortTtl }),
      replica({ leaseTtl: shortTtl }),
    ];
    await Promise.all(others.map(one => one.says('ready')));
    startHere();
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, n) => ask(`${n}`)),
    );
    expect((await ended(asked[3].id)).state).toBe('succeeded');
    await others[0].kill();
    await expectOnce(asked);
  });

  it('change the world once when a process is stopped for longer than its lease, before it acts or with its request on the way', async () => {
    world.guarded = true;
    const cases = [
      // It does not act when it wakes up.
      { kind: 'before', at: 'after beginning do-1', asks: 1 },
      // The platform refuses it, and nothing of it is written down.
      { kind: 'way', at: 'acting do-1', asks: 2 },
    ];
    // Beside one that is stopped in the middle of a transaction nobody could go on.
    const asked: Run[] = [];
    const stopped: Replica[] = [];
    for (const { kind, at } of cases) {
      asked.push(await ask('stopped', kind, inLine));
      stopped.push(
        replica({
          kinds: [kind],
          at: { [kind]: at },
          signal: 'SIGSTOP',
          leaseTtl: shortTtl,
        }),
      );
    }
    for (const { id } of asked) {
      for (;;) {
        const { steps } = await runs.get(id);
        if (steps[1].state === 'running') break;
        await new Promise(resolve => setTimeout(resolve, 25));
      }
    }
    startHere(cases.map(({ kind }) => kind));
    await expectOnce(asked);
    const told = await Promise.all(asked.map(({ id }) => runs.get(id)));
    stopped.forEach(one => one.process.kill('SIGCONT'));
    const asks = () =>
      asked.map(({ steps }) => world.asked.get(steps[1].actionId));
    const due = cases.map(one => one.asks);
    while (asks().join() !== due.join())
      await new Promise(resolve => setTimeout(resolve, 25));
    // They go on with what comes next, when they have found that they were late.
    await runs.stop();
    const next = await Promise.all(
      cases.map(({ kind }) => ask('next', kind, inLine)),
    );
    await expectOnce(next);
    expect(asks()).toEqual(due);
    expect(
      asked.map(({ steps }) => world.applied.get(steps[1].actionId)),
    ).toEqual([1, 1]);
    expect(await Promise.all(asked.map(({ id }) => runs.get(id)))).toEqual(
      told,
    );
  });
});
