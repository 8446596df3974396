import type {
  OncallPerson,
  OncallSource,
} from '@ghostlight/plugin-incidents-node';
import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import { courseOf } from './course';
import { describeSource } from './describeOncall';
import { loadOf } from './load';
import type { OwnerGraph } from './ownerChain';
import type { KnownSchedule } from './StoredSchedule';
import {
  byNumber,
  levelsOf,
  named,
  peopleAsSeen,
  titleOf,
} from './visiblePeople';

export interface TeamQuestion {
  row: KnownSchedule;
  /** Whose rotation it is called. */
  ownerRef: string;
  sources: ReadonlyMap<string, OncallSource>;
  graph: OwnerGraph;
  showPeople: boolean;
  from: number;
  to: number;
  /** Incidents by whom they were told to, see countNotified. */
  told: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A rotation over a span, as the API says it. What the source did not tell of is left out. */
export function describeTeam(question: TeamQuestion): OncallTeam {
  const { row, ownerRef, sources, graph, told } = question;
  const { schedule } = row;
  const title = schedule?.title ?? graph.get(ownerRef)?.title;
  const {
    owner: _owner,
    error,
    ...source
  } = describeSource(row, sources, graph);
  const from = Math.max(question.from, schedule?.from ?? -Infinity);
  const to = Math.min(question.to, schedule?.to ?? Infinity);
  const known = schedule && from < to ? schedule : undefined;
  return {
    owner: ownerRef,
    ...(title && { title }),
    ...(schedule?.timeZone && { timeZone: schedule.timeZone }),
    source,
    ...(error && { error }),
    levels: schedule
      ? levelsOf(schedule).map(level => {
          const shifts = known?.shifts.filter(s => s.level === level.level);
          const course = known ? courseOf(shifts ?? [], from, to) : [];
          return {
            level: level.level,
            ...(level.title && { title: level.title }),
            ...spansOf(course, peopleAsSeen(question), level.level),
          };
        })
      : [],
    load: known
      ? loadOf(courseOf(known.shifts, from, to), known.timeZone).map(
          ({ person, ...load }, index) => ({
            person: question.showPeople
              ? named(graph, person)
              : byNumber(titleOf(graph, ownerRef), index + 1),
            ...load,
            incidents: incidentsOf(person, told),
          }),
        )
      : [],
  };
}

function spansOf(
  course: ReturnType<typeof courseOf>,
  seen: ReturnType<typeof peopleAsSeen>,
  level: number,
) {
  const iso = (span: { from: number; to: number }) => ({
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
  });
  return {
    shifts: course
      .filter(({ people }) => people.length)
      .map(({ people, layer, override, ...span }) => ({
        ...iso(span),
        ...(layer && { layer }),
        ...(override && { override }),
        people: seen(people, level),
      })),
    gaps: course.filter(({ people }) => !people.length).map(iso),
  };
}

function incidentsOf(
  { userRef, email, name }: OncallPerson,
  told: TeamQuestion['told'],
): number {
  const incidents = new Set<number>();
  for (const who of [userRef, email, name])
    for (const incident of told.get(who?.toLocaleLowerCase('en-US') ?? '') ??
      [])
      incidents.add(incident);
  return incidents.size;
}
