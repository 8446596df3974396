import { courseOf } from './course';
import type { OwnerGraph } from './ownerChain';
import type { CalendarShift } from './renderCalendar';
import { foldTeams } from './foldTeams';
import type { KnownSchedule } from './StoredSchedule';
import { levelsOf, peopleAsSeen, titleOf } from './visiblePeople';

/** The known shifts of rotations, of one person when `userRef` is given. */
export function calendarShifts(options: {
  rows: readonly KnownSchedule[];
  graph: OwnerGraph;
  showPeople: boolean;
  userRef?: string;
}): CalendarShift[] {
  const { rows, graph, showPeople, userRef } = options;
  return foldTeams(rows, graph).flatMap(({ row, ownerRef }) => {
    const { schedule } = row;
    if (!schedule) return [];
    const seen = peopleAsSeen({ graph, showPeople, ownerRef });
    return levelsOf(schedule).flatMap(({ level }) =>
      courseOf(
        schedule.shifts.filter(shift => shift.level === level),
        schedule.from,
        schedule.to,
      )
        .filter(({ people }) =>
          userRef
            ? people.some(person => person.userRef === userRef)
            : people.length,
        )
        .map(({ people, ...stretch }) => ({
          ...stretch,
          team: titleOf(graph, ownerRef),
          level,
          people: seen(people, level).map(({ name }) => name),
          ...(schedule.url && { url: schedule.url }),
        })),
    );
  });
}
