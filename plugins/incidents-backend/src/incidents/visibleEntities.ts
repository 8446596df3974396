import type { Graph } from '../graph/Graph';
import { isVisible, type Visibility } from '../service/Visibility';

/**
 * The entities whose changes and findings a caller may see, when not all: they have no owner in the
 * tables, so the catalog's is asked.
 *
 * @returns undefined when there is no limit
 */
export function visibleEntities(
  graph: Graph,
  visible: Visibility,
  asked: string[] | undefined,
): string[] | undefined {
  if (!visible) return asked;
  const may = (ref: string): boolean => {
    const { ownerRef, systemRef } = graph.get(ref) ?? {};
    return isVisible(visible, {
      ownerRefs: ownerRef ? [ownerRef] : [],
      systemRefs: systemRef ? [systemRef] : [],
      resolved: true,
    });
  };
  return (asked ?? [...graph.entities()].map(({ ref }) => ref)).filter(may);
}
