import type { Entity } from '@backstage/catalog-model';
import type { AppliesTo } from '@ghostlight/plugin-runbooks-common';
import { facetsOf } from '../documents';

/** Whether a policy is for an entity; all that it says must hold. Of what the catalog has not, never. */
export function appliesTo(
  wanted: AppliesTo,
  entity: Entity | undefined,
): boolean {
  if (!entity) return false;
  const given = facetsOf(entity);
  return (Object.keys(given) as (keyof AppliesTo)[]).every(
    facet => !wanted[facet]?.length || wanted[facet].includes(given[facet]),
  );
}
