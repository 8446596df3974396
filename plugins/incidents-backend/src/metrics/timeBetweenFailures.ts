import type { MeasuredIncident } from './MeasuredIncident';

/**
 * Seconds from the end of one incident of an entity to the start of its next. Incidents that overlap
 * are one failure; after one that is not resolved there is no time between.
 */
export function timeBetweenFailures(
  incidents: MeasuredIncident[],
  affected: { incident: number; entityRef: string }[],
): number[] {
  const byNumber = new Map(incidents.map(each => [each.number, each]));
  const byEntity = new Map<string, MeasuredIncident[]>();
  for (const { incident, entityRef } of affected) {
    const found = byNumber.get(incident);
    if (!found) continue;
    const of = byEntity.get(entityRef);
    if (of) of.push(found);
    else byEntity.set(entityRef, [found]);
  }
  return [...byEntity.values()].flatMap(gapsOf);
}

function gapsOf(incidents: MeasuredIncident[]): number[] {
  const inOrder = [...incidents].sort((a, b) => a.startedAt - b.startedAt);
  const gaps: number[] = [];
  let end: number | undefined;
  for (const { startedAt, resolvedAt = Infinity } of inOrder) {
    if (end !== undefined && startedAt > end)
      gaps.push((startedAt - end) / 1000);
    end = Math.max(end ?? resolvedAt, resolvedAt);
  }
  return gaps;
}
