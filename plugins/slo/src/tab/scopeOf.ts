import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ObjectiveFilter } from '../hooks';

/** Relation of an SLO document to what it measures. */
const RELATION_MEASURES = 'measures';

/** Whose objectives a page of the catalog shows. */
export interface Scope {
  /** Of the entity on the page. */
  entityRef: string;
  /** What the gate, findings and signals are asked for: what is measured. */
  measuredRef: string;
  /** How people call it. */
  name: string;
  filter: ObjectiveFilter;
  /** Objectives of several entities. */
  isGroup: boolean;
  /** Only objectives of this document. */
  documentRef?: string;
}

export function scopeOf(entity: Entity): Scope {
  const entityRef = stringifyEntityRef(entity);
  const { kind } = parseEntityRef(entityRef);
  const name = entity.metadata.title ?? entity.metadata.name;
  const alone = { entityRef, measuredRef: entityRef, name };
  switch (kind) {
    case 'system':
      return { ...alone, isGroup: true, filter: { system: [entityRef] } };
    case 'domain':
      return { ...alone, isGroup: true, filter: { domain: [entityRef] } };
    case 'group':
      return { ...alone, isGroup: true, filter: { owner: [entityRef] } };
    case 'slo': {
      const measuredRef =
        entity.relations?.find(each => each.type === RELATION_MEASURES)
          ?.targetRef ?? entityRef;
      return {
        entityRef,
        measuredRef,
        name: parseEntityRef(measuredRef).name,
        isGroup: false,
        documentRef: entityRef,
        filter: { entityRef: [measuredRef] },
      };
    }
    default:
      return { ...alone, isGroup: false, filter: { entityRef: [entityRef] } };
  }
}
