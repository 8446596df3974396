import type { OncallPerson } from '@ghostlight/plugin-incidents-node';
import { DateTime } from 'luxon';
import { personKey, type Stretch } from './course';

export const nightFrom = 22;
export const nightTo = 7;

/** Hours of `[from, to)` that are between 22:00 and 07:00 in a zone; UTC when the zone is none. */
export function nightHours(from: number, to: number, timeZone: string): number {
  const inZone = DateTime.fromMillis(from, { zone: timeZone });
  const start = inZone.isValid ? inZone : DateTime.fromMillis(from).toUTC();
  let total = 0;
  // The night that began yesterday may last into this day.
  for (
    let day = start.startOf('day').minus({ days: 1 });
    day.toMillis() < to;
    day = day.plus({ days: 1 })
  ) {
    const begins = day.set({ hour: nightFrom }).toMillis();
    const ends = day.plus({ days: 1 }).set({ hour: nightTo }).toMillis();
    total += Math.max(0, Math.min(to, ends) - Math.max(from, begins));
  }
  return total / 3_600_000;
}

export interface PersonalLoad {
  person: OncallPerson;
  hours: number;
  nightHours: number;
}

/** How long each one is on call, busiest first; on two levels at once counts once. */
export function loadOf(
  course: readonly Stretch[],
  timeZone: string | undefined,
): PersonalLoad[] {
  const loads = new Map<string, PersonalLoad>();
  for (const { from, to, people } of course) {
    for (const person of people) {
      const key = personKey(person);
      const load = loads.get(key) ?? { person, hours: 0, nightHours: 0 };
      load.hours += (to - from) / 3_600_000;
      load.nightHours += nightHours(
        from,
        to,
        person.timeZone ?? timeZone ?? 'UTC',
      );
      loads.set(key, load);
    }
  }
  return [...loads.values()]
    .map(load => ({
      ...load,
      hours: round(load.hours),
      nightHours: round(load.nightHours),
    }))
    .sort((a, b) => b.hours - a.hours);
}

function round(hours: number): number {
  return Math.round(hours * 100) / 100;
}
