import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  component,
  firing,
  minute,
  resolved,
  start,
  World,
} from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const migrations = resolvePackagePath(
  '@ghostlight/plugin-incidents-backend',
  'migrations',
);
const names = Array.from({ length: 30 }, (_, index) => `service-${index}`);
const entities = names.map((name, index) =>
  component(name, {
    dependsOn: index ? [`service-${Math.floor(index / 3)}`] : [],
  }),
);
/** Everything fires, some of it twice, and half of it is over again. */
const storm = [
  ...names.map(name => firing(name)),
  ...names.map(name =>
    firing(name, { fingerprint: `${name}-slow`, name: 'Slow' }),
  ),
  ...names.map(name => firing(name)),
  ...names.slice(0, 15).map(name => resolved(name)),
];

/** What people would see, whatever ids rows have. */
async function seen(world: World) {
  const alerts = await world.alerts();
  const timeline = await world.db('timeline').pluck('text');
  return {
    incidents: (await world.incidents()).map(row => [
      row.number,
      row.title,
      row.severity,
      row.origin_ref,
      row.alert_count,
    ]),
    alerts: alerts
      .map(row => [
        row.fingerprint,
        row.status,
        row.incident_number,
        row.occurrences,
        row.suppressed_kind,
      ])
      .sort(),
    told: (await world.told()).sort(),
    timeline: timeline.sort(),
    waiting: (await world.db('inbox').whereNull('outcome')).length,
  };
}

describe.each(databases.eachSupportedId())('On %s', id => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  /** A database that another process can open too. */
  async function shared(database: TestDatabaseId) {
    if (database === 'SQLITE_3') {
      const folder = mkdtempSync(join(tmpdir(), 'ghostlight-bad-days-'));
      const connection = {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'incidents.sqlite') },
        useNullAsDefault: true,
      };
      const db = knexFactory({ ...connection, pool: { min: 1, max: 1 } });
      ends.push(async () => {
        await db.destroy();
        rmSync(folder, { recursive: true, force: true });
      });
      await db.migrate.latest({ directory: migrations });
      return { db, connection };
    }
    const db = await databases.init(database);
    await db.migrate.latest({ directory: migrations });
    const { client, connection } = db.client.config;
    // Knex hides the password from those who copy the rest.
    const { password } = connection;
    return {
      db,
      connection: { client, connection: { ...connection, password } },
    };
  }

  it.each([
    'resolve',
    'suppress',
    'correlate',
    'decide',
    'notify',
    'committed',
  ])(
    'killed at %s, it has lost nothing and done nothing twice when another goes on',
    async stopAt => {
      const calm = await World.create(databases, id, {
        entities,
        batchSize: 40,
      });
      await calm.send(storm);
      await calm.pipeline().drain();
      const expected = await seen(calm);
      expect(expected).toMatchObject({
        waiting: 0,
        incidents: [
          [1, 'service-0 answers with errors', 'SEV2', expect.anything(), 60],
        ],
      });

      const { db, connection } = await shared(id);
      const world = await World.on(db, {
        entities,
        batchSize: 40,
        leaseMs: 700,
      });
      await world.send(storm);
      const child = spawn(
        process.execPath,
        [
          '-r',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          resolve(__dirname, '__testUtils__/dyingPipeline.ts'),
        ],
        {
          env: {
            ...process.env,
            DYING: JSON.stringify({ connection, now: start, stopAt, entities }),
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let output = '';
      child.stdout.on('data', data => (output += data));
      const [, signal] = await once(child, 'exit');
      expect([output.trim(), signal]).toEqual(['dies', 'SIGKILL']);
      expect((await seen(world)).waiting).toBeGreaterThan(0);

      const pipeline = world.pipeline();
      await drainWhenFree(pipeline);
      expect(await seen(world)).toEqual(expected);
      expect(world.complaints()).toEqual([]);
    },
  );

  it('a holder that lost its lease writes nothing, and reads anew what others wrote when it has it again', async () => {
    const world = await World.create(databases, id);
    const one = world.pipeline();
    const two = world.pipeline();
    await world.send([firing('payments')]);
    await one.drain();
    await world.send([firing('checkout')]);
    await two.drain();
    await world.send([firing('storefront'), resolved('payments')]);
    await one.drain();
    expect(await world.incidents()).toMatchObject([{ alert_count: 3 }]);

    // Somebody takes over between a batch that failed and the next.
    await world.send([firing('ledger')]);
    let transactions = 0;
    const db = new Proxy(world.db, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (key !== 'transaction') return value;
        return async (...args: unknown[]) => {
          transactions += 1;
          if (transactions === 1) throw new Error('The connection broke');
          await target('leases').update({ token: 99, holder: 'another' });
          return value.apply(target, args);
        };
      },
    }) as Knex;
    await expect(world.pipeline({ db }).drain()).rejects.toThrow(
      "Lease 'incidents-correlator' is no longer held",
    );
    expect(transactions).toBe(2);
    expect(await world.alerts()).toHaveLength(3);
    await world.db('leases').update({ holder: null, expires_at: 0 });
    await two.drain();
    expect(await world.alerts()).toHaveLength(4);
    expect(await world.incidents()).toHaveLength(1);
  });

  it('two that run at once take turns, and do nothing twice', async () => {
    const world = await World.create(databases, id, { entities, pollMs: 5 });
    const ended = new AbortController();
    const running = [7, 5].map(async batchSize => {
      let turn = new AbortController();
      const pipeline = world.pipeline({
        batchSize,
        onBatch: () => turn.abort(),
      });
      while (!ended.signal.aborted) {
        turn = new AbortController();
        await pipeline.run(AbortSignal.any([turn.signal, ended.signal]));
        await new Promise(done => setTimeout(done, 5));
      }
    });
    for (const event of storm) await world.send([event]);
    await until(async () => {
      const waiting = await world.db('inbox').whereNull('outcome');
      return waiting.length === 0;
    });
    ended.abort();
    await Promise.all(running);
    const incidents = await world.incidents();
    expect(
      (await world.told()).filter(what => / opened$/.test(what)),
    ).toHaveLength(incidents.length);
    const alerts = await world.alerts();
    expect(alerts.map(row => row.occurrences).sort()).toEqual([
      ...Array(30).fill(1),
      ...Array(30).fill(2),
    ]);
    expect(alerts.filter(row => row.status === 'resolved')).toHaveLength(15);
    expect(await world.db('quarantine')).toEqual([]);
  });

  it('one row that cannot be taken goes to quarantine, and the others go on', async () => {
    const world = await World.create(databases, id);
    const broken = new Error('A bug');
    const { graph } = world;
    const pipeline = world.pipeline({
      graph: new Proxy(graph, {
        get(target, key) {
          const value = Reflect.get(target, key);
          if (key !== 'named') return value;
          return (name: string) => {
            if (name === 'poison') throw broken;
            return target.named(name);
          };
        },
      }),
    });
    await world.send([
      ...names.map(name => firing(name)),
      firing('poison'),
      ...names.map(name => firing(name)),
    ]);
    await world.append('alert', [{ not: 'an alert' }], 'alertmanager', start);
    await world.db('inbox').insert({
      delivery_id: 1,
      kind: 'alert',
      adapter: 'x',
      received_at: start,
      event: '{',
      raw: '{}',
    });
    await pipeline.drain();
    expect((await world.alerts()).map(row => row.occurrences)).toEqual(
      names.map(() => 2),
    );
    expect(await world.db('quarantine').orderBy('id')).toMatchObject([
      { reason: expect.stringContaining('A bug') },
      { reason: expect.stringContaining('could not take it') },
    ]);
    expect(await world.db('inbox').whereNull('outcome')).toEqual([]);
    expect(
      await world.db('inbox').where('outcome', 'failed').pluck('kind'),
    ).toHaveLength(3);
  });

  it('one alert that cannot be looked at again waits, and the others go on', async () => {
    const world = await World.create(databases, id);
    const over = start + 10 * minute;
    let broken = false;
    const pipeline = world.pipeline({
      maintenance: {
        during: (ref, at) => {
          if (broken && ref.endsWith('/search')) throw new Error('A bug');
          return at < over
            ? { reason: 'x', until: over, ref: 'c-1' }
            : undefined;
        },
      },
    });
    await world.send(
      ['payments', 'search', 'ledger'].map(name => firing(name)),
    );
    await pipeline.drain();
    expect(await world.incidents()).toEqual([]);
    broken = true;
    world.now = over;
    await pipeline.drain();
    await world.send([firing('checkout')]);
    await pipeline.drain();
    expect(
      (await world.alerts()).map(row => row.incident_number !== null),
    ).toEqual([true, false, true, true]);
    expect(await world.db('quarantine')).toEqual([]);
    broken = false;
    world.now += 10 * minute;
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(2);
  });

  it('a database that is gone for a while loses nothing', async () => {
    const world = await World.create(databases, id);
    let broken = 3;
    const db = new Proxy(world.db, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (key !== 'transaction') return value;
        return (...args: unknown[]) => {
          if (broken-- > 0) throw new Error('Connection terminated');
          return value.apply(target, args);
        };
      },
    }) as Knex;
    const pipeline = world.pipeline({ db, pollMs: 20 });
    await world.send(storm);
    const ended = new AbortController();
    const running = pipeline.run(ended.signal);
    await until(async () => {
      pipeline.wake();
      const waiting = await world.db('inbox').whereNull('outcome');
      return waiting.length === 0;
    });
    await pipeline.stop();
    ended.abort();
    await running;
    expect(await world.alerts()).toHaveLength(60);
    expect(await world.db('quarantine')).toEqual([]);
  });

  it('clocks that disagree by hours end no alert that fires, and begin none that is over', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    for (const skew of [-180 * minute, 180 * minute]) {
      const name = skew < 0 ? 'payments' : 'search';
      await world.send([firing(name, { startsAt: start + skew })]);
      await pipeline.drain();
      await world.send([
        resolved(name, {
          startsAt: start + skew,
          endsAt: start + skew + minute,
        }),
      ]);
      await pipeline.drain();
      world.now += 2 * minute;
      await world.send([firing(name, { startsAt: start + skew + 2 * minute })]);
      await pipeline.drain();
    }
    expect((await world.alerts()).map(row => row.status)).toEqual([
      'firing',
      'firing',
    ]);
    for (const {
      started_at: at,
      created_at: created,
    } of await world.incidents())
      expect(Number(at)).toBeLessThanOrEqual(Number(created));
  });
});

/** Waits for what comes true some time. */
async function until(holds: () => Promise<boolean>) {
  for (let tries = 0; tries < 2_400; tries++) {
    if (await holds()) return;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('It did not come true');
}

/** The lease of one that was killed runs out first. */
async function drainWhenFree(pipeline: { drain(): Promise<void> }) {
  for (let tries = 0; ; tries++) {
    try {
      await pipeline.drain();
      return;
    } catch (error) {
      if ((error as Error).name !== 'ConflictError' || tries > 1_000)
        throw error;
      await new Promise(done => setTimeout(done, 100));
    }
  }
}
