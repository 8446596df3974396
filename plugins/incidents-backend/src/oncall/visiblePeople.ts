import { parseEntityRef } from '@backstage/catalog-model';
import type {
  OncallPerson,
  OncallSchedule,
} from '@ghostlight/plugin-incidents-node';
import type { OncallPerson as ShownPerson } from '@ghostlight/plugin-incidents-common';
import type { OwnerGraph } from './ownerChain';

/** What a group or entity is called: its title, or else its name. */
export function titleOf(graph: OwnerGraph, ref: string): string {
  return graph.get(ref)?.title ?? parseEntityRef(ref).name;
}

/** Somebody by name; a ref only when the catalog knows them. */
export function named(graph: OwnerGraph, person: OncallPerson): ShownPerson {
  const { userRef, name, timeZone } = person;
  const known = userRef && graph.get(userRef);
  return {
    name,
    ...(known && { userRef }),
    ...(timeZone && { timeZone }),
  };
}

/** Whoever it is, by their role: one entry, however many they are. */
export function byRole(team: string, level: number): ShownPerson {
  return {
    name: `level ${level} of ${team}`,
    hidden: true,
    said: { code: 'people.level', params: { level: String(level), team } },
  };
}

/** One of several whom the caller may tell apart, and no more. */
export function byNumber(team: string, number: number): ShownPerson {
  return {
    name: `member ${number} of ${team}`,
    hidden: true,
    said: { code: 'people.member', params: { number: String(number), team } },
  };
}

/** Puts people as the caller may see them. */
export function peopleAsSeen(options: {
  graph: OwnerGraph;
  showPeople: boolean;
  ownerRef: string;
}): (people: readonly OncallPerson[], level: number) => ShownPerson[] {
  const { graph, showPeople, ownerRef } = options;
  if (showPeople) return people => people.map(person => named(graph, person));
  const team = titleOf(graph, ownerRef);
  return (people, level) => (people.length ? [byRole(team, level)] : []);
}

/** The levels of a schedule, first asked first; those without a shift too. */
export function levelsOf(schedule: OncallSchedule): OncallSchedule['levels'] {
  const levels = new Map(
    [...new Set(schedule.shifts.map(shift => shift.level))].map(level => [
      level,
      { level },
    ]),
  );
  for (const level of schedule.levels) levels.set(level.level, level);
  return [...levels.values()].sort((a, b) => a.level - b.level);
}
