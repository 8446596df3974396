import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { component, experiment, payments } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { PlaceServer } from './__testUtils__/PlaceServer';
import { startBackendProcess } from './__testUtils__/startBackendProcess';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const folder = mkdtempSync(join(tmpdir(), 'runbooks-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ref = 'chaosexperiment:default/slow';
const quick = {
  verification: {
    interval: { milliseconds: 200 },
    leastSpan: { milliseconds: 200 },
  },
  experiments: {
    guard: { interval: { milliseconds: 200 } },
    recovery: { within: { seconds: 60 }, steady: { milliseconds: 300 } },
  },
};

/** One that several processes can open, which a database in memory is not. */
async function connectionOf(id: TestDatabaseId): Promise<Knex.Config> {
  if (id === 'SQLITE_3')
    return {
      client: 'better-sqlite3',
      connection: { filename: join(folder, `${Date.now()}.sqlite`) },
      useNullAsDefault: true,
    };
  const { connection } = (await databases.init(id)).client.config;
  // knex hides the password from whoever copies the object.
  const { password } = connection;
  return { client: 'pg', connection: { ...connection, password } };
}

describe.each(databases.eachSupportedId())('on %s', id => {
  const ends: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function setUp() {
    const place = await PlaceServer.start();
    ends.push(() => place.stop());
    const setup = {
      connection: await connectionOf(id),
      place: place.url,
      entities: [
        component('payments'),
        experiment('slow', {
          owner: 'payers',
          entity: 'payments',
          environment: 'staging',
          hypothesis: 'Nobody notices.',
          fault: { kind: 'latency', milliseconds: 300, share: 0.3 },
          duration: '3s',
          steadyState: { before: '1s' },
        }),
      ],
    };
    return {
      place,
      start: async () => {
        const backend = await startBackendProcess(setup, quick);
        ends.push(backend.kill);
        return backend;
      },
    };
  }

  const isHeld = (place: PlaceServer) =>
    eventually(
      () => place.held,
      n => n === 1,
    );

  it.each(['before', 'after'] as const)(
    'a run whose process is killed %s its act is done has one effect, and the right end',
    async when => {
      const { place, start } = await setUp();
      const first = await start();
      place.hold = { action: 'test:switch', when };
      const { id: runId } = await first.start({
        action: 'test:switch',
        input: {},
        entityRef: payments,
      });
      await isHeld(place);
      await first.kill();

      const second = await start();
      const done = await second.ended(runId);
      expect(done.state).toBe('succeeded');
      expect(place.effects).toEqual([
        { action: 'test:switch', id: done.ledger[0].actionId },
      ]);
      expect(done.ledger.map(({ state }) => state)).toEqual(
        when === 'after'
          ? ['intended', 'applied']
          : ['intended', 'absent', 'intended', 'applied'],
      );
      expect(await second.ledger()).toEqual({ rows: done.ledger.length });
    },
  );

  it.each([
    ['while it injects the fault', 'chaos-mesh:network', 'after'],
    ['while it watches', undefined, 'after'],
    ['before it has taken the fault back', 'test:remove', 'before'],
    ['after it has taken the fault back', 'test:remove', 'after'],
  ] as const)(
    'an experiment whose process is killed %s has taken it back once',
    async (_when, action, when) => {
      const { place, start } = await setUp();
      const first = await start();
      if (action) place.hold = { action, when };
      const { id: runId } = await first.begin(ref);
      if (action) await isHeld(place);
      else
        await eventually(
          () => place.effects.length,
          n => n === 1,
        );
      await first.kill();

      const second = await start();
      const done = await second.ended(runId);
      expect([done.state, done.experiment?.verdict]).toEqual([
        'succeeded',
        'held',
      ]);
      expect(place.effects.map(effect => effect.action)).toEqual([
        'chaos-mesh:network',
        'test:remove',
      ]);
      expect(await second.ledger()).toEqual({ rows: done.ledger.length });
    },
  );
});
