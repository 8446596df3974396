import { parseEntityRef } from '@backstage/catalog-model';

/**
 * The name of an entity as people say it, from its ref; what is no ref stays as it is.
 *
 * @public
 */
export function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}
