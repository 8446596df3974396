import type { Entity } from '@backstage/catalog-model';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type {
  ErrorBudgetPolicySpec,
  SloDocumentOfKind,
} from '../document/SloDocument';

/**
 * Label or annotation that gives a component its tier.
 *
 * @public
 */
export const TIER_ANNOTATION = 'ghostlight.dev/tier';

/**
 * The policy whose `appliesTo` selects an entity, for SLOs that name none. All that a policy lists
 * must match. Of several the one that lists more kinds of things wins, then the first by name.
 *
 * @public
 */
export function selectPolicy<
  T extends { document: SloDocumentOfKind<'ErrorBudgetPolicy'> },
>(policies: T[], entity: Entity): T | undefined {
  return policies
    .filter(({ document }) => applies(document.spec.appliesTo, entity))
    .sort(
      (a, b) =>
        Object.keys(b.document.spec.appliesTo ?? {}).length -
          Object.keys(a.document.spec.appliesTo ?? {}).length ||
        a.document.metadata.name.localeCompare(b.document.metadata.name),
    )[0];
}

function applies(
  appliesTo: ErrorBudgetPolicySpec['appliesTo'],
  entity: Entity,
): boolean {
  if (!appliesTo || Object.keys(appliesTo).length === 0) return false;
  const { entities, tiers, types, systems, owners } = appliesTo;
  const namespace = entity.metadata.namespace ?? 'default';
  const tier =
    entity.metadata.annotations?.[TIER_ANNOTATION] ??
    entity.metadata.labels?.[TIER_ANNOTATION];
  const relatedBy = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);
  return (
    includes(entities, 'component', namespace, [stringifyEntityRef(entity)]) &&
    (!tiers || (tier !== undefined && tiers.includes(tier))) &&
    (!types || types.includes(String(entity.spec?.type))) &&
    includes(systems, 'system', namespace, relatedBy(RELATION_PART_OF)) &&
    includes(owners, 'group', namespace, relatedBy(RELATION_OWNED_BY))
  );
}

function includes(
  wanted: string[] | undefined,
  defaultKind: string,
  defaultNamespace: string,
  refs: string[],
): boolean {
  if (!wanted) return true;
  return wanted.some(text => {
    try {
      return refs.includes(
        stringifyEntityRef(
          parseEntityRef(text, { defaultKind, defaultNamespace }),
        ),
      );
    } catch {
      return false;
    }
  });
}
