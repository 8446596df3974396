import { createServiceFactory } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog in memory that finds entities by their refs, where the usual one looks through all of them. */
export function catalogOf(entities: Entity[]) {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const catalog = catalogServiceMock({ entities });
  const found = Object.assign(catalog, {
    getEntityByRef: async (ref: string) => byRef.get(ref),
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref => byRef.get(ref)),
    }),
  });
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => found,
  });
}
