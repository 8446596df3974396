import {
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogReader } from './CatalogReader';

/** Whose a measured entity is, and what it stands on. All are full entity refs. */
export interface Belonging {
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  dependsOn: string[];
  /** With the fields that a policy may select by. */
  entity: Entity;
}

const fields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'metadata.labels',
  'relations',
  'spec.type',
];

/** Owner, system, domain and dependencies of entities; those not in the catalog are left out. */
export async function readBelongings(
  reader: CatalogReader,
  entityRefs: Iterable<string>,
): Promise<Map<string, Belonging>> {
  const entities = await reader.entities([...new Set(entityRefs)], fields);
  const found = new Map<string, Belonging>();
  for (const entity of entities) {
    found.set(stringifyEntityRef(entity), {
      ownerRef: targets(entity, RELATION_OWNED_BY)[0],
      systemRef: whole(entity, 'system'),
      domainRef: whole(entity, 'domain'),
      dependsOn: targets(entity, RELATION_DEPENDS_ON),
      entity,
    });
  }
  await addDomains(reader, found);
  return found;
}

async function addDomains(
  reader: CatalogReader,
  belongings: Map<string, Belonging>,
): Promise<void> {
  const systems = new Set<string>();
  for (const { systemRef, domainRef } of belongings.values())
    if (systemRef && !domainRef) systems.add(systemRef);
  const domains = new Map<string, string | undefined>();
  for (const system of await reader.entities([...systems], fields))
    domains.set(stringifyEntityRef(system), whole(system, 'domain'));
  for (const belonging of belongings.values())
    if (belonging.systemRef)
      belonging.domainRef ??= domains.get(belonging.systemRef);
}

function whole(entity: Entity, kind: string): string | undefined {
  if (entity.kind.toLocaleLowerCase('en-US') === kind)
    return stringifyEntityRef(entity);
  return targets(entity, RELATION_PART_OF).find(
    ref => parseEntityRef(ref).kind === kind,
  );
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .sort();
}
