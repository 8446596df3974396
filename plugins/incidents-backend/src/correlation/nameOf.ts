import type { Graph } from '../graph';

/** An entity for people: its title, or the name in its ref. */
export function nameOf(graph: Graph, ref: string): string {
  const entity = graph.get(ref);
  return entity?.title ?? entity?.name ?? ref.slice(ref.lastIndexOf('/') + 1);
}
