import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { EntityFilter } from '@backstage/plugin-catalog-react';

/** A query by name is an address; a longer one is refused by servers on the way. */
export const MOST_NAMES = 200;

/** Leaves the entities that an open incident affects. */
export class OpenIncidentFilter implements EntityFilter {
  private readonly refs: Set<string>;

  private constructor(refs: string[]) {
    this.refs = new Set(refs);
  }

  static create(refs: string[]): OpenIncidentFilter {
    return new OpenIncidentFilter(refs);
  }

  /** By name, so that a list in pages holds them; `filterEntity` leaves out namesakes. */
  getCatalogFilters(): Record<string, string[]> {
    const names = [...this.refs].map(ref => parseEntityRef(ref).name);
    // No entity has this name: none is affected.
    return {
      'metadata.name': names.length
        ? [...new Set(names)].slice(0, MOST_NAMES)
        : ['-'],
    };
  }

  filterEntity(entity: Entity): boolean {
    return this.refs.has(stringifyEntityRef(entity));
  }

  toQueryValue(): string {
    return 'open';
  }
}
