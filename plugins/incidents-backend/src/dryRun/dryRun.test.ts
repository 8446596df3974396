import { TestDatabases } from '@backstage/backend-test-utils';
import type { DryRunIncident } from '@ghostlight/plugin-incidents-common';
import {
  component,
  firing,
  minute,
  resolved,
  shop,
  start,
  World,
} from '../pipeline/__testUtils__/world';
import { diffOutcomes } from './diffOutcomes';
import { dryRun } from '.';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const head = 'apiVersion: ghostlight.dev/v1\nkind: IncidentRules\nspec:\n';

describe.each(databases.eachSupportedId())('A dry run on %p', id => {
  async function recorded(): Promise<World> {
    const world = await World.create(databases, id, {
      entities: [...shop, component('search-index')],
    });
    const pipeline = world.pipeline();
    const send = async (...events: ReturnType<typeof firing>[]) => {
      await world.send(events);
      await pipeline.drain();
    };
    await send(firing('payments'));
    world.now += minute;
    await send(firing('checkout', { startsAt: world.now }));
    world.now += minute;
    await send(
      firing('search', {
        severity: 'warning',
        name: 'Slow',
        startsAt: world.now,
      }),
    );
    world.now += 3 * minute;
    await send(resolved('payments'), resolved('checkout'));
    world.now += 10 * minute;
    await pipeline.drain();
    return world;
  }

  const run = (world: World, yaml: string, limit?: number) =>
    dryRun({
      db: world.db,
      graph: world.graph,
      rules: world.rules,
      yaml: `${head}${yaml}`,
      from: start - minute,
      to: start + 60 * minute,
      limit,
    });

  it('finds the incidents as they were under the rules in force, and changes nothing', async () => {
    const world = await recorded();
    const real = await world.incidents();
    const result = await run(world, '  correlate: {}\n');
    expect(result).toMatchObject({
      events: 5,
      truncated: false,
      before: real.length,
      after: real.length,
      same: real.length,
      added: [],
      removed: [],
      changed: [],
    });
    expect(await world.incidents()).toEqual(real);
  });

  it('says which incidents would be new, gone and other, by the ids of alerts and incidents as recorded', async () => {
    const world = await recorded();
    const [payments, checkout, search] = (await world.alerts()).map(alert =>
      String(alert.id),
    );
    const alone = await run(world, '  correlate: {distance: 0}\n');
    expect(alone).toMatchObject({ before: 1, after: 2, same: 0, removed: [] });
    expect(alone.changed).toEqual([
      expect.objectContaining({
        before: expect.objectContaining({
          incidentId: 'INC-0001',
          alertIds: [payments, checkout],
          originRef: 'component:default/payments',
        }),
        gained: [],
        lost: [checkout],
      }),
    ]);
    expect(alone.added).toEqual([
      expect.objectContaining({ alertIds: [checkout], severity: 'SEV2' }),
    ]);
    const strict = await run(
      world,
      '  incidents:\n    rules:\n      - {name: slow, severities: [warning], severity: SEV1}\n',
    );
    expect(strict).toMatchObject({ before: 1, after: 1, same: 0, changed: [] });
    expect(strict.removed).toEqual([
      expect.objectContaining({ incidentId: 'INC-0001' }),
    ]);
    expect(strict.added).toEqual([
      expect.objectContaining({
        severity: 'SEV1',
        alertIds: [search],
        because: expect.stringContaining('slow'),
      }),
    ]);
    expect(strict.added[0].incidentId).toBeUndefined();
  });

  it('takes the last events when there are too many, and says so', async () => {
    const world = await recorded();
    const result = await run(world, '  correlate: {}\n', 4);
    expect(result).toMatchObject({ events: 4, truncated: true });
  });

  it('knows what people taught', async () => {
    const world = await recorded();
    await world.db('mappings').insert({
      matchers: JSON.stringify([
        { label: 'service', value: 'search', mode: 'equals' },
      ]),
      entity_ref: 'component:default/search-index',
      created_by: 'user:default/ada',
      created_at: start,
    });
    const result = await run(
      world,
      '  incidents:\n    rules:\n      - {name: all, severity: SEV4}\n',
    );
    expect(result.added).toEqual([
      expect.objectContaining({
        entityRefs: ['component:default/search-index'],
      }),
    ]);
  });

  it('refuses rules that cannot be read, with field, line and fix', async () => {
    const world = await World.create(databases, id);
    await expect(run(world, '  correlate: {window: 5}\n')).rejects.toThrow(
      'Line 4, spec.correlate.window: This is not a duration. Write a whole number',
    );
  });
});

describe('The difference of two runs', () => {
  const incident = (
    key: string,
    alertIds: string[],
    more: Partial<DryRunIncident> = {},
  ): DryRunIncident => ({
    key,
    alertIds,
    title: key,
    severity: 'SEV3',
    startedAt: '2026-11-21T12:00:00Z',
    entityRefs: [],
    ...more,
  });

  it.each([
    {
      says: 'same, of the same alerts in another order',
      before: [incident('a', ['1', '2'])],
      after: [incident('b', ['2', '1'])],
      expected: { same: 1, added: [], removed: [], changed: [] },
    },
    {
      says: 'changed, of another severity alone',
      before: [incident('a', ['1'])],
      after: [incident('b', ['1'], { severity: 'SEV1' })],
      expected: { same: 0, changed: [{ gained: [], lost: [] }] },
    },
    {
      says: 'that the larger part of a split incident is the incident',
      before: [incident('a', ['1', '2', '3'])],
      after: [incident('b', ['1']), incident('c', ['2', '3', '4'])],
      expected: {
        same: 0,
        added: [{ key: 'b' }],
        removed: [],
        changed: [
          {
            before: { key: 'a' },
            after: { key: 'c' },
            gained: ['4'],
            lost: ['1'],
          },
        ],
      },
    },
    {
      says: 'that a merged incident is gone',
      before: [incident('a', ['1', '2']), incident('b', ['3'])],
      after: [incident('c', ['1', '2', '3'])],
      expected: {
        removed: [{ key: 'b' }],
        changed: [{ gained: ['3'], lost: [] }],
      },
    },
  ])('says $says', ({ before, after, expected }) => {
    expect(diffOutcomes(before, after)).toMatchObject(expected);
  });

  it('leaves none of either side out', () => {
    const some = ['1', '2', '3'].map(id => incident(id, [id]));
    const { same, added, removed, changed } = diffOutcomes(some, some.slice(1));
    expect(same + removed.length + changed.length).toBe(3);
    expect(same + added.length + changed.length).toBe(2);
  });
});
