import {
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import type { CatalogIndex } from '@ghostlight/reliability-node';

/** Ways in which trouble with the one is trouble for the other. */
const ways = new Set<string>([
  RELATION_DEPENDENCY_OF,
  RELATION_API_CONSUMED_BY,
  RELATION_PROVIDES_API,
]);

/** The entity itself first, then what depends on it by the catalog, the nearest first; at most `cap`. */
export function dependantsOf(
  index: CatalogIndex,
  entityRef: string,
  cap: number = 200,
): string[] {
  const found = new Set([entityRef]);
  for (const ref of found) {
    for (const { type, targetRef } of index.get(ref)?.relations ?? []) {
      if (!ways.has(type)) continue;
      found.add(targetRef);
      if (found.size >= cap) return withoutApis(found);
    }
  }
  return withoutApis(found);
}

/** An API is a way to those who use it, and nobody of its own. */
function withoutApis(refs: Set<string>): string[] {
  return [...refs].filter(
    (ref, index) => index === 0 || !ref.startsWith('api:'),
  );
}
