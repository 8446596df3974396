import type { Graph } from '../graph';

/** Shares from which a quiet dependency explains all that it can. */
const enough = 0.5;
const mostLatest = 16;
const none: readonly string[] = [];

/**
 * Which of the dependents of an entity have alerts of late. When many of them do, the entity is
 * suspected although it is quiet itself.
 */
export class Dependants {
  /** By dependency: when its alerting dependents last started, in the order of their news. */
  private readonly alerting = new Map<
    string,
    { starts: Map<string, number>; latest: string[] }
  >();

  private constructor(
    private readonly graph: Graph,
    private readonly windowMs: number,
  ) {}

  static create(options: { graph: Graph; windowMs: number }): Dependants {
    return new Dependants(options.graph, options.windowMs);
  }

  add(ref: string, startsAt: number): void {
    for (const dependency of this.graph.dependenciesOf(ref)) {
      let found = this.alerting.get(dependency);
      if (!found) {
        found = { starts: new Map(), latest: [] };
        this.alerting.set(dependency, found);
      }
      const { starts, latest } = found;
      const before = starts.get(ref);
      starts.delete(ref);
      starts.set(ref, Math.max(startsAt, before ?? startsAt));
      if (latest.at(-1) !== ref) latest.push(ref);
      if (latest.length > mostLatest) latest.shift();
      for (const [other, last] of starts) {
        if (last >= startsAt - this.windowMs) break;
        starts.delete(other);
      }
    }
  }

  /** Direct dependents whose alert was one of the latest, the last of them last. */
  latest(dependency: string): readonly string[] {
    return this.alerting.get(dependency)?.latest ?? none;
  }

  /** From 0 to 1, how well it explains that so many of its dependents have alerts, one of them given. */
  strength(dependency: string, at: number, given?: string): number {
    const all = this.graph.dependentsOf(dependency).length;
    const starts = this.alerting.get(dependency)?.starts;
    if (all < 2 || !starts) return 0;
    let found = 0;
    for (const last of starts.values())
      if (Math.abs(last - at) <= this.windowMs) found += 1;
    if (given && !starts.has(given)) found += 1;
    return found < 2 ? 0 : Math.min(1, (found - 1) / (all - 1) / enough);
  }
}
