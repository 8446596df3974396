import {
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What the catalog says of the entity that a document is about. */
export interface Subject {
  /** Full. */
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  ownerRef?: string;
  systemRef?: string;
  /** Full refs, sorted. */
  dependsOn: string[];
  annotations: Record<string, string>;
  links: { url: string; title: string }[];
  entity: Entity;
}

/** Throws a `NotFoundError` for an entity that is not there, or not for the user. */
export async function readSubject(
  catalog: CatalogService,
  entityRef: string,
  credentials: BackstageCredentials,
): Promise<Subject> {
  const ref = fullRef(entityRef);
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity)
    throw new NotFoundError(
      `entityRef: the catalog has no entity ${ref}, or you may not see it`,
    );
  return subjectOf(entity);
}

export function subjectOf(entity: Entity): Subject {
  const { kind, metadata } = entity;
  const related = (type: string, kinds?: string[]) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef)
      .filter(ref => !kinds || kinds.includes(ref.split(':')[0]))
      .sort();
  return {
    ref: stringifyEntityRef(entity),
    kind: kind.toLowerCase(),
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    ownerRef: related(RELATION_OWNED_BY)[0],
    systemRef: related(RELATION_PART_OF, ['system'])[0],
    dependsOn: related(RELATION_DEPENDS_ON),
    annotations: metadata.annotations ?? {},
    links: (metadata.links ?? []).flatMap(({ url, title }) =>
      isWebAddress(url) ? [{ url, title: title ?? url }] : [],
    ),
    entity,
  };
}

function fullRef(entityRef: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `entityRef: not the ref of an entity (found ${JSON.stringify(
        entityRef.slice(0, 100),
      )}; allowed: a name, or kind:namespace/name)`,
    );
  }
}

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
