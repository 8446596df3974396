import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EntityHints } from '@ghostlight/plugin-delivery-node';
import { listDeployments, readFeed, readOverview } from '../changes';
import {
  deployment,
  noon,
  startFeed,
} from '../changes/__testUtils__/startFeed';
import { EntityIndex, followCatalog } from '.';

function component(
  name: string,
  annotations: Record<string, string> = {},
  owner: string = 'payers',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations,
      etag: JSON.stringify([annotations, owner]),
    },
    spec: { type: 'service', owner, system: 'shop' },
  };
}

function indexOf(world: { entities: Entity[] }) {
  const catalog = catalogServiceMock.mock();
  catalog.streamEntities.mockImplementation(async function* stream() {
    yield world.entities;
  });
  catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
    items: world.entities.filter(({ metadata }) =>
      entityRefs.includes(`component:default/${metadata.name}`),
    ),
  }));
  return EntityIndex.create({
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
  });
}

describe('the entity of a change', () => {
  const id = 'backstage.io/kubernetes-id';
  const slug = 'github.com/project-slug';

  it.each<[string, EntityHints, string | undefined]>([
    [
      'by its annotation',
      { annotations: { [slug]: 'Shop/Payments' } },
      'payments',
    ],
    ['by a label of Kubernetes', { labels: { [id]: 'pay' } }, 'payments'],
    [
      'by the labels that it selects',
      { labels: { app: 'led', tier: '1' } },
      'ledger',
    ],
    ['not by some of them', { labels: { app: 'led' } }, undefined],
    ['by its name', { name: 'Search' }, 'search'],
    ['by a name that is alike', { name: 'search-service-prod' }, 'search'],
    ['not by one that two are like', { name: 'mail_app' }, undefined],
    [
      'by name in a repository of several',
      { name: 'cart', annotations: { [slug]: 'shop/mono' } },
      'cart',
    ],
    [
      'not of several otherwise',
      { annotations: { [slug]: 'shop/mono' } },
      undefined,
    ],
    [
      'not in another namespace',
      { name: 'ledger', namespace: 'test' },
      undefined,
    ],
    ['not by nothing', {}, undefined],
  ])('is found %s', async (_, hints, name) => {
    const index = indexOf({
      entities: [
        component('payments', { [slug]: 'shop/payments', [id]: 'pay' }),
        component('ledger', {
          'backstage.io/kubernetes-label-selector': 'app=led, tier=1',
          'backstage.io/kubernetes-namespace': 'shop',
        }),
        component('search'),
        component('mail-service'),
        component('mail-svc'),
        component('cart', { [slug]: 'shop/mono' }),
        component('catalogue', { [slug]: 'shop/mono' }),
      ],
    });
    await index.refresh();
    expect(index.find(hints)).toBe(name && `component:default/${name}`);
  });
});

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] }).eachSupportedId(),
)('what the catalog learns, on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });

  it('is brought to changes of before: their entity, and whose it is', async () => {
    const knex = await databases.init(databaseId);
    const world = { entities: [component('search')] };
    const index = indexOf(world);
    const { feed } = await startFeed({ knex, entities: index });
    followCatalog({ db: knex, index, feed, now: () => noon });
    await index.refresh();
    await feed.record('ci', [
      deployment('v1', noon, {
        entityRef: undefined,
        hints: { name: 'payments' },
      }),
    ]);
    const entityRef = 'component:default/payments';
    const history = () => listDeployments(knex, { entityRef }, undefined);
    expect((await history()).items).toEqual([]);

    world.entities.push(component('payments'));
    await index.refresh();
    expect((await history()).items).toMatchObject([
      { version: 'v1', active: true },
    ]);
    const { items } = await readFeed(knex, {}, undefined);
    expect(items.map(({ change }) => change.entityRef)).toEqual([
      undefined,
      entityRef,
    ]);
    const ownerOf = async () =>
      (await readOverview(knex, {}, undefined, noon)).items[0].owner;
    expect(await ownerOf()).toBe('group:default/payers');

    world.entities[1] = component('payments', {}, 'others');
    await index.refresh();
    expect(await ownerOf()).toBe('group:default/others');
    const mine = {
      column: 'owner_ref' as const,
      values: ['group:default/others'],
    };
    expect((await listDeployments(knex, { entityRef }, mine)).total).toBe(1);
    expect(index.entities()).toHaveLength(2);
  });
});
