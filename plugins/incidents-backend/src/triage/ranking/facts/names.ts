/** `component:default/payments`, `resource:ledger-db`: a kind, perhaps a namespace, a name. */
const refForm =
  /^[a-z][a-z0-9.-]*:(?:[^/:\s]+\/)?([^/:\s]*[^/:\s\d][^/:\s]*)$/i;
/** What Kubernetes adds to the name of a deployment to make that of a pod. */
const podEnd = /-[a-f0-9]{6,10}-[a-z0-9]{5}$/;

/** The name in an entity ref; of anything else, all of it. */
export function bareName(ref: string): string {
  return (refForm.exec(ref)?.[1] ?? ref).toLowerCase();
}

/** How something is called in a sentence. */
export function shownName(ref: string): string {
  return refForm.exec(ref)?.[1] ?? ref;
}

/**
 * Makes one of the spellings of an entity: alerts say `payments` where the catalog says
 * `component:default/payments`, and metrics may name a pod. What is ambiguous stays as it is written.
 */
export class Names {
  private readonly byRef = new Map<string, string>();
  private readonly byBare = new Map<string, string | undefined>();

  private constructor() {}

  /** Earlier lists win: first what is declared, then what is only used. */
  static create(...lists: Iterable<string>[]): Names {
    const names = new Names();
    for (const list of lists) {
      const known = new Set(names.byBare.keys());
      for (const ref of [...new Set(list)].sort()) {
        const lower = ref.toLowerCase();
        if (names.byRef.has(lower)) continue;
        const bare = bareName(ref);
        const isBare = bare === lower;
        // A bare word is another spelling of what is known; a full ref is something of its own.
        if (isBare && names.byBare.get(bare) !== undefined) continue;
        names.byRef.set(lower, ref);
        if (known.has(bare)) continue;
        const other = names.byBare.get(bare);
        if (!names.byBare.has(bare)) names.byBare.set(bare, ref);
        else if (other !== undefined && isLikelier(ref, other))
          names.byBare.set(bare, ref);
        else if (other === undefined || !isLikelier(other, ref))
          names.byBare.set(bare, undefined);
      }
    }
    return names;
  }

  /** The one spelling of a name; undefined for what is not known. */
  find(name: string): string | undefined {
    const lower = name.toLowerCase();
    const exact = this.byRef.get(lower);
    if (exact !== undefined) return exact;
    const bare = bareName(name);
    if (bare === lower || !this.byBare.has(bare)) {
      const same = this.byBare.get(bare);
      if (same !== undefined) return same;
    }
    const deployment = bare.replace(podEnd, '');
    return deployment === bare ? undefined : this.byBare.get(deployment);
  }

  of(name: string): string {
    return this.find(name) ?? name;
  }
}

/** A bare name means a component before anything else. */
function isLikelier(one: string, other: string): boolean {
  const isComponent = (ref: string) => /^component:/i.test(ref);
  return isComponent(one) && !isComponent(other);
}
