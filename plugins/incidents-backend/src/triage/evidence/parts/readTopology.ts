import type { EvidencePart, PartContext } from '../EvidencePart';

const mostEdges = 2_000;

/** The entities around what is affected and what they depend on, from the graph in memory. */
export async function readTopology({
  context: { graph },
  scope,
}: PartContext): Promise<EvidencePart> {
  const shown = new Set(scope.near);
  const entities = scope.near.map(ref => {
    const entity = graph.get(ref);
    return {
      ref,
      title: entity?.title,
      kind: entity?.kind,
      type: entity?.type,
      owner: entity?.ownerRef,
      system: entity?.systemRef,
      tier: entity?.tier,
    };
  });
  const dependencies = scope.near.flatMap(from =>
    graph
      .dependenciesOf(from)
      .filter(to => shown.has(to))
      .map(to => ({ from, to })),
  );
  return {
    case: { entities, dependencies: dependencies.slice(0, mostEdges) },
  };
}
