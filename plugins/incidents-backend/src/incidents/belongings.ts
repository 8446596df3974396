import type { Graph } from '../graph/Graph';
import type { IncidentOpening } from './openIncident';
import type { SubjectAlert } from './subjects';

type Affected = IncidentOpening['entities'][number];

/** Whose an entity is, as the catalog has it. */
export function belongingOf(
  graph: Graph,
  entityRef: string | undefined,
): { ownerRef?: string; systemRef?: string } {
  const entity = entityRef === undefined ? undefined : graph.get(entityRef);
  return { ownerRef: entity?.ownerRef, systemRef: entity?.systemRef };
}

/** What is affected: first what people named, then what the alerts are of, the earliest first. */
export function affectedBy(
  graph: Graph,
  options: { alerts: SubjectAlert[]; entityRefs: string[]; since: number },
): Affected[] {
  const found = new Map<string, Affected>();
  for (const entityRef of options.entityRefs) {
    found.set(entityRef, {
      entityRef,
      role: 'affected',
      since: options.since,
      byHand: true,
      ...belongingOf(graph, entityRef),
    });
  }
  const alerts = [...options.alerts].sort((a, b) => a.startsAt - b.startsAt);
  for (const { entityRef, startsAt } of alerts) {
    if (entityRef === undefined || found.has(entityRef)) continue;
    found.set(entityRef, {
      entityRef,
      role: 'affected',
      since: startsAt,
      ...belongingOf(graph, entityRef),
    });
  }
  return [...found.values()];
}
