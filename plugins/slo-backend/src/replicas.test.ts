import { TestDatabases } from '@backstage/backend-test-utils';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import Knex from 'knex';
import { component, slo } from './__testUtils__/entities';
import { allowAll, startSlo, type World } from './__testUtils__/startSlo';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
// Needs a PostgreSQL: BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.
const maybe = databases.supports('POSTGRES_18') ? describe : describe.skip;

maybe('two backends on one PostgreSQL', () => {
  it('measure everything, and nothing twice', async () => {
    const knex = await databases.init('POSTGRES_18');
    const other = Knex(knex.client.config);
    const names = Array.from({ length: 40 }, (_, i) => `objective-${i}`);
    const world: World = {
      entities: [
        component('payments'),
        ...names.map(name => slo(name, 'payments')),
      ],
      decide: allowAll,
    };
    const source = fakeSource({
      oldest: Math.floor(Date.now() / 60_000) - 180,
      answer: () => ({ good: 900, total: 1000 }),
    });
    const one = await startSlo({ knex, world, sources: [source] });
    const two = await startSlo({ knex: other, world, sources: [source] });
    await Promise.all([one.follow(), two.follow()]);
    expect(await knex('objectives')).toHaveLength(names.length);

    // The first ticks find out about each other; then the shards are shared.
    for (let round = 0; round < 4; round++)
      await Promise.all([one.tick(), two.tick()]);

    const measured = async () => {
      const rows = await knex('ledger')
        .groupBy('objective_id')
        .select(
          knex.raw('min(at) as first, max(at) as last'),
          knex.raw('max(minutes) as minutes, max(total) as total'),
        );
      return rows.map(({ first, last, minutes, total }) => ({
        complete: minutes === last - first,
        events: total / minutes,
      }));
    };
    const right = names.map(() => ({ complete: true, events: 1000 }));
    expect(await measured()).toEqual(right);

    const holders = await knex('leases')
      .where('name', 'like', 'sampler-shard-%')
      .whereNotNull('holder')
      .select('name');
    expect(holders).toHaveLength(16);
    const { data } = await one
      .client()
      .GET('/v1/alerts', { params: { query: { limit: 500 } } });
    const stable = (alerts: { sequence: number; id: string }[]) =>
      alerts.map(({ sequence, id }) => `${sequence} ${id}`).sort();
    expect(data!.items.length).toBeGreaterThanOrEqual(names.length);
    expect(stable([...one.alerts, ...two.alerts])).toEqual(stable(data!.items));

    // One goes; the other takes over what it held.
    await one.backend.stop();
    await two.tick();
    await two.tick();
    expect(await measured()).toEqual(right);
    const { data: list } = await two
      .client()
      .GET('/v1/objectives', { params: { query: { limit: 500 } } });
    expect(list!.counts.critical).toBe(names.length);
    await two.backend.stop();
    await other.destroy();
  });
});
