import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { GraphEntity } from './Graph';

/** An entity and the refs that it names, by relation. */
export interface GraphEntry {
  entity: GraphEntity;
  dependsOn: string[];
  dependencyOf: string[];
  consumes: string[];
  provides: string[];
  partOf: string[];
  childOf: string[];
}

const tierName = 'ghostlight.dev/tier';
const longest = 500;

/** Of the catalog's own bookkeeping; nobody looks alerts up by these. */
const leftOut =
  /^backstage\.io\/(managed-by|view-url|edit-url|source-location|orphan|techdocs)/;

/**
 * What the graph keeps of an entity. Relations are taken from the catalog where it has made them,
 * and from the `spec` of an entity that comes from a file.
 */
export function readGraphEntity(entity: Entity): GraphEntry {
  const { metadata, spec = {} } = entity;
  const ref = stringifyEntityRef(entity);
  const { kind, namespace } = parseEntityRef(ref);
  const targets = (type: string, field: string, defaultKind: string) => {
    const named = entity.relations
      ? entity.relations.flatMap(relation =>
          relation.type === type ? relation.targetRef : [],
        )
      : [spec[field]].flat();
    return [
      ...new Set(named.flatMap(text => refOf(text, defaultKind, namespace))),
    ].filter(target => target !== ref);
  };
  const partOf = entity.relations
    ? targets('partOf', '', 'system')
    : [
        ...targets('', 'subcomponentOf', 'component'),
        ...targets('', 'system', 'system'),
        ...targets('', 'domain', 'domain'),
      ];
  const ofKind = (wanted: string) =>
    partOf.find(target => target.startsWith(`${wanted}:`));
  const profile = spec.profile as { displayName?: unknown } | undefined;
  const title = metadata.title ?? profile?.displayName;
  const tier = metadata.labels?.[tierName] ?? metadata.annotations?.[tierName];
  return {
    entity: {
      ref,
      kind,
      namespace,
      name: metadata.name,
      ...(typeof title === 'string' && { title: title.slice(0, longest) }),
      ...(typeof spec.type === 'string' && { type: spec.type }),
      ownerRef: targets('ownedBy', 'owner', 'group')[0],
      systemRef: ofKind('system'),
      domainRef: ofKind('domain'),
      ...(typeof tier === 'string' && { tier }),
      annotations: annotationsOf(metadata.annotations),
    },
    dependsOn: targets('dependsOn', 'dependsOn', 'component'),
    // The catalog says it at the other end as well.
    dependencyOf: entity.relations
      ? []
      : targets('dependencyOf', 'dependencyOf', 'component'),
    consumes: targets('consumesApi', 'consumesApis', 'api'),
    provides: targets('providesApi', 'providesApis', 'api'),
    partOf: partOf.filter(target => !target.startsWith('domain:')),
    childOf: targets('childOf', 'parent', 'group'),
  };
}

function refOf(
  text: unknown,
  defaultKind: string,
  defaultNamespace: string | undefined,
): string | [] {
  if (typeof text !== 'string') return [];
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind,
        defaultNamespace: defaultNamespace ?? DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return [];
  }
}

const noAnnotations = Object.freeze({});

function annotationsOf(
  annotations: Record<string, string> = {},
): Readonly<Record<string, string>> {
  const kept = Object.entries(annotations).filter(
    ([name, value]) =>
      !leftOut.test(name) &&
      typeof value === 'string' &&
      value.length <= longest,
  );
  return kept.length ? Object.fromEntries(kept) : noAnnotations;
}
