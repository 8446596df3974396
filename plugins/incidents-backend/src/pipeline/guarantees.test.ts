import { TestDatabases } from '@backstage/backend-test-utils';
import { nextOf } from '@ghostlight/reliability-node';
import { CatalogGraph } from '../graph';
import {
  component,
  firing,
  minute,
  resolved,
  shop,
  start,
  World,
} from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('On %s', id => {
  it('an alert that resolved before it fired, late and replayed reports reopen nothing', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([resolved('payments')]);
    await pipeline.drain();
    await world.send([firing('payments')]);
    await pipeline.drain();
    expect(await world.alerts()).toMatchObject([
      { status: 'resolved', occurrences: 2, incident_number: null },
    ]);
    expect(await world.incidents()).toEqual([]);

    await world.send([firing('checkout')]);
    await pipeline.drain();
    await world.send([resolved('checkout')]);
    await pipeline.drain();
    world.now += 20 * minute;
    await pipeline.drain();
    for (const event of [firing('checkout'), resolved('checkout')]) {
      await world.send([event, event]);
      await pipeline.drain();
    }
    expect(await world.incidents()).toMatchObject([
      { status: 'resolved', reopened: 0 },
    ]);
    expect(await world.told()).toEqual(['1 opened', '1 resolved']);
    const outcomes = await world.db('inbox').orderBy('id').pluck('outcome');
    expect(outcomes).toEqual([
      'resolved',
      'late',
      'opened',
      'resolved',
      ...['late', 'late', 'repeated', 'repeated'],
    ]);
  });

  it('a firing that is still reported long after its end was said is believed', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await pipeline.drain();
    await world.send([resolved('payments')]);
    await pipeline.drain();
    world.now += 20 * minute;
    await pipeline.drain();
    world.now += 7 * 60 * minute;
    await world.send([firing('payments')]);
    await pipeline.drain();
    expect((await world.alerts()).at(-1)).toMatchObject({ status: 'firing' });
    expect(await world.incidents()).toHaveLength(2);
  });

  it('alerts that return soon reopen their incident; later they make another', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    const again = async (after: number) => {
      world.now += after;
      await world.send([firing('payments', { startsAt: world.now })]);
      await pipeline.drain();
      world.now += 5 * minute;
      await world.send([resolved('payments', { endsAt: world.now })]);
      await pipeline.drain();
      world.now += 6 * minute;
      await pipeline.drain();
    };
    await again(0);
    await again(15 * minute);
    expect(await world.incidents()).toMatchObject([
      { status: 'resolved', reopened: 1, alert_count: 2 },
    ]);
    expect(await world.timeline(1)).toContain(
      'Reopened: “payments answers with errors” fires',
    );
    await again(120 * minute);
    expect(await world.incidents()).toMatchObject([{}, { status: 'resolved' }]);
    expect(await world.told()).toEqual([
      '1 opened',
      '1 resolved',
      '1 reopened',
      '1 resolved',
      '2 opened',
      '2 resolved',
    ]);
  });

  it('a deleted incident does not swallow later alerts', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await pipeline.drain();
    await world.db.transaction(async trx => {
      await nextOf(trx, 'correlation');
      await trx('incidents').where({ number: 1 }).update({ deleted_at: start });
    });
    world.now += minute;
    // It is reported again: somebody deleted it for a reason.
    await world.send([firing('payments')]);
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(1);
    // A neighbour's alert, and the same one anew, are news.
    await world.send([firing('checkout', { startsAt: world.now })]);
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(2);
    await world.send([resolved('payments', { endsAt: world.now })]);
    await pipeline.drain();
    world.now += 2 * minute;
    await world.send([firing('payments', { startsAt: world.now })]);
    await pipeline.drain();
    const alerts = await world.alerts();
    expect(alerts.map(row => row.incident_number)).toEqual([1, 2, 2]);
  });

  it('a merged incident does not swallow later alerts: they go to the one it was merged into', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments'), firing('search')]);
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(2);
    const [{ incident_number: payments }] = await world.alerts();
    const target = payments === 1 ? 2 : 1;
    await world.db.transaction(async trx => {
      await nextOf(trx, 'correlation');
      await trx('incidents')
        .where({ number: payments })
        .update({ merged_into: target });
    });
    world.now += minute;
    await world.send([firing('checkout', { startsAt: world.now })]);
    await pipeline.drain();
    expect((await world.alerts()).at(-1)).toMatchObject({
      name: 'HighErrorRate',
      incident_number: target,
    });
  });

  it('an entity without edges still gets incidents, and so does what is of no known entity', async () => {
    const world = await World.create(databases, id, {
      entities: [component('lonely')],
    });
    const pipeline = world.pipeline();
    await world.send([firing('lonely'), firing('nobody-knows')]);
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(2);
  });

  it('unchanged topology that is imported again makes nothing twice', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await pipeline.drain();
    world.graph.replace(shop);
    await world.send([firing('payments'), firing('checkout')]);
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(1);
    expect(await world.alerts()).toHaveLength(2);
    expect(CatalogGraph.fromEntities(shop).size).toBe(world.graph.size);
  });
});
