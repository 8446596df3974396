const none: ReadonlySet<string> = new Set();

/** One relation in both directions. An entity owns the edges that leave it. */
export class Edges {
  private readonly outgoing = new Map<string, readonly string[]>();
  private readonly incoming = new Map<string, Set<string>>();

  /** Replaces the edges that leave an entity. */
  set(from: string, targets: readonly string[]): void {
    for (const to of this.outgoing.get(from) ?? []) {
      const sources = this.incoming.get(to);
      sources?.delete(from);
      if (sources?.size === 0) this.incoming.delete(to);
    }
    if (!targets.length) {
      this.outgoing.delete(from);
      return;
    }
    this.outgoing.set(from, targets);
    for (const to of targets) {
      const sources = this.incoming.get(to);
      if (sources) sources.add(from);
      else this.incoming.set(to, new Set([from]));
    }
  }

  from(ref: string): readonly string[] {
    return this.outgoing.get(ref) ?? [];
  }

  to(ref: string): ReadonlySet<string> {
    return this.incoming.get(ref) ?? none;
  }
}
