import type { Entity } from '@backstage/catalog-model';
import { concernedEntities } from '@ghostlight/plugin-runbooks-common';
import { relationsOfKinds } from './kinds';
import { resolveRef } from './resolveRef';

/** What a document is about, and whose it says that it is: full refs. */
export interface Concerns {
  types: { forward: string; reverse: string };
  refs: string[];
  /** The owner of what it is about when it is not written. */
  owner?: string;
  system?: string;
}

/** Undefined for documents that are about no entity. */
export function concernsOf(entity: Entity): Concerns | undefined {
  if (!Object.hasOwn(relationsOfKinds, entity.kind)) return undefined;
  const types = relationsOfKinds[entity.kind];
  if (entity.kind !== 'SLO') return { types, ...concernedEntities(entity) };
  const measured = resolveRef(entity.spec?.service, 'component', entity);
  return { types, refs: measured ? [measured] : [] };
}
