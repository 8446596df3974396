import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { CatalogGraph, GraphFollower, type GraphFollowerOptions } from '.';

function entity(
  kind: string,
  name: string,
  spec: Record<string, string | string[]> = {},
  more: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...more },
    spec,
  };
}

const shop: Entity[] = [
  entity('Component', 'storefront', {
    dependsOn: ['component:checkout'],
    owner: 'web',
    system: 'shop',
  }),
  entity('Component', 'checkout', {
    consumesApis: ['payments-api'],
    system: 'shop',
  }),
  entity('Component', 'payments', {
    providesApis: ['payments-api'],
    dependsOn: ['resource:ledger-db'],
    owner: 'group:default/money',
    system: 'shop',
  }),
  entity('Component', 'fraud', { subcomponentOf: 'payments' }),
  entity('API', 'payments-api', { system: 'shop' }),
  entity('Resource', 'ledger-db', {
    dependencyOf: ['component:reports'],
    type: 'database',
  }),
  entity('Component', 'reports'),
  entity('System', 'shop', { owner: 'platform', domain: 'retail' }),
  entity('Domain', 'retail', { owner: 'user:default/ada' }),
  entity('Group', 'money', { parent: 'finance' }, { title: 'Money people' }),
  entity('Group', 'finance', { parent: 'money' }),
  entity('Group', 'web'),
  entity('Group', 'platform', { parent: 'engineering' }),
  entity('Group', 'engineering'),
  entity('User', 'ada'),
  entity('Location', 'somewhere'),
];

const component = (name: string) => `component:default/${name}`;

describe('The graph', () => {
  const graph = CatalogGraph.fromEntities(shop);

  it.each([
    ['dependsOn', component('storefront'), [component('checkout')]],
    ['the provider of an API', component('checkout'), [component('payments')]],
    [
      'parts',
      component('payments'),
      [component('fraud'), 'resource:default/ledger-db'],
    ],
    [
      'the provider, of an API',
      'api:default/payments-api',
      [component('payments')],
    ],
    [
      'dependencyOf at the other end',
      component('reports'),
      ['resource:default/ledger-db'],
    ],
  ])('knows what one depends on by %s', (_, ref, expected) => {
    expect(graph.dependenciesOf(ref)).toEqual(expected);
    for (const other of expected)
      expect(graph.dependentsOf(other)).toContain(ref);
  });

  it('takes the components and APIs of a system for its parts', () => {
    expect(graph.dependenciesOf('system:default/shop')).toEqual([
      'api:default/payments-api',
      component('checkout'),
      component('payments'),
      component('storefront'),
    ]);
  });

  it('finds entities by their bare names, in whatever case', () => {
    expect(graph.named('Payments').map(({ ref }) => ref)).toEqual([
      component('payments'),
    ]);
    expect(graph.named('money')).toEqual([]);
    expect([...graph.entities()].map(({ kind }) => kind)).not.toContain(
      'group',
    );
    expect(graph.size).toBe(shop.length - 1);
  });

  it('names owners up to the top, each once, though groups go in a circle', () => {
    expect(graph.ownerChain(component('payments'))).toMatchObject([
      { ref: 'group:default/money', title: 'Money people', reason: 'owner' },
      {
        ref: 'group:default/platform',
        reason: 'owner of the system shop',
        said: { code: 'owner.system', params: { name: 'shop' } },
      },
      { ref: 'user:default/ada', reason: 'owner of the domain retail' },
      { ref: 'group:default/finance', reason: 'parent of money' },
      { ref: 'group:default/engineering', reason: 'parent of platform' },
    ]);
    expect(graph.ownerChain('group:default/platform')).toEqual([
      {
        ref: 'group:default/engineering',
        reason: 'parent of platform',
        said: { code: 'owner.parent', params: { name: 'platform' } },
      },
    ]);
    expect(graph.ownerChain(component('unknown'))).toEqual([]);
  });

  it('takes the relations of the catalog where it has made them', () => {
    const made = CatalogGraph.fromEntities([
      {
        ...entity('Component', 'a', { dependsOn: ['component:c'] }),
        relations: [
          { type: 'dependsOn', targetRef: component('b') },
          { type: 'ownedBy', targetRef: 'group:default/web' },
        ],
      },
      entity('Component', 'b'),
      entity('Component', 'c'),
    ]);
    expect(made.dependenciesOf(component('a'))).toEqual([component('b')]);
    expect(made.get(component('a'))?.ownerRef).toBe('group:default/web');
  });

  it('is the same after replacing and removing as when made anew', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const some = fc.record({
      name: fc.constantFrom(...names),
      dependsOn: fc.subarray(names.map(name => `component:${name}`)),
      consumesApis: fc.subarray(['x', 'y']),
      providesApis: fc.subarray(['x', 'y']),
    });
    const apis = ['x', 'y'].map(name => entity('API', name));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(some, fc.constantFrom(...names)), { maxLength: 15 }),
        steps => {
          const changing = CatalogGraph.fromEntities(apis);
          const left = new Map<string, Entity>();
          for (const step of steps) {
            if (typeof step === 'string') {
              changing.remove([component(step)]);
              left.delete(step);
            } else {
              const { name, ...spec } = step;
              left.set(name, entity('Component', name, spec));
              changing.replace([left.get(name)!]);
            }
          }
          const anew = CatalogGraph.fromEntities([...apis, ...left.values()]);
          expect(changing.size).toBe(anew.size);
          for (const { ref, name } of anew.entities()) {
            expect(changing.dependenciesOf(ref)).toEqual(
              anew.dependenciesOf(ref),
            );
            expect(changing.dependentsOf(ref)).toEqual(anew.dependentsOf(ref));
            expect(changing.named(name)).toEqual(anew.named(name));
            for (const other of anew.dependenciesOf(ref))
              expect(anew.dependentsOf(other)).toContain(ref);
          }
        },
      ),
    );
  });
});

describe('The follower of the catalog', () => {
  const withEtag = (made: Entity, etag: string): Entity => ({
    ...made,
    relations: [],
    metadata: { ...made.metadata, etag },
  });

  function follow(
    entities: Entity[],
    more: Partial<GraphFollowerOptions> = {},
  ) {
    const state = { entities, down: false };
    const reads: number[] = [];
    const catalog = catalogServiceMock();
    const now = () => {
      if (state.down) throw new Error('The catalog is down');
      return catalogServiceMock({ entities: state.entities });
    };
    catalog.streamEntities = (...args) => now().streamEntities(...args);
    catalog.getEntitiesByRefs = (request, options) => {
      reads.push(request.entityRefs.length);
      return now().getEntitiesByRefs(request, options);
    };
    const changes: [string[], string[]][] = [];
    const logger = mockServices.logger.mock();
    const follower = GraphFollower.create({
      catalog,
      auth: mockServices.auth(),
      logger,
      scheduler: mockServices.scheduler(),
      onChange: (...told) => changes.push(told),
      ...more,
    });
    return { state, follower, reads, changes, logger };
  }

  it('reads whole only what changed, and says what did', async () => {
    const { state, follower, reads, changes } = follow([
      withEtag(entity('Component', 'a'), '1'),
      withEtag(entity('Component', 'b'), '1'),
      withEtag(entity('Location', 'c'), '1'),
    ]);
    await follower.refresh();
    await follower.ready;
    expect(follower.graph.size).toBe(2);
    await follower.refresh();
    state.entities = [
      {
        ...withEtag(entity('Component', 'a'), '2'),
        relations: [{ type: 'dependsOn', targetRef: component('d') }],
      },
      withEtag(entity('Component', 'd'), '1'),
    ];
    await follower.refresh();
    expect(follower.graph.dependenciesOf(component('a'))).toEqual([
      component('d'),
    ]);
    expect(follower.graph.get(component('b'))).toBeUndefined();
    expect(reads).toEqual([2, 2]);
    expect(changes).toEqual([
      [[component('a'), component('b')], []],
      [[component('a'), component('d')], [component('b')]],
    ]);
  });

  it('looks often at a catalog that fills after the start, and then now and then', async () => {
    const tick: (() => Promise<void>)[] = [];
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async ({ fn }) => {
        tick.push(async () => fn(new AbortController().signal));
      },
    });
    let time = 0;
    const { state, follower } = follow([], { scheduler, now: () => time });
    await follower.start();
    const sizes: number[] = [];
    // Entities come with the first ticks, one at a time, and one much later.
    for (let n = 0; n < 14; n++, time += 5_000) {
      if (n < 3 || n === 9)
        state.entities = [
          ...state.entities,
          withEtag(entity('Component', `c${n}`), '1'),
        ];
      await tick[0]();
      sizes.push(follower.graph.size);
    }
    expect(sizes).toEqual([1, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4]);
  });

  it('is ready without the catalog, goes on with what it knows, and says so once', async () => {
    const { state, follower, logger } = follow([
      withEtag(entity('Component', 'a'), '1'),
    ]);
    state.down = true;
    await follower.refresh();
    await follower.ready;
    expect(follower.loaded).toBe(false);
    expect(follower.graph.size).toBe(0);
    state.down = false;
    await follower.refresh();
    expect(follower.loaded).toBe(true);
    state.down = true;
    await follower.refresh();
    await follower.refresh();
    expect(follower.graph.size).toBe(1);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
