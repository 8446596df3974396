import type {
  OncallPerson,
  OncallTeam,
} from '@ghostlight/plugin-incidents-common';
import { secondsOf } from '@ghostlight/reliability-react';

export type TeamLevel = OncallTeam['levels'][number];

export interface NowAndNext {
  /** Empty in a gap. */
  now: OncallPerson[];
  /** Epoch seconds at which others take over; left out when that is not known. */
  until?: number;
  /** Who comes then, or after the gap. */
  next: OncallPerson[];
}

function who(people: OncallPerson[]): string {
  return people
    .map(person => person.userRef ?? person.name)
    .sort()
    .join(' ');
}

/** Who is on call at a level at an instant (epoch seconds), until when, and who is next. */
export function nowAndNext(level: TeamLevel, at: number): NowAndNext {
  const shifts = level.shifts
    .map(shift => ({
      from: secondsOf(shift.from) ?? 0,
      to: secondsOf(shift.to) ?? 0,
      people: shift.people,
    }))
    .sort((a, b) => a.from - b.from);
  const current = shifts.find(each => each.from <= at && at < each.to);
  const later = shifts.filter(each => each.from > at);
  if (!current) {
    const [next] = later;
    return { now: [], until: next?.from, next: next?.people ?? [] };
  }
  // One shift after the other of the same people is no handover.
  let end = current.to;
  for (const each of later) {
    if (each.from > end || who(each.people) !== who(current.people)) break;
    end = each.to;
  }
  const next = later.find(each => each.from >= end);
  return {
    now: current.people,
    until: next || isGapAt(level, end) ? end : undefined,
    next: next?.people ?? [],
  };
}

function isGapAt({ gaps }: TeamLevel, at: number): boolean {
  return gaps.some(gap => {
    const from = secondsOf(gap.from) ?? 0;
    return from <= at && at < (secondsOf(gap.to) ?? 0);
  });
}

/** Gaps of the first level that are not over, epoch seconds. */
export function gapsAfter(
  team: OncallTeam,
  at: number,
): { from: number; to: number }[] {
  const [first] = team.levels;
  return (first?.gaps ?? [])
    .map(gap => ({
      from: secondsOf(gap.from) ?? 0,
      to: secondsOf(gap.to) ?? 0,
    }))
    .filter(gap => gap.to > at);
}
