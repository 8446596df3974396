import type { Graph } from '../../graph';

const most = 300;
const hops = 3;

/**
 * Entities and what is around them, the nearest first: what they depend on up to three hops, where
 * causes are, and who depends on them up to two, where symptoms are.
 */
export function nearby(graph: Graph, from: readonly string[]): string[] {
  const found = new Set(from);
  let below: Iterable<string> = from;
  let above: Iterable<string> = from;
  for (let hop = 0; hop < hops && found.size < most; hop++) {
    below = step(found, below, ref => graph.dependenciesOf(ref));
    if (hop > 1) continue;
    // A system fails through its parts, which are there themselves.
    above = step(found, above, ref =>
      graph.dependentsOf(ref).filter(other => !other.startsWith('system:')),
    );
  }
  return [...found];
}

function step(
  found: Set<string>,
  from: Iterable<string>,
  next: (ref: string) => readonly string[],
): Set<string> {
  const layer = new Set<string>();
  for (const ref of from)
    for (const other of next(ref)) {
      if (found.size >= most) return layer;
      if (found.has(other)) continue;
      found.add(other);
      layer.add(other);
    }
  return layer;
}
