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

jest.setTimeout(120_000);

const leaseTtl = 1_500;
const logger = mockServices.logger.mock();
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const program: PlannedStep[] = ['look-1', 'do-1', 'look-2', 'do-2'].map(id => ({
  id,
  type: id.startsWith('do') ? 'effect' : 'check',
  title: id,
  input: { id },
}));

/** Each in a process of its own, which strikes itself there. */
const strikes = [
  ...program.flatMap(({ id, type }) => [
    ...(type === 'effect' ? [`before intent ${id}`] : []),
    `before beginning ${id}`,
    `after beginning ${id}`,
    `before settling ${id}`,
    `after settling ${id}`,
  ]),
  'before ending run',
  'after ending run',
];

/** Reached by many runs of one process, which is killed from outside when all are there. */
const points = program.flatMap(({ id, type }) =>
  type === 'effect'
    ? [`acting ${id}`, `sent ${id}`, `done ${id}`]
    : [`looking ${id}`],
);

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
      handlers: kinds.map(kind => ({ kind, steps: { check, effect } })),
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
    const at = Object.fromEntries(
      strikes.map((strike, n) => [`kind ${n}`, strike]),
    );
    const asked = await Promise.all(
      Object.entries(at).map(([kind, strike]) => ask(strike, kind)),
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
    startHere(Object.keys(at));
    await expectOnce(asked);
  });

  it('change the world once when a process is killed while it looks, acts or reads back', async () => {
    const asked = await Promise.all(points.map(point => ask(point)));
    const hangAt = points.map(point => `${point}: ${point}`);
    const first = replica({ hangAt });
    await first.says('hangs', points.length);
    while (world.held < 2)
      await new Promise(resolve => setTimeout(resolve, 10));
    await first.kill();
    // Those whose effect is open are read back by the next one, which is killed at it too.
    const open = points.filter(point => !point.startsWith('looking'));
    const second = replica({
      hangAt: open.map(
        point => `${point}: reading back ${point.split(' ').pop()}`,
      ),
    });
    await second.says('hangs', open.length);
    await second.kill();
    startHere();
    await expectOnce(asked);
    const sent = [...world.asked.values()].filter(times => times > 1);
    // Only what was cut off before anything changed was asked for again.
    expect(sent).toEqual([2, 2]);
  });

  it('are shared by three replicas, one of which is killed, and each effect happens once', async () => {
    // Three on two processors may be held up with a request on its way for longer than a lease.
    world.guarded = true;
    const three = [replica({}), replica({}), replica({})];
    await Promise.all(three.map(one => one.says('ready')));
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, n) => ask(`${n}`)),
    );
    expect((await ended(asked[3].id)).state).toBe('succeeded');
    await three[0].kill();
    await expectOnce(asked);
  });

  it.each([
    ['before it acts: it does not act when it wakes up', 'after beginning', 1],
    [
      'with its request on the way: the platform refuses it, and nothing of it is written down',
      'acting',
      2,
    ],
  ])(
    'change the world once when a process is stopped for longer than its lease %s',
    async (_what, point, asks) => {
      world.guarded = true;
      const run = await ask('stopped');
      const stopped = replica({
        at: { test: `${point} do-1` },
        signal: 'SIGSTOP',
      });
      for (;;) {
        const { steps } = await runs.get(run.id);
        if (steps[1].state === 'running') break;
        await new Promise(resolve => setTimeout(resolve, 25));
      }
      startHere();
      await expectOnce([run]);
      const told = await runs.get(run.id);
      stopped.process.kill('SIGCONT');
      const { actionId } = run.steps[1];
      while (world.asked.get(actionId) !== asks)
        await new Promise(resolve => setTimeout(resolve, 25));
      // It goes on with what comes next, when it has found that it was late.
      const next = await ask('next');
      await runs.stop();
      await expectOnce([next]);
      expect(world.asked.get(actionId)).toBe(asks);
      expect(world.applied.get(actionId)).toBe(1);
      expect(await runs.get(run.id)).toEqual(told);
    },
  );
});
