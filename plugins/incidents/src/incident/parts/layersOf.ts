import type { Graph } from '@ghostlight/plugin-incidents-common';

/** A node's place: its layer from the left, and its position in it from the top. */
export interface Placed {
  ref: string;
  layer: number;
  row: number;
}

/**
 * Places a graph in layers: what depends stands left of what it depends on. Edges that close a
 * circle are passed over. Within a layer, nodes go near to those they are connected with.
 */
export function layersOf(graph: Pick<Graph, 'nodes' | 'edges'>): Placed[] {
  const refs = graph.nodes.map(node => node.entityRef);
  const known = new Set(refs);
  const edges = graph.edges.filter(
    ({ from, to }) => from !== to && known.has(from) && known.has(to),
  );
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const depths = depthsOf(refs, next);
  const deepest = Math.max(0, ...depths.values());

  const layers: string[][] = Array.from({ length: deepest + 1 }, () => []);
  // Depth counts steps down to the last dependency, which stands at the right.
  for (const ref of refs) layers[deepest - (depths.get(ref) ?? 0)].push(ref);
  orderWithin(layers, edges);
  return layers.flatMap((layer, index) =>
    layer.map((ref, row) => ({ ref, layer: index, row })),
  );
}

/** The longest way down from each node, without going in circles. */
function depthsOf(
  refs: string[],
  next: Map<string, string[]>,
): Map<string, number> {
  const depths = new Map<string, number>();
  const onWay = new Set<string>();
  const visit = (ref: string): number => {
    const done = depths.get(ref);
    if (done !== undefined) return done;
    onWay.add(ref);
    let depth = 0;
    for (const to of next.get(ref) ?? []) {
      if (!onWay.has(to)) depth = Math.max(depth, visit(to) + 1);
    }
    onWay.delete(ref);
    depths.set(ref, depth);
    return depth;
  };
  refs.forEach(visit);
  return depths;
}

/** Two sweeps by the mean position of neighbours, which is enough for a hundred nodes. */
function orderWithin(layers: string[][], edges: Graph['edges']): void {
  const near = new Map<string, string[]>();
  for (const { from, to } of edges) {
    near.set(from, [...(near.get(from) ?? []), to]);
    near.set(to, [...(near.get(to) ?? []), from]);
  }
  const sweep = (order: string[][]) => {
    const positions = new Map<string, number>();
    for (const layer of layers) {
      layer.forEach((ref, row) => positions.set(ref, row / layer.length));
    }
    for (const layer of order) {
      const wanted = new Map(
        layer.map(ref => {
          const around = (near.get(ref) ?? []).map(
            each => positions.get(each) ?? 0,
          );
          const sum = around.reduce((total, each) => total + each, 0);
          return [
            ref,
            around.length > 0 ? sum / around.length : positions.get(ref) ?? 0,
          ];
        }),
      );
      layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      layer.forEach((ref, row) => positions.set(ref, row / layer.length));
    }
  };
  sweep([...layers].reverse());
  sweep(layers);
}
