import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Outbox,
  type OutboxDelivery,
  type OutboxHandler,
  type OutboxMessage,
  type OutboxOptions,
} from '.';
import { thinOutbox } from './database';
import { startSender, type Sender } from './__testUtils__/startSender';

/** A promise that somebody else resolves. */
function latch() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

const minute = 60_000;
const hour = 60 * minute;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('The outbox on %s', databaseId => {
  let folder: string;
  let connection: Knex.Config;
  let knex: Knex;
  let now: number;
  const senders: Sender[] = [];
  const outboxes: Outbox[] = [];

  beforeEach(async () => {
    now = 1_800_000_000_000;
    folder = await mkdtemp(join(tmpdir(), 'outbox-'));
    connection = await connectionTo(databaseId);
    knex = knexFactory(connection);
    await knex.schema.createTable('got', table => {
      table.increments('id');
      table.string('key').notNullable();
      table.integer('attempt').notNullable();
      table.integer('pid').notNullable();
    });
  });

  afterEach(async () => {
    await Promise.all(senders.splice(0).map(sender => sender.kill()));
    await Promise.all(outboxes.splice(0).map(outbox => outbox.stop()));
    await knex.destroy();
    await rm(folder, { recursive: true });
  });

  // Several processes need a file; a test database in memory is seen by one.
  async function connectionTo(id: TestDatabaseId): Promise<Knex.Config> {
    if (id === 'SQLITE_3') {
      return {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'outbox.sqlite') },
        useNullAsDefault: true,
      };
    }
    const { connection: made } = (await databases.init(id)).client.config;
    // knex hides the password from whoever copies the object.
    return { client: 'pg', connection: { ...made, password: made.password } };
  }

  async function create(options: Partial<OutboxOptions> = {}): Promise<Outbox> {
    const outbox = await Outbox.create({
      database: knex,
      logger: mockServices.logger.mock(),
      clock: () => now,
      ...options,
    });
    outboxes.push(outbox);
    return outbox;
  }

  const append = (outbox: Outbox, ...messages: Partial<OutboxMessage>[]) =>
    knex.transaction(trx =>
      outbox.append(
        trx,
        messages.map(message => ({
          topic: 'mail',
          key: 'a',
          payload: null,
          ...message,
        })),
      ),
    );

  /** Keeps what it is given; `answer` decides what becomes of it. */
  function receiver(
    answer: (
      delivery: OutboxDelivery,
    ) => ReturnType<OutboxHandler['handle']> = async () => undefined,
  ) {
    const got: OutboxDelivery[] = [];
    const dead: [string, string][] = [];
    const mail: OutboxHandler = {
      async handle(delivery) {
        got.push(delivery);
        return answer(delivery);
      },
      async onDead({ key }, reason) {
        dead.push([key, reason]);
      },
    };
    return { handlers: { mail }, got, dead, keys: () => got.map(m => m.key) };
  }

  const left = () => knex('outbox').whereNull('finished_at');

  it('delivers what was committed, once per key, and nothing that was rolled back', async () => {
    const outbox = await create();
    const { handlers, got } = receiver();
    await append(
      outbox,
      { key: 'one', payload: { text: 'a\u0000b ünï “quoted”' } },
      { key: 'one', payload: { text: 'again' } },
      { key: 'other topic', topic: 'post' },
    );
    await append(outbox, { key: 'one', payload: { text: 'and again' } });
    await expect(
      knex.transaction(async trx => {
        await outbox.append(trx, [{ topic: 'mail', key: 'two', payload: 1 }]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');

    expect(await outbox.drain({ handlers })).toBe(1);
    expect(got).toEqual([
      {
        topic: 'mail',
        key: 'one',
        payload: { text: 'a\u0000b ünï “quoted”' },
        attempt: 1,
      },
    ]);
    await append(outbox, { key: 'one' });
    expect(await outbox.drain({ handlers })).toBe(0);
    // Whoever takes the other topic may come later.
    expect(await left()).toMatchObject([{ topic: 'post' }]);
  });

  it('waits until a message is due, and takes as many as there are', async () => {
    const outbox = await create();
    const { handlers, keys } = receiver();
    await append(
      outbox,
      { key: 'later', notBefore: now + hour },
      ...Array.from({ length: 450 }, (_, n) => ({ key: `now ${n}` })),
    );
    expect(await outbox.drain({ handlers })).toBe(450);
    expect(new Set(keys()).size).toBe(450);
    now += hour;
    expect(await outbox.drain({ handlers })).toBe(1);
    expect(await left()).toEqual([]);
  });

  it('loses nothing and repeats nothing when the receiver is down for an hour', async () => {
    const outbox = await create();
    const back = now + hour;
    const { handlers, keys, got } = receiver(async () => {
      if (now < back) throw new Error('connection refused');
    });
    const sent = Array.from({ length: 20 }, (_, n) => `${n}`);
    await append(
      outbox,
      ...sent.map(key => ({ key, lane: key === '7' ? '3' : key })),
    );
    while ((await left()).length) {
      await outbox.drain({ handlers });
      now += 30_000;
    }
    // At most the longest pause after the receiver is back.
    expect(now - back).toBeLessThan(7 * minute);
    const tries = keys().filter(key => key === '0').length;
    expect(tries).toBeGreaterThan(12);
    expect(tries).toBeLessThan(40);
    const last = new Map(got.map((delivery, at) => [delivery.key, at]));
    expect([...last.keys()].sort()).toEqual([...sent].sort());
    // `7` goes after `3`, and was not tried before it had gone.
    expect(keys().filter(key => key === '7')).toHaveLength(1);
    expect(last.get('7')).toBeGreaterThan(last.get('3')!);
    expect(await knex('outbox').where({ outcome: 'done' })).toHaveLength(20);
  });

  it('keeps the order within a lane, and lets other lanes pass', async () => {
    const outbox = await create();
    let down = true;
    const { handlers, keys } = receiver(async ({ key }) =>
      down && key === 'a1' ? { outcome: 'retry', reason: 'down' } : undefined,
    );
    await append(
      outbox,
      { key: 'a1', lane: 'a' },
      { key: 'b1', lane: 'b' },
      { key: 'a2', lane: 'a' },
      { key: 'free' },
    );
    await append(outbox, { key: 'b2', lane: 'b' }, { key: 'a3', lane: 'a' });
    await outbox.drain({ handlers });
    expect(keys().sort()).toEqual(['a1', 'b1', 'b2', 'free']);
    down = false;
    now += minute;
    keys().length = 0;
    await outbox.drain({ handlers });
    expect(keys().slice(4)).toEqual(['a1', 'a2', 'a3']);
  });

  it.each<
    [string, Awaited<ReturnType<OutboxHandler['handle']>>, number, number]
  >([
    [
      'comes again when the receiver said so, and not before',
      { outcome: 'retry', reason: 'busy', retryAfter: 10 * minute },
      10 * minute,
      2,
    ],
    [
      'does not count a postponed delivery as an attempt',
      { outcome: 'postpone', wait: 10 * minute },
      10 * minute,
      1,
    ],
  ])('%s', async (_name, answer, wait, attempt) => {
    const outbox = await create();
    const { handlers, got } = receiver(async () =>
      got.length === 1 ? answer : undefined,
    );
    await append(outbox, {});
    await outbox.drain({ handlers });
    now += wait - 1;
    expect(await outbox.drain({ handlers })).toBe(0);
    now += wait / 10 + 1;
    expect(await outbox.drain({ handlers })).toBe(1);
    expect(got.at(-1)?.attempt).toBe(attempt);
  });

  it('gives up after its time or at once when told so, says it, and goes on with the lane', async () => {
    const outbox = await create();
    const { handlers, dead, keys } = receiver(async ({ key }) => {
      if (key === 'never') return { outcome: 'dead', reason: 'no such thing' };
      if (key === 'slow') throw new Error('down');
      return undefined;
    });
    await append(
      outbox,
      { key: 'never' },
      { key: 'slow', lane: 'a' },
      { key: 'behind', lane: 'a' },
    );
    for (const end = now + 23 * hour; now < end; now += 10 * minute)
      await outbox.drain({ handlers });
    expect(dead).toEqual([['never', 'no such thing']]);
    expect(keys()).not.toContain('behind');
    now += 2 * hour;
    await outbox.drain({ handlers });
    expect(dead).toEqual([
      ['never', 'no such thing'],
      ['slow', 'down'],
    ]);
    expect(keys()).toContain('behind');
    expect(await left()).toEqual([]);
  });

  it('writes what belongs to an outcome once, with the outcome, and not when it came too late', async () => {
    const outbox = await create({ visibility: minute });
    let first = true;
    const settle = (pid: number) => async (trx: Knex.Transaction) => {
      await trx('got').insert({ key: 'settled', attempt: 1, pid });
    };
    const quick = receiver(async () => ({
      outcome: 'done',
      settle: settle(2),
    }));
    const slow = receiver(async () => {
      if (first) {
        first = false;
        // Another replica takes it over, since this one was too slow.
        now += 2 * minute;
        await outbox.drain({ handlers: quick.handlers });
      }
      return { outcome: 'done', settle: settle(1) };
    });
    await append(outbox, {});
    await outbox.drain({ handlers: slow.handlers });
    expect(quick.got).toMatchObject([{ key: 'a', attempt: 2 }]);
    expect(await knex('got').select('pid')).toEqual([{ pid: 2 }]);
  });

  it('delivers once what it can note only later, as the database is away meanwhile', async () => {
    const outbox = await create();
    let away = 2;
    const { handlers, keys } = receiver(async () => ({
      outcome: 'done',
      settle: async trx => {
        await trx('got').insert({ key: 'settled', attempt: 1, pid: 1 });
        if (away-- > 0) throw new Error('Connection terminated unexpectedly');
      },
    }));
    await append(outbox, {});
    expect(await outbox.drain({ handlers })).toBe(1);
    expect(keys()).toEqual(['a']);
    expect(await knex('got').pluck('key')).toEqual(['settled']);
    expect(await left()).toEqual([]);
  });

  it('leaves a resting handler alone, and takes no more at once than it may', async () => {
    const outbox = await create({ pollInterval: 20 });
    let resting = minute;
    let atOnce = 0;
    let most = 0;
    const { handlers, got } = receiver(async () => {
      most = Math.max(most, (atOnce += 1));
      await new Promise(resolve => setTimeout(resolve, 5));
      atOnce -= 1;
    });
    Object.assign(handlers.mail, { concurrency: 3, restFor: () => resting });
    await append(
      outbox,
      ...Array.from({ length: 30 }, (_, n) => ({ key: `${n}` })),
    );
    expect(await outbox.drain({ handlers })).toBe(0);
    resting = 0;
    expect(await outbox.drain({ handlers })).toBe(30);
    expect(got).toHaveLength(30);
    expect(most).toBe(3);
  });

  it('is woken by a commit and lets what it delivers end when it stops', async () => {
    const outbox = await create({ pollInterval: 600_000 });
    const begun = latch();
    const release = latch();
    const { handlers, keys } = receiver(async () => {
      begun.resolve();
      await release.promise;
    });
    outbox.start({ handlers });
    // The first look is over before there is anything.
    await new Promise(resolve => setTimeout(resolve, 50));
    await append(outbox, { key: 'a' });
    await begun.promise;
    const stopped = outbox.stop();
    await append(outbox, { key: 'b' });
    release.resolve();
    await stopped;
    expect(keys()).toEqual(['a']);
    expect(await left()).toMatchObject([{ key: 'b' }]);
  });

  it('hands back, uncounted, what does not end in time when it stops', async () => {
    const outbox = await create({ grace: 10 });
    const begun = latch();
    outbox.start({
      handlers: {
        mail: {
          handle: (_, { signal }) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
              begun.resolve();
            }),
        },
      },
    });
    await append(outbox, {});
    await begun.promise;
    await outbox.stop();
    const { handlers, got } = receiver();
    await outbox.drain({ handlers });
    expect(got).toMatchObject([{ attempt: 1 }]);
  });

  it('forgets what is finished: at once, or when it was kept long enough', async () => {
    const outbox = await create({ keepFor: hour });
    const { handlers } = receiver();
    await append(outbox, {}, { key: 'light', topic: 'light' });
    await outbox.drain({
      handlers: { ...handlers, light: { handle: async () => {}, keep: false } },
    });
    expect(await knex('outbox').select('key')).toEqual([{ key: 'a' }]);
    await append(outbox, { key: 'not yet' });
    const old = { keepFor: hour, limit: 10 };
    expect(await thinOutbox(knex, String(now + hour), old)).toBe(0);
    expect(await thinOutbox(knex, String(now + hour + 1), old)).toBe(1);
    expect(await knex('outbox').select('key')).toEqual([{ key: 'not yet' }]);
  });

  it('shares the work among replicas, each message to one of them', async () => {
    await create();
    const clockless = await create({ clock: undefined, skipMigrations: true });
    for (let n = 0; n < 3; n++) senders.push(startSender({ connection }));
    await Promise.all(senders.map(sender => sender.says('ready')));
    const keys = Array.from({ length: 300 }, (_, n) => `${n}`);
    await append(
      clockless,
      ...keys.map((key, n) => ({ key, lane: `lane ${n % 20}` })),
    );
    while ((await left()).length)
      await new Promise(resolve => setTimeout(resolve, 50));
    const got: { key: string; pid: number }[] = await knex('got').orderBy('id');
    expect(got.map(({ key }) => key).sort()).toEqual([...keys].sort());
    for (let lane = 0; lane < 20; lane++) {
      const order = got
        .map(({ key }) => Number(key))
        .filter(n => n % 20 === lane);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('repeats under the same key what a replica sent that was killed before it could say so', async () => {
    await create();
    const clockless = await create({ clock: undefined, skipMigrations: true });
    const victim = startSender({
      connection,
      options: { visibility: 5_000 },
      hangOn: 'b',
    });
    senders.push(victim);
    await victim.says('ready');
    await append(
      clockless,
      { key: 'a', lane: 'x' },
      { key: 'b', lane: 'x' },
      { key: 'c', lane: 'x' },
    );
    await victim.says('got', 'b');
    await victim.kill();
    const heir = startSender({ connection });
    senders.push(heir);
    await heir.says('got', 'c');
    expect(
      (await knex('got').orderBy('id')).map(({ key, attempt }) => [
        key,
        attempt,
      ]),
    ).toEqual([
      ['a', 1],
      ['b', 1],
      ['b', 2],
      ['c', 1],
    ]);
  });

  it('has a schema that can be taken away and brought back', async () => {
    await create();
    const config = {
      directory: join(__dirname, '../../migrations'),
      tableName: 'reliability_knex_migrations',
    };
    await knex.migrate.down({ ...config, name: '20261122_outbox.js' });
    expect(await knex.schema.hasTable('outbox')).toBe(false);
    await knex.migrate.latest(config);
    expect(await knex('outbox')).toEqual([]);
  });
});
