import type { OncallPerson } from '@ghostlight/plugin-incidents-node';
import { DateTime } from 'luxon';
import { dayNumber } from '../schedule/zoned';
import type {
  RotationLayer,
  RotationOverride,
  Rotations,
  RotationTeam,
} from './Rotations';
import type { RotationDocument, TeamDocument } from './schema';
import { minutesOf, weekdayNumber } from './texts';

/** Something that a schema cannot see. */
export interface Mistake {
  path: PropertyKey[];
  /** The key is wrong, not its value. */
  atKey?: true;
  message: string;
}

type LayerDocument = TeamDocument['levels'][number]['layers'][number];
type Participant = LayerDocument['participants'][number];

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Turns a document that has its schema's form into rotations. */
export function compile(document: RotationDocument): {
  rotations: Rotations;
  mistakes: Mistake[];
} {
  const mistakes: Mistake[] = [];
  const people = new Map(
    Object.entries(document.people ?? {}).map(([ref, person]) => [
      ref.toLowerCase(),
      person,
    ]),
  );
  const personOf = (participant: Participant): OncallPerson => {
    if (typeof participant !== 'string') return participant;
    const userRef = participant.toLowerCase();
    return {
      name: participant.slice(participant.indexOf('/') + 1),
      ...people.get(userRef),
      userRef,
    };
  };
  const owners = new Set<string>();
  const teams = document.teams.map((team, index): RotationTeam => {
    const { levels, overrides = [], owner, ...rest } = team;
    const path = ['teams', index];
    const ref = owner.toLowerCase();
    if (owners.has(ref))
      mistakes.push({
        path: [...path, 'owner'],
        message: `${owner} has a rotation above already; write its levels there`,
      });
    owners.add(ref);
    return {
      ...rest,
      owner: ref,
      levels: levels.map(({ escalateAfter, layers, title }) => ({
        ...(title && { title }),
        ...(escalateAfter && { escalatesAfterMinutes: escalateAfter }),
        layers: layers.map(layer => compileLayer(layer, personOf)),
      })),
      overrides: overrides.map((override, at): RotationOverride => {
        const { level = 1, user, reason } = override;
        const where = [...path, 'overrides', at];
        const from = instant(override.from, team.timeZone);
        const to = instant(override.to, team.timeZone);
        if (Number.isNaN(from) || Number.isNaN(to))
          mistakes.push({ path: where, message: 'from or to is no real time' });
        else if (from >= to)
          mistakes.push({
            path: [...where, 'to'],
            message: 'must be after from',
          });
        if (level > levels.length)
          mistakes.push({
            path: [...where, 'level'],
            message: `the team has ${levels.length} level(s) only`,
          });
        return {
          level,
          from,
          to,
          ...(user && { person: personOf(user) }),
          ...(reason && { reason }),
        };
      }),
    };
  });
  return { rotations: { teams }, mistakes };
}

function compileLayer(
  layer: LayerDocument,
  personOf: (participant: Participant) => OncallPerson,
): RotationLayer {
  const { name, participants, rotate, start, end, restrictions = [] } = layer;
  const [time, weekday] = layer.handover.split(' ').reverse();
  return {
    ...(name && { name }),
    participants: participants.map(personOf),
    startDay: dayNumber(start),
    ...(end !== undefined && { endDay: dayNumber(end) }),
    everyDays: daysOf(rotate),
    handover: {
      minutes: minutesOf(time),
      ...(weekday && { weekday: weekdayNumber(weekday) }),
    },
    restrictions: restrictions.map(({ days = everyDay, from, to }) => ({
      days,
      fromMinutes: minutesOf(from),
      toMinutes: minutesOf(to),
    })),
  };
}

function daysOf(rotate: LayerDocument['rotate']): number {
  if (rotate === 'daily') return 1;
  if (rotate === 'weekly') return 7;
  return 'days' in rotate ? rotate.days : rotate.weeks * 7;
}

function instant(text: string, zone: string): number {
  return DateTime.fromISO(text.replace(' ', 'T'), { zone }).toMillis();
}
