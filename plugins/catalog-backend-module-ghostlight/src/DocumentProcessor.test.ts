import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  CatalogProcessorCache,
  CatalogProcessorResult,
  CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Batch } from './Batch';
import { Belongings } from './Belongings';
import { DocumentProcessor } from './DocumentProcessor';

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

const slo = (service: string): Entity => ({
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: { name: `${service}-availability` },
  spec: { service },
});

/** As the catalog does it: what a run sets is there in the next one, all or nothing. */
function cacheOf(): CatalogProcessorCache & { next(): void } {
  let current: Record<string, unknown> = {};
  let written: Record<string, unknown> = {};
  return {
    get: async <T>(key: string) => current[key] as T | undefined,
    set: async (key, value) => {
      written[key] = value;
    },
    next() {
      if (Object.keys(written).length) current = written;
      written = {};
    },
  };
}

function create(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  const lookUps = jest.spyOn(catalog, 'getEntitiesByRefs');
  let now = 0;
  const logger = mockServices.logger.mock();
  const batch = () => Batch.create({ run: async () => {}, logger });
  const processor = DocumentProcessor.create({
    belongings: Belongings.create({
      catalog: catalog as CatalogService,
      auth: mockServices.auth(),
      now: () => now,
    }),
    announcements: batch(),
    refreshes: batch(),
    logger,
  });
  return {
    lookUps,
    wait(ms: number) {
      now += ms;
    },
    async ownersOf(entity: Entity, cache: ReturnType<typeof cacheOf>) {
      const emitted: CatalogProcessorResult[] = [];
      await processor.postProcessEntity(
        entity,
        undefined,
        item => emitted.push(item),
        cache,
      );
      cache.next();
      return emitted.flatMap(item =>
        item.type === 'relation' && item.relation.type === 'ownedBy'
          ? [item.relation.target.name]
          : [],
      );
    },
  };
}

describe('owners of objectives', () => {
  it('are looked up in one request for many, and not again for a while', async () => {
    const names = Array.from({ length: 150 }, (_, i) => `service-${i}`);
    const { ownersOf, lookUps, wait } = create(
      names.map(name => component(name, `owner-of-${name}`)),
    );
    const all = () =>
      Promise.all(names.map(name => ownersOf(slo(name), cacheOf())));
    const expected = names.map(name => [`owner-of-${name}`]);
    expect(await all()).toEqual(expected);
    expect(await all()).toEqual(expected);
    expect(lookUps).toHaveBeenCalledTimes(1);
    wait(31_000);
    expect(await all()).toEqual(expected);
    expect(lookUps).toHaveBeenCalledTimes(2);
  });

  it('stay what they were while the catalog cannot answer', async () => {
    const { ownersOf, lookUps, wait } = create([
      component('payments', 'money'),
    ]);
    const cache = cacheOf();
    const document = slo('payments');
    expect(await ownersOf(document, cache)).toEqual(['money']);

    for (let round = 0; round < 3; round++) {
      wait(31_000);
      lookUps.mockRejectedValueOnce(new Error('starting'));
      expect(await ownersOf(document, cache)).toEqual(['money']);
    }
    wait(31_000);
    lookUps.mockRejectedValueOnce(new Error('starting'));
    expect(await ownersOf(slo('search'), cache)).toEqual([]);
  });
});
