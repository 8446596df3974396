import type { OncallSource } from '@ghostlight/plugin-incidents-node';
import { ownerChain, type OwnerGraph } from './ownerChain';

/** The annotation of a source that an entity or group carries. */
export function annotatedOf(
  graph: OwnerGraph,
  source: OncallSource,
  ref: string,
): { annotation: string; value: string } | undefined {
  const annotations = graph.get(ref)?.annotations;
  for (const annotation of source.annotations ?? []) {
    const value = annotations?.[annotation]?.trim();
    if (value) return { annotation, value };
  }
  return undefined;
}

/** Who in the catalog points at a source. The graph is looked through when it has changed only. */
export class Discovery {
  private seen?: { refs: readonly string[]; revision: number };

  private constructor(private readonly graph: OwnerGraph) {}

  static create(options: { graph: OwnerGraph }): Discovery {
    return new Discovery(options.graph);
  }

  /** Owners by ref with what they say, of those who carry one of the source's annotations. */
  annotated(
    source: OncallSource,
  ): Map<string, { annotation: string; value: string }> {
    const found = new Map<string, { annotation: string; value: string }>();
    if (!source.annotations?.length) return found;
    for (const ref of this.refs()) {
      const says = annotatedOf(this.graph, source, ref);
      if (says) found.set(ref, says);
    }
    return found;
  }

  private refs(): readonly string[] {
    const { revision } = this.graph;
    if (this.seen?.revision !== revision) {
      const refs = new Set<string>();
      for (const { ref } of this.graph.entities()) {
        refs.add(ref);
        for (const owner of ownerChain(this.graph, ref)) refs.add(owner.ref);
      }
      // Only what says something of whom to call; most entities say nothing of it.
      this.seen = {
        refs: [...refs].filter(
          ref => Object.keys(this.graph.get(ref)?.annotations ?? {}).length,
        ),
        revision,
      };
    }
    return this.seen.refs;
  }
}
