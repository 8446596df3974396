import type { Entity } from '@backstage/catalog-model';
import { makeCatalog } from '../storm/makeCatalog';

const seed = 1;

/** The storm's catalog as Backstage serves it: relations in place of the fields of the `spec`. */
export function stitchedCatalog(size: number): Entity[] {
  return makeCatalog(size, seed).map(entity => {
    const { owner, system, dependsOn } = entity.spec as {
      owner: string;
      system: string;
      dependsOn: string[];
    };
    const { name } = entity.metadata;
    return {
      ...entity,
      metadata: { name, namespace: 'default', uid: name, etag: name },
      spec: { type: 'service' },
      relations: [
        { type: 'ownedBy', targetRef: `group:default/${owner}` },
        { type: 'partOf', targetRef: `system:default/${system}` },
        ...dependsOn.map(target => ({
          type: 'dependsOn',
          targetRef: target.replace(':', ':default/'),
        })),
      ],
    };
  });
}
