import type {
  EpochMs,
  OncallPerson,
  OncallShift,
} from '@ghostlight/plugin-incidents-node';

/** A stretch of time in which nothing changes; nobody is on call when `people` is empty. */
export interface Stretch {
  from: EpochMs;
  to: EpochMs;
  people: OncallPerson[];
  layer?: string;
  override?: boolean;
}

/** By what somebody is the same person in two shifts of one source. */
export function personKey(person: OncallPerson): string {
  const { userRef, account, email, name } = person;
  return userRef ?? account?.value ?? email?.toLowerCase() ?? name;
}

/**
 * What becomes of one level between two instants, without holes and without overlaps: gaps are
 * stretches too, and who is on call at the same time by two shifts is in one.
 */
export function courseOf(
  shifts: readonly OncallShift[],
  from: EpochMs,
  to: EpochMs,
): Stretch[] {
  const inside = shifts
    .filter(shift => shift.from < to && shift.to > from)
    .sort((a, b) => a.from - b.from);
  const cuts = new Set([from, to]);
  for (const shift of inside) {
    cuts.add(Math.max(from, shift.from));
    cuts.add(Math.min(to, shift.to));
  }
  const course: Stretch[] = [];
  const instants = [...cuts].sort((a, b) => a - b);
  let active: OncallShift[] = [];
  let next = 0;
  for (let i = 0; i + 1 < instants.length; i++) {
    const at = instants[i];
    while (next < inside.length && inside[next].from <= at)
      active.push(inside[next++]);
    active = active.filter(shift => shift.to > at);
    append(course, stretchOf(at, instants[i + 1], active));
  }
  return course;
}

/** The course seen by people alone: who takes over from whom, whatever the layer. */
export function handoversOf(course: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { from, to, people } of course)
    append(merged, { from, to, people });
  return merged;
}

function stretchOf(
  from: EpochMs,
  to: EpochMs,
  active: readonly OncallShift[],
): Stretch {
  const people = new Map<string, OncallPerson>();
  for (const shift of active)
    for (const person of shift.people) people.set(personKey(person), person);
  const layer = active.find(shift => shift.layer)?.layer;
  return {
    from,
    to,
    people: [...people.values()],
    ...(layer && { layer }),
    ...(active.some(shift => shift.override) && { override: true }),
  };
}

function append(course: Stretch[], stretch: Stretch): void {
  const last = course.at(-1);
  if (last && sameAs(last) === sameAs(stretch)) last.to = stretch.to;
  else course.push({ ...stretch });
}

function sameAs({ people, layer, override }: Stretch): string {
  return JSON.stringify([people.map(personKey).sort(), layer, override]);
}
