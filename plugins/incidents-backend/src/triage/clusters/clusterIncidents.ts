import type { IncidentCluster } from '@ghostlight/plugin-incidents-common';
import { medianSorted } from 'simple-statistics';

/** An incident that is over. */
export interface ClosedIncident {
  /** `INC-0042` */
  id: string;
  title: string;
  entityRefs: string[];
  /** Names of the rules that fired. */
  alerts: string[];
  startedAt: number;
  resolvedAt: number;
  mitigation?: string;
}

/** So much alike are incidents that recur. */
const leastLikeness = 0.5;
/** Words that half of all titles have say nothing about one. */
const commonShare = 0.5;
const most = 50;

/**
 * Incidents that recur: those of a common entity whose alerts and words are alike, and what is alike
 * to those. Once is no pattern: only groups of two and more, the largest first.
 */
export function clusterIncidents(
  incidents: ClosedIncident[],
): IncidentCluster[] {
  const common = commonWords(incidents);
  const traits = incidents.map(
    ({ title, alerts }) =>
      new Set([
        ...alerts.map(name => `alert:${name.toLowerCase()}`),
        ...wordsOf(title).filter(word => !common.has(word)),
      ]),
  );
  const leader = incidents.map((_, place) => place);
  const find = (place: number): number => {
    let found = place;
    while (leader[found] !== found) found = leader[found];
    leader[place] = found;
    return found;
  };
  for (const places of byEntity(incidents).values())
    for (let one = 0; one < places.length; one++)
      for (let other = one + 1; other < places.length; other++) {
        const [a, b] = [find(places[one]), find(places[other])];
        if (a !== b && likeness(traits[places[one]], traits[places[other]]))
          leader[Math.max(a, b)] = Math.min(a, b);
      }

  const groups = new Map<number, ClosedIncident[]>();
  for (const [place, incident] of incidents.entries()) {
    const group = groups.get(find(place));
    if (group) group.push(incident);
    else groups.set(find(place), [incident]);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map(describe)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

function describe(group: ClosedIncident[]): IncidentCluster {
  const latest = [...group].sort((a, b) => b.startedAt - a.startedAt);
  const minutes = group
    .map(({ startedAt, resolvedAt }) => (resolvedAt - startedAt) / 60_000)
    .sort((a, b) => a - b);
  const solved = latest.flatMap(({ mitigation }) => mitigation ?? []);
  return {
    id: latest[latest.length - 1].id,
    title: latest[0].title,
    incidentIds: latest.map(({ id }) => id),
    entityRefs: [...new Set(latest.flatMap(({ entityRefs }) => entityRefs))],
    count: group.length,
    lastAt: new Date(latest[0].startedAt).toISOString(),
    medianMinutes: Math.round(medianSorted(minutes) * 10) / 10,
    solvedBy: [...new Set(solved)].slice(0, 5),
  };
}

function byEntity(incidents: ClosedIncident[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { entityRefs }] of incidents.entries())
    for (const ref of new Set(entityRefs)) {
      const known = places.get(ref);
      if (known) known.push(place);
      else places.set(ref, [place]);
    }
  return places;
}

function commonWords(incidents: ClosedIncident[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { title } of incidents)
    for (const word of new Set(wordsOf(title)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const limit = Math.max(3, incidents.length * commonShare);
  return new Set(
    [...counts].flatMap(([word, count]) => (count > limit ? word : [])),
  );
}

/** Numbers and single letters are what differs between two of a kind. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && !/^\d+$/.test(word));
}

function likeness(one: Set<string>, other: Set<string>): boolean {
  let shared = 0;
  for (const trait of one) if (other.has(trait)) shared += 1;
  const all = one.size + other.size - shared;
  return all > 0 && shared / all >= leastLikeness;
}
