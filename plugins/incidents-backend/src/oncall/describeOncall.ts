import type { OncallSource } from '@ghostlight/plugin-incidents-node';
import type { Oncall, OncallLevel } from '@ghostlight/plugin-incidents-common';
import { courseOf, handoversOf } from './course';
import { whyNobody } from './whyNobody';
import type { OwnerLink } from '../graph/Graph';
import type { OwnerGraph } from './ownerChain';
import type { KnownSchedule, StoredSchedule } from './StoredSchedule';
import { levelsOf, peopleAsSeen } from './visiblePeople';

export interface OncallQuestion {
  entityRef: string;
  owners: OwnerLink[];
  /** What sources say of the entity and its owners, in the order in which they decide. */
  known: KnownSchedule[];
  sources: ReadonlyMap<string, OncallSource>;
  graph: OwnerGraph;
  showPeople: boolean;
  at: number;
}

/** The first in the chain that has a rotation decides. */
export function deciding(
  known: readonly KnownSchedule[],
): (KnownSchedule & { schedule: StoredSchedule }) | undefined {
  for (const row of known) {
    const { schedule } = row;
    if (schedule) return { ...row, schedule };
  }
  return undefined;
}

/** Who is on call for an entity, as the API says it. */
export function describeOncall(question: OncallQuestion): Oncall {
  const { entityRef, owners, known, sources, graph, at } = question;
  const row = deciding(known);
  const asked = row && {
    ...question,
    ownerRef: row.ownerRef,
    schedule: row.schedule,
  };
  const levels = asked ? levelsNow(asked) : [];
  const missing = whyNobody({ ...question, row, levels });
  return {
    entityRef,
    owners: owners.map(owner => ({ ...owner })),
    levels,
    ...(row && { source: describeSource(row, sources, graph) }),
    ...(missing && { missing: missing.text, missingSaid: missing.said }),
    asOf: new Date(at).toISOString(),
  };
}

function levelsNow(options: {
  graph: OwnerGraph;
  showPeople: boolean;
  ownerRef: string;
  schedule: StoredSchedule;
  at: number;
}): OncallLevel[] {
  const { schedule, at } = options;
  if (at < schedule.from || at >= schedule.to) return [];
  const seen = peopleAsSeen(options);
  return levelsOf(schedule).map(({ level, title, escalatesAfterMinutes }) => {
    const shifts = schedule.shifts.filter(shift => shift.level === level);
    const [now, ...later] = handoversOf(courseOf(shifts, at, schedule.to));
    const next = later.find(({ people }) => people.length);
    // What lasts to the end of what is known may last longer.
    const ends = now.to < schedule.to;
    return {
      level,
      ...(title && { title }),
      now: seen(now.people, level),
      ...(ends && { until: new Date(now.to).toISOString() }),
      ...(next && { next: seen(next.people, level) }),
      ...(escalatesAfterMinutes && { escalatesAfterMinutes }),
    };
  });
}

/** Where a rotation comes from, and how old what is known of it is. */
export function describeSource(
  row: KnownSchedule,
  sources: ReadonlyMap<string, OncallSource>,
  graph: OwnerGraph,
): NonNullable<Oncall['source']> {
  const { schedule, fetchedAt, error } = row;
  return {
    name: row.source,
    type: sources.get(row.source)?.type ?? row.source,
    ...(schedule?.url && { url: schedule.url }),
    owner: graph.get(row.ownerRef)?.ref ?? row.ownerRef,
    ...(fetchedAt !== undefined && {
      fetchedAt: new Date(fetchedAt).toISOString(),
    }),
    ...(error && { error }),
  };
}
