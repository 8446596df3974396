import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  firing,
  minute,
  resolved,
  start,
  World,
} from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const count = 1_000;
const names = Array.from({ length: count }, (_, index) => `service-${index}`);
/** Forty stacks of twenty-five services that hang together. */
const entities = names.map((name, index) =>
  component(name, {
    dependsOn: index % 25 ? [`service-${index - 1}`] : [],
  }),
);

describe.each(databases.eachSupportedId())('On %s', id => {
  it.each(['new', 'repeated', 'over'])(
    'a thousand alerts that are %s take a number of statements that does not grow with them',
    async kind => {
      const world = await World.create(databases, id, { entities });
      const pipeline = world.pipeline();
      const all = (some: number) =>
        names.slice(0, some).map(name => firing(name));
      const statements = { count: 0 };
      const begun = (some: number) =>
        kind === 'over'
          ? names
              .slice(0, some)
              .map(name => resolved(name, { endsAt: start + minute }))
          : all(some);
      const costOf = async (some: number) => {
        await world.send(begun(some));
        statements.count = 0;
        const listen = () => (statements.count += 1);
        world.db.on('query', listen);
        await pipeline.drain();
        world.db.removeListener('query', listen);
        return statements.count;
      };
      if (kind !== 'new') {
        await world.send(all(count));
        await pipeline.drain();
      }
      world.now += minute;
      const few = await costOf(50);
      const many = await costOf(count);
      expect(world.complaints()).toEqual([]);
      expect(await world.alerts()).toHaveLength(count);
      // Long records are written in parts of a hundred.
      const told = (await world.told()).length;
      expect(many).toBeLessThan(few + told + count / 20);
      expect(few).toBeLessThan(60);
    },
  );

  it('what is open costs what comes in nothing', async () => {
    const world = await World.create(databases, id, { entities });
    const pipeline = world.pipeline();
    const rest = names.slice(100);
    await world.send(names.slice(0, 100).map(name => firing(name)));
    await pipeline.drain();
    const queries: string[] = [];
    const costOf = async () => {
      world.now += minute;
      await world.send([firing('service-0'), firing('service-99')]);
      queries.length = 0;
      const listen = ({ sql }: { sql: string }) => queries.push(sql);
      world.db.on('query', listen);
      await pipeline.drain();
      world.db.removeListener('query', listen);
      return queries.length;
    };
    const before = await costOf();
    await world.send(rest.map(name => firing(name)));
    await pipeline.drain();
    expect(await costOf()).toBe(before);
    expect(before).toBeLessThan(25);
  });
});
