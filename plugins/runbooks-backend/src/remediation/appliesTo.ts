import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { AppliesTo } from '@ghostlight/plugin-runbooks-common';
import { belongingOf } from '@ghostlight/reliability-node';

const tierAnnotation = 'ghostlight.dev/tier';

/** Whether a policy is for an entity; all that it says must hold. Of what the catalog has not, never. */
export function appliesTo(
  { entities, tiers, types, systems, owners }: AppliesTo,
  entity: Entity | undefined,
): boolean {
  if (!entity) return false;
  const { ownerRef = '', systemRef = '' } = belongingOf(entity);
  const tier = entity.metadata.annotations?.[tierAnnotation] ?? '';
  const type = String(entity.spec?.type ?? '');
  const holds = (wanted: string[] | undefined, given: string) =>
    !wanted?.length || wanted.includes(given);
  return (
    holds(entities, stringifyEntityRef(entity)) &&
    holds(tiers, tier) &&
    holds(types, type) &&
    holds(systems, systemRef) &&
    holds(owners, ownerRef)
  );
}
