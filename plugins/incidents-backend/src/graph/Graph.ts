import type { Said } from '@ghostlight/plugin-incidents-common';

/** What is known of a catalog entity here. */
export interface GraphEntity {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  /** Direct owner. */
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  tier?: string;
  annotations: Readonly<Record<string, string>>;
}

/** One of those who own an entity, and why. */
export interface OwnerLink {
  ref: string;
  title?: string;
  reason: string;
  said: Said;
}

/**
 * The catalog's components, resources, APIs and systems with what they depend on, in memory.
 * Groups and users are in it too, for owners. Reads cost no query.
 */
export interface Graph {
  readonly size: number;
  /** Grows with whatever changes in it, so that what was derived from it can be derived again. */
  readonly revision: number;
  get(ref: string): GraphEntity | undefined;
  /**
   * What it depends on directly: `dependsOn`, and the providers of APIs it consumes. An API depends
   * on its providers, a system and a component on their parts.
   */
  dependenciesOf(ref: string): readonly string[];
  /** What depends on it directly. */
  dependentsOf(ref: string): readonly string[];
  /** Entities of that bare name, in any namespace, whose kind can have alerts. Lower case. */
  named(name: string): readonly GraphEntity[];
  /** All entities that can have alerts. */
  entities(): Iterable<GraphEntity>;
  /**
   * The owner, then the owners of its system and domain, then the parents of these groups; nobody
   * twice. Of a group: its parents.
   */
  ownerChain(ref: string): OwnerLink[];
}
