import { parseEntityRef } from '@backstage/catalog-model';
import { ownerChain, type OwnerGraph } from './ownerChain';
import type { KnownSchedule } from './StoredSchedule';

/**
 * One entry for each rotation. Many entities may point at the same one; it is called by the group
 * that has it, or else by the group that owns the first of them.
 */
export function foldTeams(
  rows: readonly KnownSchedule[],
  graph: OwnerGraph,
): { row: KnownSchedule; ownerRef: string }[] {
  const teams = new Map<string, { row: KnownSchedule; ownerRef: string }>();
  const isGroup = (ref: string) => parseEntityRef(ref).kind === 'group';
  const groupsFirst = [
    ...rows.filter(row => isGroup(row.ownerRef)),
    ...rows.filter(row => !isGroup(row.ownerRef)),
  ];
  for (const row of groupsFirst) {
    const { source, ownerRef, schedule } = row;
    const group = isGroup(ownerRef)
      ? ownerRef
      : ownerChain(graph, ownerRef).find(({ ref }) => isGroup(ref))?.ref;
    const key = `${source} ${schedule?.url ?? ownerRef}`;
    if (!teams.has(key)) teams.set(key, { row, ownerRef: group ?? ownerRef });
  }
  return [...teams.values()].sort((a, b) =>
    a.ownerRef < b.ownerRef ? -1 : Number(a.ownerRef > b.ownerRef),
  );
}
