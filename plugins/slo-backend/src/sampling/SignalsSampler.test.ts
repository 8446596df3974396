import { TestDatabases } from '@backstage/backend-test-utils';
import type { SignalReading } from '@ghostlight/plugin-slo-node';
import { Leases } from '@ghostlight/reliability-node';
import {
  anObjective,
  logger,
  migratedDatabase,
  noon,
  storeObjective,
} from '../ledger/__testUtils__/testLedger';
import { SignalsSampler } from '.';
import { FakeSource } from './__testUtils__/FakeSource';

/** A source that knows the signals of the entities it is asked for. */
class SignalsSource extends FakeSource {
  asked: string[][] = [];
  broken = false;

  constructor(readonly known?: string[]) {
    super(noon, noon);
  }

  async readSignals(request: {
    entities: { entityRef: string; name: string }[];
  }): Promise<SignalReading[]> {
    this.asked.push(request.entities.map(({ name }) => name));
    if (this.broken) throw new Error('no answer');
    return request.entities
      .filter(({ name }) => this.known?.includes(name) ?? true)
      .map(({ entityRef }) => ({
        entityRef,
        at: noon * 60,
        p99: 0.2,
        endpoints: [],
      }));
  }
}

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] }).eachSupportedId(),
)('The signals sampler on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });

  it('keeps a day of the golden signals of every measured entity, on one replica', async () => {
    const knex = await migratedDatabase(databases, databaseId);
    for (const name of ['payments', 'checkout']) {
      await storeObjective(
        knex,
        anObjective({
          ref: `slo:default/${name}`,
          entityRef: `component:default/${name}`,
        }),
      );
    }
    let now = noon;
    const source = new SignalsSource();
    const options = {
      database: knex,
      leases: await Leases.create({ database: knex, logger }),
      sources: new Map([
        ['default', source],
        ['without', new FakeSource(noon, noon)],
      ]),
      logger,
      clock: () => now * 60_000,
    };
    const replicas = [
      SignalsSampler.create(options),
      SignalsSampler.create(options),
    ];
    const tick = async () => {
      const stored = [];
      for (const replica of replicas) stored.push(await replica.tick());
      return stored;
    };
    expect(await tick()).toEqual([2, 0]);
    expect(source.asked).toEqual([['checkout', 'payments']]);
    now += 1;
    source.broken = true;
    expect(await tick()).toEqual([0, 0]);
    source.broken = false;
    now += 1440;
    expect(await tick()).toEqual([2, 0]);
    const kept = await knex('signals').orderBy(['minute', 'entity_ref']);
    expect(kept.map(({ minute }) => minute)).toEqual([now, now]);
    expect(JSON.parse(kept[1].body)).toMatchObject({
      entityRef: 'component:default/payments',
      p99: 0.2,
    });
    await replicas[0].close();
    expect(await tick()).toEqual([2, 0]);
  });

  it('asks the next source for what the first one does not know, and says who told', async () => {
    const knex = await migratedDatabase(databases, databaseId);
    for (const name of ['payments', 'checkout']) {
      await storeObjective(
        knex,
        anObjective({
          ref: `slo:default/${name}`,
          entityRef: `component:default/${name}`,
        }),
      );
    }
    const first = new SignalsSource(['payments']);
    const second = new SignalsSource();
    const sampler = SignalsSampler.create({
      database: knex,
      leases: await Leases.create({ database: knex, logger }),
      sources: new Map([
        ['default', first],
        ['other', Object.assign(second, { name: 'other' })],
      ]),
      logger,
      clock: () => noon * 60_000,
    });
    expect(await sampler.tick()).toBe(2);
    expect(second.asked).toEqual([['checkout']]);
    const rows = await knex('signals').orderBy('entity_ref');
    expect(rows.map(({ body }) => JSON.parse(body).source)).toEqual([
      'other',
      'default',
    ]);
  });
});
