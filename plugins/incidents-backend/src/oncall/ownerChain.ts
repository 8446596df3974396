import { parseEntityRef } from '@backstage/catalog-model';
import type { Graph, OwnerLink } from '../graph/Graph';

/** What is asked of the graph here. */
export type OwnerGraph = Pick<
  Graph,
  'get' | 'entities' | 'ownerChain' | 'revision'
>;

/**
 * The owner, the owners of its system and domain, then the parents of these groups; nobody twice.
 * Of a group or user: itself, then the parents.
 */
export function ownerChain(graph: OwnerGraph, ref: string): OwnerLink[] {
  const chain = graph.ownerChain(ref);
  const { kind } = parseEntityRef(ref);
  if (kind !== 'group' && kind !== 'user') return chain;
  const title = graph.get(ref)?.title;
  return [
    {
      ref,
      ...(title && { title }),
      reason: 'asked for itself',
      said: { code: 'owner.itself', params: {} },
    },
    ...chain,
  ];
}
