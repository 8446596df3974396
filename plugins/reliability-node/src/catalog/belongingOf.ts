import {
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * Whose an entity is. Full refs.
 *
 * @public
 */
export interface EntityBelonging {
  ownerRef?: string;
  systemRef?: string;
  title?: string;
}

/**
 * Whose an entity is: by its relations, or its `spec` where the catalog made none.
 *
 * @public
 */
export function belongingOf(entity: Entity): EntityBelonging {
  const { metadata, relations, spec = {} } = entity;
  const named = (type: string, field: string, kind: string) => {
    const refs = relations
      ? relations.flatMap(one => (one.type === type ? one.targetRef : []))
      : [refOf(spec[field], kind, metadata.namespace)].flat();
    return refs.find(ref =>
      kind === 'system' ? ref.startsWith('system:') : true,
    );
  };
  const ownerRef = named(RELATION_OWNED_BY, 'owner', 'group');
  const systemRef =
    entity.kind.toLowerCase() === 'system'
      ? stringifyEntityRef(entity)
      : named(RELATION_PART_OF, 'system', 'system');
  return {
    ...(ownerRef && { ownerRef }),
    ...(systemRef && { systemRef }),
    ...(metadata.title && { title: metadata.title.slice(0, 200) }),
  };
}

function refOf(
  text: unknown,
  defaultKind: string,
  defaultNamespace: string = 'default',
): string[] {
  if (typeof text !== 'string') return [];
  try {
    return [
      stringifyEntityRef(
        parseEntityRef(text, { defaultKind, defaultNamespace }),
      ),
    ];
  } catch {
    return [];
  }
}
