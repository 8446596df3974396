import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { AppliesTo } from '@ghostlight/plugin-runbooks-common';
import { belongingOf } from '@ghostlight/reliability-node';

const tierAnnotation = 'ghostlight.dev/tier';

/** Of an entity, what policies say which entities they are for by. */
export function facetsOf(entity: Entity): Record<keyof AppliesTo, string> {
  const { ownerRef = '', systemRef = '' } = belongingOf(entity);
  return {
    entities: stringifyEntityRef(entity),
    tiers: entity.metadata.annotations?.[tierAnnotation] ?? '',
    types: String(entity.spec?.type ?? ''),
    systems: systemRef,
    owners: ownerRef,
  };
}

const keyOf = (facet: string, value: string) => `applies-to:${facet}:${value}`;

/** Whether a key fits its column; what does not is found by nobody. */
const isKept = (key: string) => key.length <= 300 && !/[\0\p{Cs}]/u.test(key);

/** What a policy is for as keys, and of how many facets it says something. */
export function facetKeysOf(appliesTo: AppliesTo): {
  keys: string[];
  facets: number;
} {
  const said = Object.entries(appliesTo).filter(([, values]) => values?.length);
  return {
    keys: said
      .flatMap(([facet, values]) =>
        (values as string[]).map(value => keyOf(facet, value)),
      )
      .filter(isKept),
    facets: said.length,
  };
}

/** The keys of an entity: a policy is for it that has as many of them as it has facets. */
export function facetKeysFor(entity: Entity): string[] {
  return Object.entries(facetsOf(entity))
    .map(([facet, value]) => keyOf(facet, value))
    .filter(isKept);
}
