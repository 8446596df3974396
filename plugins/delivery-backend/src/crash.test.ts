import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { payments } from './__testUtils__/calls';
import { component } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { FakePlatform } from './__testUtils__/FakePlatform';
import { PlatformServer } from './__testUtils__/PlatformServer';
import { startBackendProcess } from './__testUtils__/startBackendProcess';
import { quickVerification } from './__testUtils__/startDelivery';
import { app } from './__testUtils__/startPayments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const folder = mkdtempSync(join(tmpdir(), 'delivery-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

describe.each(databases.eachSupportedId())('a rollback on %s', id => {
  const ends: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function setUp(more: { guarded?: boolean } = {}) {
    const platform = new FakePlatform();
    platform.run(app, 'v1', 'v2', 'v3');
    const server = await PlatformServer.start(platform);
    ends.push(() => server.stop());
    const connection = await connectionOf(id);
    const setup = {
      connection,
      entities: [component('payments')],
      platform: server.url,
      runs: { [payments]: ['production'] },
      ...more,
    };
    const start = async () => {
      const backend = await startBackendProcess(setup, quickVerification);
      ends.push(backend.kill);
      return backend;
    };
    return { platform, server, start, connection };
  }

  it.each(['before', 'after'] as const)(
    'whose process is killed %s the platform has changed has one effect, and the right end',
    async hold => {
      const { platform, server, start } = await setUp();
      const first = await start();
      const { id: planId } = await first.plan();
      server.hold = hold;
      const { id: rollbackId } = await first.apply(planId);
      await eventually(
        () => server.held,
        n => n === 1,
      );
      await first.kill();
      expect(platform.effects).toHaveLength(hold === 'after' ? 1 : 0);

      const second = await start();
      const done = await second.ended(rollbackId);
      expect([done.state, platform.versionOf(app)]).toEqual([
        'succeeded',
        'v2',
      ]);
      expect(platform.effects).toEqual([
        expect.objectContaining({ actionId: done.ledger[0].actionId }),
      ]);
      // What was intended, what was found, and, where it was not there, what was done.
      expect(done.ledger.map(({ state }) => state)).toEqual(
        hold === 'after'
          ? ['intended', 'applied']
          : ['intended', 'absent', 'intended', 'applied'],
      );
      expect(await second.ledger()).toEqual({ rows: done.ledger.length });
      expect((await second.apply(planId)).id).toBe(rollbackId);
    },
  );

  it.each(['before', 'after'] as const)(
    'that is cancelled and whose process is killed %s it has taken back has taken it back once',
    async hold => {
      const { platform, server, start } = await setUp({ guarded: true });
      platform.settles = false;
      const first = await start();
      const { id: planId } = await first.plan();
      const { id: rollbackId } = await first.apply(planId);
      await eventually(
        () => platform.effects.length,
        n => n === 2,
      );
      server.hold = hold;
      await first.cancel(rollbackId, 'Wrong service');
      await eventually(
        () => server.held,
        n => n === 1,
      );
      await first.kill();
      expect(platform.apps.get(app)!.guarded).toBe(hold === 'after');

      const second = await start();
      const done = await second.ended(rollbackId);
      expect([done.state, done.said.code]).toEqual([
        'cancelled',
        'rollback.cancelled.taken-back',
      ]);
      expect(platform.effects.map(({ to }) => to)).toEqual([
        'unguarded',
        'v2',
        'guarded',
      ]);
      expect(done.ledger.at(-1)).toMatchObject({
        stepId: 'guard',
        state: 'applied',
        actionId: platform.effects[2].actionId,
      });
      expect(await second.ledger()).toEqual({ rows: done.ledger.length });
    },
  );

  // Several back ends share a server, not a file.
  const onPostgres = id === 'SQLITE_3' ? describe.skip : describe;
  onPostgres('of two backends', () => {
    it('of which one is killed has one effect', async () => {
      const { platform, server, start, connection } = await setUp();
      const backends = [await start(), await start()];
      const plans = await Promise.all(backends.map(backend => backend.plan()));
      server.hold = 'after';
      const answers = await Promise.allSettled(
        backends.map((backend, n) => backend.apply(plans[n].id)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      await eventually(
        () => server.held,
        n => n === 1,
      );
      const knex = knexFactory(connection);
      ends.push(() => knex.destroy());
      const [holder] = await knex('runs')
        .whereNotNull('holder')
        .pluck('holder');
      const dead = backends.find(({ pid }) =>
        String(holder).includes(`:${pid}`),
      )!;
      await dead.kill();
      const other = backends.find(backend => backend !== dead)!;
      const done = await other.ended('RB-0001');
      expect(done.state).toBe('succeeded');
      expect(platform.effects).toHaveLength(1);
    });
  });
});
