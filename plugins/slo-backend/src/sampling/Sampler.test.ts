import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Objective } from '@ghostlight/plugin-slo-common';
import { Leases } from '@ghostlight/reliability-node';
import knexFactory, { type Knex } from 'knex';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { definitionHash } from '../documents/definitionHash';
import { Ledger, sumsBetween } from '../ledger';
import {
  anObjective,
  logger,
  migrate,
  noon,
  storeObjective,
} from '../ledger/__testUtils__/testLedger';
import { Sampler, type SamplerOptions } from '.';
import { FakeSource } from './__testUtils__/FakeSource';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('The sampler on %s', databaseId => {
  let folder: string;
  let connection: Knex.Config;
  let knex: Knex;
  let leases: Leases;
  let now: number;
  const clock = () => now * 60_000 + 30_000;

  beforeEach(async () => {
    now = noon;
    folder = await mkdtemp(join(tmpdir(), 'sampler-'));
    connection = await connectionTo(databaseId);
    knex = knexFactory(connection);
    await migrate(knex);
    leases = await Leases.create({ database: knex, logger });
  });

  afterEach(async () => {
    await knex.destroy();
    await rm(folder, { recursive: true });
  });

  async function connectionTo(id: TestDatabaseId): Promise<Knex.Config> {
    if (id === 'SQLITE_3') {
      return {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'slo.sqlite') },
        useNullAsDefault: true,
      };
    }
    const { connection: made } = (await databases.init(id)).client.config;
    // knex hides the password from whoever copies the object.
    return { client: 'pg', connection: { ...made, password: made.password } };
  }

  function samplerOf(
    source: FakeSource,
    options: Partial<SamplerOptions> = {},
  ) {
    const ledger = Ledger.create({ database: knex, logger, clock });
    return Sampler.create({
      database: knex,
      ledger,
      leases,
      sources: new Map([['default', source]]),
      logger,
      clock,
      shards: 4,
      ...options,
    });
  }

  async function store(
    name: string,
    shard = 0,
    overrides: Partial<Objective> = {},
  ) {
    return storeObjective(
      knex,
      anObjective({
        ref: `slo:default/${name}`,
        entityRef: `component:default/${name}`,
        window: { kind: 'rolling', seconds: 7 * 86_400, duration: '7d' },
        indicator: {
          kind: 'ratio',
          source: 'default',
          counter: true,
          bad: { query: `bad_${name}` },
          total: { query: name },
        },
        ...overrides,
      }),
      { shard },
    );
  }

  async function sums(id: number, from: number, to: number) {
    const ledger = Ledger.create({ database: knex, logger, clock });
    const totals = await ledger.totals([
      { objectiveId: id, minutes: [from, to] },
    ]);
    const [earlier, later] = totals.get(id) ?? [];
    return sumsBetween(earlier, later, 'occurrences');
  }

  function expected(from: number, to: number) {
    let bad = 0;
    for (let minute = from; minute < to; minute++)
      bad += FakeSource.bad(minute);
    const total = (to - from) * 10;
    return { good: total - bad, total, minutes: to - from, excludedMinutes: 0 };
  }

  const state = (id: number) =>
    knex('sampling').where({ objective_id: id }).first();

  it('fills in all that the source has and the window needs, then asks once a minute for all objectives', async () => {
    const source = new FakeSource(noon - 20 * 1440, noon + 100);
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, n) => store(`s${n}`, n)),
    );
    const sampler = samplerOf(source);
    const tick = await sampler.tick();
    expect(tick).toMatchObject({ objectives: 10, failing: 0, behind: 0 });
    for (const id of ids) {
      expect(await sums(id, noon - 7 * 1440, noon)).toEqual(
        expected(noon - 7 * 1440, noon),
      );
    }
    expect(Math.min(...source.requests.map(({ from }) => from))).toBe(
      noon - 8 * 1440,
    );
    expect(source.requests.every(({ from, to }) => to - from <= 1440)).toBe(
      true,
    );

    for (let minute = 1; minute <= 3; minute++) {
      now++;
      expect(await sampler.tick()).toMatchObject({ reads: 1, samples: 10 });
    }
    expect(source.requests.at(-1)?.items).toHaveLength(10);
    expect(await sums(ids[3], noon - 60, now)).toEqual(
      expected(noon - 60, now),
    );
    expect(await sampler.tick()).toMatchObject({ reads: 0, samples: 0 });
  });

  it('names what fails, goes on with the others, and loses nothing when it works again', async () => {
    const source = new FakeSource(noon - 300, noon + 100);
    const good = await store('good');
    const broken = await store('broken');
    const lost = await store('lost', 1, {
      indicator: {
        kind: 'raw',
        source: 'nowhere',
        rawType: 'success',
        raw: { query: 'up' },
      },
    });
    source.failing.add('broken');
    const sampler = samplerOf(source);
    expect(await sampler.tick()).toMatchObject({ failing: 2 });
    const since = Math.floor(clock() / 1000);
    now += 5;
    await sampler.tick();
    expect(await state(broken)).toMatchObject({
      reason: 'bad-query',
      // No database keeps what is no character.
      message: 'cannot read broken\ufffd',
    });
    expect(Number((await state(broken)).failing_since)).toBe(since);
    expect(await state(lost)).toMatchObject({
      reason: 'unknown-source',
      message: 'No source of this name is configured',
    });
    expect(await sums(good, noon - 300, now)).toEqual(
      expected(noon - 300, now),
    );

    source.failing.clear();
    await sampler.tick();
    expect(await state(broken)).toMatchObject({
      reason: null,
      message: null,
      failing_since: null,
      sampled_to: now,
    });
    expect(await sums(broken, noon - 300, now)).toEqual(
      expected(noon - 300, now),
    );
  });

  it('does not let the objectives of one source wait for another source', async () => {
    const [slow, fast] = [0, 1].map(() => new FakeSource(noon - 60, noon));
    const behind = await store('behind');
    const ahead = await store('ahead', 0, {
      indicator: {
        kind: 'raw',
        source: 'fast',
        rawType: 'success',
        raw: { query: 'up' },
      },
    });
    const read = slow.read.bind(slow);
    slow.read = async request => {
      while (!(await state(ahead)))
        await new Promise(done => setTimeout(done, 20));
      return read(request);
    };
    const sampler = samplerOf(slow, {
      sources: new Map([
        ['default', slow],
        ['fast', fast],
      ]),
    });
    expect(await sampler.tick()).toMatchObject({ reads: 2, samples: 120 });
    for (const id of [behind, ahead])
      expect(await sums(id, noon - 60, noon)).toEqual(
        expected(noon - 60, noon),
      );
  });

  it('goes on with the others when the window of one has no bounds', async () => {
    const source = new FakeSource(noon - 60, noon);
    const window: Objective['window'] = {
      kind: 'calendar',
      unit: 'month',
      count: 1,
      timeZone: 'Mars/Base',
      startTime: '2026-01-01 00:00:00',
      duration: '1M',
    };
    await store('unbounded', 0, { window });
    const sound = await store('sound');
    expect(await samplerOf(source).tick()).toMatchObject({ samples: 60 });
    expect(await sums(sound, noon - 60, noon)).toEqual(
      expected(noon - 60, noon),
    );
  });

  it('asks again for a minute that comes late, and takes one that never comes for a gap', async () => {
    const source = new FakeSource(noon - 60, noon + 100);
    const id = await store('late');
    const sampler = samplerOf(source);
    source.missing.add(noon - 1);
    await sampler.tick();
    expect(await state(id)).toMatchObject({ sampled_to: noon - 1 });
    now++;
    source.missing.clear();
    source.missing.add(noon);
    source.missing.add(noon + 1);
    await sampler.tick();
    expect(await sums(id, noon - 60, noon)).toEqual(expected(noon - 60, noon));
    now += 20;
    source.last = now;
    await sampler.tick();
    expect(await sums(id, noon, now)).toEqual(expected(noon + 2, now));
  });

  it('shrugs off a clock that jumps ahead and back', async () => {
    const source = new FakeSource(noon - 60, noon);
    const id = await store('jumpy');
    const sampler = samplerOf(source);
    await sampler.tick();
    now = noon + 20 * 1440;
    await sampler.tick();
    now = noon - 30;
    await sampler.tick();
    now = noon + 10;
    source.last = now;
    await sampler.tick();
    await sampler.tick();
    expect(await sums(id, noon - 60, now)).toEqual(expected(noon - 60, now));
  });

  it('begins anew when the indicator has changed', async () => {
    const source = new FakeSource(noon - 60, noon);
    const id = await store('changed');
    const other = await store('same');
    const sampler = samplerOf(source);
    await sampler.tick();
    await knex('objectives')
      .where({ id })
      .update({ definition_hash: 'second' });
    source.first = noon - 20;
    await sampler.tick();
    expect(await sums(id, noon - 60, noon)).toEqual(expected(noon - 20, noon));
    expect(await sums(other, noon - 60, noon)).toEqual(
      expected(noon - 60, noon),
    );
  });

  it('reads more of the past when the window grows, where the source has it', async () => {
    const source = new FakeSource(noon - 5 * 1440, noon + 10);
    const window = (days: number): Objective['window'] => ({
      kind: 'rolling',
      seconds: days * 86_400,
      duration: `${days}d`,
    });
    const widen = async (id: number, days: number) => {
      const row = await knex('objectives').where({ id }).first();
      const objective = { ...JSON.parse(row.definition), window: window(days) };
      await knex('objectives')
        .where({ id })
        .update({
          definition: JSON.stringify(objective),
          definition_hash: definitionHash(objective),
        });
    };
    const [narrow, late] = [await store('narrow'), await store('late')];
    for (const id of [narrow, late]) await widen(id, 1);
    const sampler = samplerOf(source);
    await sampler.tick();
    const oldest = source.oldest.bind(source);
    source.oldest = async () => {
      throw new Error('not now');
    };
    await widen(narrow, 3);
    await sampler.tick();
    expect(await sums(narrow, noon - 5 * 1440, noon)).toEqual(
      expected(noon - 2 * 1440, noon),
    );
    source.oldest = oldest;
    await sampler.tick();
    for (const span of [60, 2 * 1440, 4 * 1440])
      expect(await sums(narrow, noon - span, noon)).toEqual(
        expected(noon - span, noon),
      );

    // By now the source has lost what is in the ledger already.
    source.first = noon - 1440;
    now++;
    await widen(late, 7);
    await sampler.tick();
    expect(await sums(late, noon - 5 * 1440, now)).toEqual(
      expected(noon - 2 * 1440, now),
    );
    const { length } = source.requests;
    now++;
    await sampler.tick();
    expect(source.requests.slice(length)).toMatchObject([{ from: now - 1 }]);
  });

  it('shares its work with another replica, and nothing is counted twice', async () => {
    const source = new FakeSource(noon - 60, noon + 100);
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, n) => store(`s${n}`, n)),
    );
    const other = databaseId === 'SQLITE_3' ? knex : knexFactory(connection);
    try {
      const replicas = [
        samplerOf(source),
        samplerOf(source, {
          database: other,
          ledger: Ledger.create({ database: other, logger, clock }),
          leases: await Leases.create({ database: other, logger }),
        }),
      ];
      let held: number[][] = [];
      for (let minute = 0; minute < 4; minute++) {
        const ticks = await Promise.all(replicas.map(each => each.tick()));
        held = ticks.map(({ shards }) => shards);
        now++;
      }
      await Promise.all(replicas.map(each => each.tick()));
      expect(held.flat().sort()).toEqual([0, 1, 2, 3]);
      expect(held.map(shards => shards.length)).toEqual([2, 2]);
      for (const id of ids) {
        expect(await sums(id, noon - 60, now)).toEqual(
          expected(noon - 60, now),
        );
      }
      // One leaves in good order; the other one has it all at once.
      await replicas[0].close();
      now++;
      expect((await replicas[1].tick()).shards).toHaveLength(4);
    } finally {
      if (other !== knex) await other.destroy();
    }
  });

  it('does not write for a shard that was taken over while it was reading', async () => {
    const id = await store('contested');
    const source = new FakeSource(noon - 60, noon);
    const sampler = samplerOf(source);
    const read = source.read.bind(source);
    source.read = async request => {
      await knex('leases')
        .where('name', 'like', 'sampler-shard-%')
        .update({ holder: 'another', token: 77 });
      return read(request);
    };
    expect(await sampler.tick()).toMatchObject({ reads: 1, samples: 0 });
    expect(await knex('ledger').where({ objective_id: id })).toEqual([]);
    expect(await state(id)).toBeUndefined();
  });

  it.each(['read', 'written'])(
    'killed when it has %s, but not finished, has counted nothing, and the next one counts all once',
    async stopAt => {
      const ids = [await store('one', 0), await store('two', 1)];
      const child = spawn(
        process.execPath,
        [
          '-r',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          resolve(__dirname, '__testUtils__/dyingSampler.ts'),
        ],
        {
          env: {
            ...process.env,
            DYING: JSON.stringify({
              connection,
              now,
              first: noon - 60,
              stopAt,
            }),
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const gone = once(child, 'exit');
      let output = '';
      await new Promise<void>(stopped => {
        child.stdout.on('data', data => {
          output += data;
          if (output.includes('stopped')) stopped();
        });
        child.on('exit', () => stopped());
      });
      expect(output).toContain('stopped');
      child.kill('SIGKILL');
      await gone;

      const sampler = samplerOf(new FakeSource(noon - 60, noon), { shards: 2 });
      let ticks = 0;
      let held: number[] = [];
      while (held.length < 2 && ticks < 2_000) {
        held = (await sampler.tick()).shards;
        ticks++;
        await new Promise(done => setTimeout(done, 50));
      }
      for (const id of ids) {
        expect(await sums(id, noon - 90, noon)).toEqual(
          expected(noon - 60, noon),
        );
      }
      await sampler.close();
    },
  );
});
