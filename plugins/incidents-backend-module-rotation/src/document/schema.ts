import { z } from 'zod';
import {
  date,
  days,
  duration,
  entityRef,
  handover,
  moment,
  timeOfDay,
  timeZone,
} from './texts';

const title = z.string().min(1).max(200);
const url = z.url({ protocol: /^https?$/, error: 'write an http(s) address' });

const person = z.strictObject({
  name: title.optional(),
  email: z.email({ error: 'write an e-mail address' }).optional(),
  timeZone: timeZone.optional(),
});

const participant = z.union(
  [entityRef('user:default/ines.ortega'), person.extend({ name: title })],
  {
    error:
      'write a user such as user:default/ines.ortega, or name and email of somebody who is not in the catalog',
  },
);

const layer = z
  .strictObject({
    name: title.optional(),
    participants: z
      .array(participant)
      .min(1, 'name at least one participant')
      .max(100),
    rotate: z.union(
      [
        z.enum(['daily', 'weekly']),
        z.strictObject({ days: z.int().min(1).max(366) }),
        z.strictObject({ weeks: z.int().min(1).max(52) }),
      ],
      { error: 'write daily, weekly, {days: 3} or {weeks: 2}' },
    ),
    handover,
    start: date,
    end: date.optional(),
    restrictions: z
      .array(
        z.strictObject({
          days: days.optional(),
          from: timeOfDay,
          to: timeOfDay,
        }),
      )
      .max(50)
      .optional(),
  })
  .check(({ value, issues }) => {
    const inWeeks =
      value.rotate === 'weekly' ||
      (typeof value.rotate === 'object' && 'weeks' in value.rotate);
    const namesDay = value.handover.includes(' ');
    if (inWeeks !== namesDay)
      issues.push({
        code: 'custom',
        input: value.handover,
        path: ['handover'],
        message: inWeeks
          ? 'turns of weeks need the day too; write Mon 09:00'
          : 'turns of days hand over at a time only; write 09:00',
      });
    if (value.end !== undefined && value.end <= value.start)
      issues.push({
        code: 'custom',
        input: value.end,
        path: ['end'],
        message: 'must be after start',
      });
  });

const override = z
  .strictObject({
    level: z.int().min(1).max(10).optional(),
    from: moment,
    to: moment,
    user: participant.optional(),
    nobody: z.literal(true, { error: 'write true, or name a user' }).optional(),
    reason: title.optional(),
  })
  .check(({ value, issues }) => {
    if ((value.user === undefined) === (value.nobody === undefined))
      issues.push({
        code: 'custom',
        input: value,
        path: [],
        message: 'name either a user or nobody: true',
      });
  });

const team = z.strictObject({
  owner: entityRef('group:default/payments'),
  title: title.optional(),
  timeZone,
  url: url.optional(),
  levels: z
    .array(
      z.strictObject({
        title: title.optional(),
        escalateAfter: duration.optional(),
        layers: z.array(layer).min(1, 'write at least one layer').max(20),
      }),
    )
    .min(1, 'write at least one level')
    .max(10),
  overrides: z.array(override).max(1000).optional(),
});

/** A document of rotations. */
export const rotationDocument = z.strictObject({
  people: z.record(entityRef('user:default/ines.ortega'), person).optional(),
  teams: z.array(team).max(1000),
});

export type RotationDocument = z.output<typeof rotationDocument>;
export type TeamDocument = RotationDocument['teams'][number];
