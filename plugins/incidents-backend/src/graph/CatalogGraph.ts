import type { Entity } from '@backstage/catalog-model';
import type { Said } from '@ghostlight/plugin-incidents-common';
import { Edges } from './Edges';
import type { Graph, GraphEntity, OwnerLink } from './Graph';
import { alertableKinds, graphKinds } from './kinds';
import { readGraphEntity } from './readGraphEntity';

const alertable = new Set(alertableKinds);
const held = new Set(graphKinds);
/** Deeper than any organisation, and an end when groups are their own grandparents. */
const longestChain = 20;

/** The graph made of catalog entities, which can be replaced one by one. */
export class CatalogGraph implements Graph {
  private readonly known = new Map<string, GraphEntity>();
  private readonly byName = new Map<string, GraphEntity[]>();
  private readonly dependsOn = new Edges();
  private readonly dependencyOf = new Edges();
  private readonly consumes = new Edges();
  private readonly provides = new Edges();
  private readonly partOf = new Edges();
  private readonly childOf = new Edges();
  private readonly dependencies = new Map<string, readonly string[]>();
  private readonly dependents = new Map<string, readonly string[]>();
  private changes = 0;

  private constructor() {}

  static create(): CatalogGraph {
    return new CatalogGraph();
  }

  /** Of entities as the catalog or a file has them; kinds that do not belong here are passed over. */
  static fromEntities(entities: Iterable<Entity>): CatalogGraph {
    const graph = new CatalogGraph();
    graph.replace(entities);
    return graph;
  }

  get size(): number {
    return this.known.size;
  }

  get revision(): number {
    return this.changes;
  }

  /** Adds entities, or puts them in the place of those of the same ref. */
  replace(entities: Iterable<Entity>): void {
    for (const given of entities) {
      if (!held.has(given.kind.toLocaleLowerCase('en-US'))) continue;
      const entry = readGraphEntity(given);
      const { entity } = entry;
      const { ref } = entity;
      this.forgetName(ref);
      this.known.set(ref, entity);
      this.dependsOn.set(ref, entry.dependsOn);
      this.dependencyOf.set(ref, entry.dependencyOf);
      this.consumes.set(ref, entry.consumes);
      this.provides.set(ref, entry.provides);
      this.partOf.set(ref, entry.partOf);
      this.childOf.set(ref, entry.childOf);
      if (!alertable.has(entity.kind)) continue;
      const name = entity.name.toLocaleLowerCase('en-US');
      const namesakes = this.byName.get(name) ?? [];
      namesakes.push(entity);
      namesakes.sort((a, b) => (a.ref < b.ref ? -1 : 1));
      this.byName.set(name, namesakes);
    }
    this.changed();
  }

  /** Takes entities out. Edges to them stay with whoever named them, should they come back. */
  remove(refs: Iterable<string>): void {
    for (const ref of refs) {
      this.forgetName(ref);
      this.known.delete(ref);
      for (const edges of this.relations()) edges.set(ref, []);
    }
    this.changed();
  }

  get(ref: string): GraphEntity | undefined {
    const entity = this.known.get(ref);
    if (!entity?.systemRef || entity.domainRef) return entity;
    const domainRef = this.known.get(entity.systemRef)?.domainRef;
    return domainRef ? { ...entity, domainRef } : entity;
  }

  dependenciesOf(ref: string): readonly string[] {
    let found = this.dependencies.get(ref);
    if (!found) {
      const apis = this.consumes.from(ref);
      found = this.neighbours(ref, [
        this.dependsOn.from(ref),
        this.dependencyOf.to(ref),
        // An API that nobody says to provide stands for itself.
        ...apis.map(api => this.providersOf(api) ?? [api]),
        this.provides.to(ref),
        this.partOf.to(ref),
      ]);
      this.dependencies.set(ref, found);
    }
    return found;
  }

  dependentsOf(ref: string): readonly string[] {
    let found = this.dependents.get(ref);
    if (!found) {
      const apis = this.provides.from(ref);
      found = this.neighbours(ref, [
        this.dependsOn.to(ref),
        this.dependencyOf.from(ref),
        apis,
        ...apis.map(api => this.consumes.to(api)),
        this.providersOf(ref) ? [] : this.consumes.to(ref),
        this.partOf.from(ref),
      ]);
      this.dependents.set(ref, found);
    }
    return found;
  }

  named(name: string): readonly GraphEntity[] {
    return this.byName.get(name.toLocaleLowerCase('en-US')) ?? [];
  }

  *entities(): Iterable<GraphEntity> {
    for (const { ref, kind } of this.known.values())
      if (alertable.has(kind)) yield this.get(ref)!;
  }

  ownerChain(ref: string): OwnerLink[] {
    const chain: OwnerLink[] = [];
    const seen = new Set([ref]);
    const add = (owner: string | undefined, reason: string, said: Said) => {
      if (!owner || seen.has(owner) || chain.length >= longestChain) return;
      seen.add(owner);
      const title = this.known.get(owner)?.title;
      chain.push({ ref: owner, ...(title && { title }), reason, said });
    };
    const nameOf = (of: string) => this.known.get(of)?.name ?? of;
    const entity = this.get(ref);
    add(entity?.ownerRef, 'owner', { code: 'owner.owner', params: {} });
    for (const [whole, word] of [
      [entity?.systemRef, 'system'],
      [entity?.domainRef, 'domain'],
    ]) {
      if (whole)
        add(
          this.known.get(whole)?.ownerRef,
          `owner of the ${word} ${nameOf(whole)}`,
          { code: `owner.${word}`, params: { name: nameOf(whole) } },
        );
    }
    const parents = (of: string) => {
      for (const parent of this.childOf.from(of))
        add(parent, `parent of ${nameOf(of)}`, {
          code: 'owner.parent',
          params: { name: nameOf(of) },
        });
    };
    if (entity?.kind === 'group') parents(ref);
    // Grows while it is walked, up to the top.
    for (const owner of chain) parents(owner.ref);
    return chain;
  }

  private providersOf(api: string): ReadonlySet<string> | undefined {
    const providers = this.provides.to(api);
    return providers.size ? providers : undefined;
  }

  /** Those that are in the catalog and can have alerts, in one order whatever order they came in. */
  private neighbours(
    ref: string,
    groups: Iterable<string>[],
  ): readonly string[] {
    const found = new Set<string>();
    for (const group of groups)
      for (const other of group) {
        const kind = this.known.get(other)?.kind;
        if (kind && other !== ref && alertable.has(kind)) found.add(other);
      }
    return [...found].sort();
  }

  private forgetName(ref: string): void {
    const name = this.known.get(ref)?.name.toLocaleLowerCase('en-US');
    if (name === undefined) return;
    const others = (this.byName.get(name) ?? []).filter(
      namesake => namesake.ref !== ref,
    );
    if (others.length) this.byName.set(name, others);
    else this.byName.delete(name);
  }

  private relations(): Edges[] {
    return [
      this.dependsOn,
      this.dependencyOf,
      this.consumes,
      this.provides,
      this.partOf,
      this.childOf,
    ];
  }

  private changed(): void {
    this.changes += 1;
    this.dependencies.clear();
    this.dependents.clear();
  }
}
