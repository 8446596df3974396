import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Leases, LeaseLostError } from '.';
import { startHolder, type Holder } from './__testUtils__/startHolder';

const logger = mockServices.logger.mock();
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Leases on %s', databaseId => {
  let folder: string;
  let connection: Knex.Config;
  let knex: Knex;
  const holders: Holder[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leases-'));
    connection = await connectionTo(databaseId);
    knex = knexFactory(connection);
    await knex.schema.createTable('marks', table => {
      table.increments('id');
      table.integer('token').notNullable();
      table.integer('holder').notNullable();
    });
  });

  afterEach(async () => {
    await Promise.all(holders.splice(0).map(holder => holder.kill()));
    await knex.destroy();
    await rm(folder, { recursive: true });
  });

  // Several processes need a file; a test database in memory is seen by one.
  async function connectionTo(id: TestDatabaseId): Promise<Knex.Config> {
    if (id === 'SQLITE_3') {
      return {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'leases.sqlite') },
        useNullAsDefault: true,
      };
    }
    const { connection: made } = (await databases.init(id)).client.config;
    // knex hides the password from whoever copies the object.
    return { client: 'pg', connection: { ...made, password: made.password } };
  }

  function hold(ttl: number, renews: boolean): Holder {
    const holder = startHolder({ connection, ttl, renews });
    holders.push(holder);
    return holder;
  }

  it('are held by one at a time, and the token grows with every change of hands', async () => {
    const leases = await Leases.create({ database: knex, logger });
    const first = await leases.acquire('work', 60_000);
    expect(first?.token).toBe(1);
    expect(await leases.acquire('work', 60_000)).toBeUndefined();
    expect((await leases.acquire('other', 60_000))?.token).toBe(1);
    expect((await leases.held('wo')).map(({ name }) => name)).toEqual(['work']);

    await first?.release();
    const second = await leases.acquire('work', 60_000);
    expect(second?.token).toBe(2);
    await expect(first?.renew()).rejects.toThrow(LeaseLostError);
    await first?.release();
    expect(await leases.acquire('work', 60_000)).toBeUndefined();
  });

  it('of many who ask at once go to one', async () => {
    const all = await Promise.all(
      [1, 2, 3].map(() =>
        Leases.create({ database: knex, logger, skipMigrations: true }),
      ),
    );
    await Leases.create({ database: knex, logger });
    const got = await Promise.all(
      all.flatMap(leases => [1, 2, 3].map(() => leases.acquire('work', 9_000))),
    );
    expect(got.filter(Boolean)).toHaveLength(1);
  });

  it('stay exclusive when the clock jumps, and are not held for ever when it goes back', async () => {
    let now = 1_000_000_000;
    const leases = await Leases.create({
      database: knex,
      logger,
      clock: () => now,
    });
    const write = (lease: { assert(trx: Knex.Transaction): Promise<void> }) =>
      knex.transaction(async trx => {
        await lease.assert(trx);
        await trx('marks').insert({ token: 0, holder: 0 });
      });
    const early = (await leases.acquire('work', 1_000))!;
    now += 3_600_000;
    // The time is up, but nobody came: no harm in writing.
    await write(early);
    const late = (await leases.acquire('work', 1_000))!;
    expect(late.token).toBe(2);
    await expect(write(early)).rejects.toThrow(ConflictError);
    now -= 7_200_000;
    const back = (await leases.acquire('work', 1_000))!;
    expect(back.token).toBe(3);
    await expect(write(late)).rejects.toThrow(LeaseLostError);
    await write(back);
    expect(await knex('marks')).toHaveLength(2);
  });

  it('are renewed while work goes on and released after it; work is told when one is lost', async () => {
    let now = 1_000_000_000;
    const clock = () => now;
    const leases = await Leases.create({ database: knex, logger, clock });
    const expiry = async () =>
      Number((await knex('leases').first('expires_at')).expires_at);
    const outcome = await leases.withLease(
      'work',
      { ttl: 900 },
      async lease => {
        for (const end = now + 1_400; now < end; now += 400)
          while ((await expiry()) < now + 900)
            await new Promise(resolve => setTimeout(resolve, 15));
        expect(
          await leases.withLease('work', { ttl: 900 }, async () => 1),
        ).toEqual({ outcome: 'taken' });
        return lease.token;
      },
    );
    expect(outcome).toEqual({ outcome: 'done', value: 1 });

    const lost = leases.withLease('work', { ttl: 900 }, async (_, signal) => {
      await knex('leases').update({ token: 99 });
      await new Promise(resolve => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
    });
    await expect(lost).rejects.toThrow(LeaseLostError);
  });

  it('of a killed process are taken over by another one', async () => {
    await Leases.create({ database: knex, logger });
    const first = hold(1_500, true);
    expect(await first.says('acquired')).toBe(1);
    const second = hold(1_500, true);
    await first.kill();
    expect(await second.says('acquired')).toBe(2);
    await second.kill();

    const marks: { token: number; holder: number }[] = await knex('marks')
      .orderBy('id')
      .select('token', 'holder');
    const tokens = marks.map(({ token }) => token);
    expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
    expect(
      new Set(marks.map(mark => `${mark.token} ${mark.holder}`)).size,
    ).toBe(new Set(tokens).size);
  });

  it('of a process that was paused too long do not let it write when it wakes up', async () => {
    await Leases.create({ database: knex, logger });
    const sleeper = hold(800, true);
    expect(await sleeper.says('acquired')).toBe(1);
    sleeper.process.kill('SIGSTOP');
    await pausedBetweenTransactions(sleeper);
    const other = hold(60_000, false);
    expect(await other.says('acquired')).toBe(2);
    const before = await knex('marks').where({ token: 1 });
    sleeper.process.kill('SIGCONT');
    expect(await sleeper.says('refused')).toBe(1);
    expect(await knex('marks').where({ token: 1 })).toHaveLength(before.length);
  });

  /** One that is paused in the middle of a transaction keeps others waiting, as it should. */
  async function pausedBetweenTransactions(holder: Holder): Promise<void> {
    for (;;) {
      try {
        if (databaseId === 'SQLITE_3') {
          await knex('marks').where({ id: -1 }).delete();
        } else {
          await knex.raw('select * from leases for update nowait');
        }
        return;
      } catch {
        holder.process.kill('SIGCONT');
        await new Promise(resolve => setTimeout(resolve, 15));
        holder.process.kill('SIGSTOP');
      }
    }
  }

  it('have a schema that can be taken away and brought back', async () => {
    const config = {
      directory: join(__dirname, '../../migrations'),
      tableName: 'reliability_knex_migrations',
    };
    await knex.migrate.latest(config);
    await knex('leases').insert({
      name: 'work',
      holder: 'me',
      token: 1,
      expires_at: Date.now() + 9_000,
      ttl: 9_000,
    });
    await knex.migrate.rollback(config, true);
    expect(await knex.schema.hasTable('leases')).toBe(false);
    await knex.migrate.latest(config);
    expect(await knex('leases')).toEqual([]);
  });
});
