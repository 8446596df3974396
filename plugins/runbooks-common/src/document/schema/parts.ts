import { z } from 'zod';
import {
  burnRate,
  duration,
  reference,
  references,
  severity,
  short,
  timeZone,
} from './common';

export const trigger = z.strictObject({
  alert: short
    .optional()
    .describe('Name of an alert; * stands for any characters.'),
  labels: z
    .record(z.string().max(200), z.string().max(1_000))
    .refine(labels => Object.keys(labels).length <= 30, {
      error: 'Too many labels.',
      params: { allowed: 'at most 30' },
    })
    .optional()
    .describe('Labels that the alert has; * stands for any characters.'),
  slo: reference
    .optional()
    .describe('The objective that the alert is about: a name, or name~part.'),
  burn: z
    .enum(['page', 'ticket'])
    .optional()
    .describe('How urgent the alert of the objective is.'),
  severity: z
    .union([severity, z.array(severity).min(1).max(4)])
    .optional()
    .describe('Severity of the incident.'),
});

export const triggers = z.array(trigger).max(50);

export const verification = z.strictObject({
  objectives: references
    .optional()
    .describe('Objectives that must be well; all of the entity by default.'),
  maxBurnRate: burnRate
    .optional()
    .describe('Their burn rate over the last minutes at most; 1 by default.'),
  within: duration
    .optional()
    .describe('How long recovery may take; 10m by default.'),
  steady: duration
    .optional()
    .describe('How long it must be well without a break; 2m by default.'),
});

const clock = z
  .string()
  .refine(text => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
    error: 'Not a time of day.',
    params: { allowed: 'such as 08:00' },
  })
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

export const conditions = z.strictObject({
  burnAbove: burnRate
    .optional()
    .describe('Burn rate of an objective of the entity that is exceeded.'),
  burnOver: duration
    .optional()
    .describe('Window of that burn rate; 5m by default.'),
  recentChange: duration
    .optional()
    .describe('The entity was deployed not longer ago.'),
  severities: z.array(severity).min(1).max(4).optional(),
  tiers: z
    .array(short)
    .min(1)
    .max(20)
    .optional()
    .describe('Values of the annotation ghostlight.dev/tier.'),
  days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .max(7)
    .optional(),
  from: clock.optional().describe('From this time of day on.'),
  until: clock
    .optional()
    .describe('Until this time of day; may be on the next day.'),
  timeZone: timeZone.optional().describe('UTC by default.'),
});

export const appliesTo = z.strictObject({
  entities: references.optional(),
  tiers: z.array(short).max(20).optional(),
  types: z.array(short).max(20).optional(),
  systems: references.optional(),
  owners: references.optional(),
});
