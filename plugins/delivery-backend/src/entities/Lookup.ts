import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EntityHints } from '@ghostlight/plugin-delivery-node';

const kubernetesId = 'backstage.io/kubernetes-id';
const kubernetesNamespace = 'backstage.io/kubernetes-namespace';
/** Annotations that are selectors of labels. */
const selectors = [
  'backstage.io/kubernetes-label-selector',
  'argocd/app-selector',
];
/** Labels by which people name what a thing is part of. */
const nameLabels = ['app.kubernetes.io/name', 'app'];
const longest = 500;

/** Of the catalog's own bookkeeping; nobody looks changes up by these. */
const leftOut =
  /^backstage\.io\/(managed-by|view-url|edit-url|source-location|orphan|techdocs)/;

/**
 * Finds the component that a sender means: by annotations it has, by labels it selects, then by its name.
 * What could mean two is not guessed.
 */
export class Lookup {
  private readonly byAnnotation = new Map<string, Set<string>>();
  private readonly bySelector = new Map<string, Selecting[]>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly byLikeness = new Map<string, Set<string>>();
  private readonly namespaces = new Map<string, string>();

  private constructor() {}

  static of(entities: Entity[]): Lookup {
    const lookup = new Lookup();
    for (const entity of entities) lookup.add(entity);
    return lookup;
  }

  /** @returns undefined when nothing says it, or more than one could be meant */
  find(hints: EntityHints): string | undefined {
    const names = [
      hints.name,
      ...nameLabels.map(label => hints.labels?.[label]),
    ].flatMap(name => name || []);
    const byNames = names.map(name => this.byName.get(name.toLowerCase()));
    const ways = [
      ...this.annotated(hints),
      this.selected(hints.labels),
      ...byNames,
      ...names.map(name => this.byLikeness.get(likenessOf(name))),
    ];
    for (const way of ways) {
      const candidates = this.inNamespace(way, hints.namespace);
      if (candidates.length === 1) return candidates[0];
      // Several have that annotation, as those of one repository: the name decides among them.
      for (const others of candidates.length ? byNames : []) {
        const both = candidates.filter(ref => others?.has(ref));
        if (both.length === 1) return both[0];
      }
      if (candidates.length) return undefined;
    }
    return undefined;
  }

  private annotated({ annotations = {}, labels = {} }: EntityHints) {
    const id = labels[kubernetesId];
    return Object.entries({ ...(id && { [kubernetesId]: id }), ...annotations })
      .map(([name, value]) => this.byAnnotation.get(annotationKey(name, value)))
      .filter(found => found !== undefined);
  }

  private selected(labels: Record<string, string> = {}): Set<string> {
    const found = new Set<string>();
    for (const [name, value] of Object.entries(labels))
      for (const { ref, wanted } of this.bySelector.get(`${name}=${value}`) ??
        [])
        if (wanted.every(([key, text]) => labels[key] === text)) found.add(ref);
    return found;
  }

  private inNamespace(
    refs: Set<string> = new Set(),
    namespace: string | undefined,
  ): string[] {
    return [...refs].filter(ref => {
      const own = this.namespaces.get(ref);
      return !own || !namespace || own === namespace;
    });
  }

  private add(entity: Entity): void {
    const ref = stringifyEntityRef(entity);
    const { name, annotations = {} } = entity.metadata;
    put(this.byName, name.toLowerCase(), ref);
    put(this.byLikeness, likenessOf(name), ref);
    for (const [key, value] of Object.entries(annotations)) {
      if (typeof value !== 'string' || value.length > longest) continue;
      if (leftOut.test(key)) continue;
      if (key === kubernetesNamespace) this.namespaces.set(ref, value);
      if (selectors.includes(key)) this.addSelector(ref, value);
      put(this.byAnnotation, annotationKey(key, value), ref);
    }
  }

  private addSelector(ref: string, text: string): void {
    const wanted = text.split(',').map(part => {
      const [, key, value] =
        /^\s*([^=!\s]+)\s*==?\s*([^=!\s]+)\s*$/.exec(part) ?? [];
      return [key, value] as const;
    });
    // Only equalities can be told from the labels of one thing.
    if (!wanted.every(([key, value]) => key && value)) return;
    const [[key, value]] = wanted;
    const name = `${key}=${value}`;
    const list = this.bySelector.get(name) ?? [];
    this.bySelector.set(name, [...list, { ref, wanted }]);
  }
}

interface Selecting {
  ref: string;
  wanted: (readonly [string, string])[];
}

function annotationKey(name: string, value: string): string {
  return `${name}\n${value.toLowerCase()}`;
}

/** `payments-service-prod`, `Payments` and `payments_svc` are alike. */
function likenessOf(name: string): string {
  const parts = name.toLowerCase().split(/[^a-z0-9]+/);
  const telling = parts.filter(
    part =>
      part &&
      !/^(prod|production|stag|stage|staging|dev|test|qa|svc|service|deployment|deploy|app)$/.test(
        part,
      ),
  );
  return (telling.length ? telling : parts).join('');
}

function put(map: Map<string, Set<string>>, key: string, ref: string): void {
  if (!key) return;
  const refs = map.get(key);
  if (refs) refs.add(ref);
  else map.set(key, new Set([ref]));
}
