import { z } from 'zod';
import {
  burnRate,
  duration,
  identifier,
  long,
  reference,
  references,
  share,
  short,
  timeZone,
} from './common';
import { conditions } from './parts';
import { belonging } from './runbook';

const fault = z.strictObject({
  kind: z.enum(['kill-pods', 'latency', 'loss']),
  engine: z
    .enum(['kubernetes', 'chaos-mesh', 'litmus'])
    .optional()
    .describe('kubernetes kills pods; chaos-mesh, the default, does the rest.'),
  share: share.gt(0).optional().describe('Of the pods; a third by default.'),
  selector: z
    .record(z.string().max(200), z.string().max(200))
    .optional()
    .describe('Labels of the pods; those of the entity by default.'),
  milliseconds: z.int().min(1).max(60_000).optional().describe('Of latency.'),
  jitterMilliseconds: z.int().min(0).max(60_000).optional(),
  percent: z.number().gt(0).max(100).optional().describe('Of loss.'),
});

export const experimentSpec = z.strictObject({
  ...belonging,
  title: short.optional(),
  description: long.optional(),
  entity: reference.describe('What it is done to.'),
  environment: identifier,
  hypothesis: long,
  fault,
  duration: duration.optional().describe('5m by default.'),
  steadyState: z
    .strictObject({
      objectives: references
        .optional()
        .describe('All of the entity by default.'),
      maxBurnRate: burnRate
        .optional()
        .describe('Above it the experiment is stopped; 1 by default.'),
      before: duration
        .optional()
        .describe('How long it must be well first; 2m by default.'),
    })
    .optional(),
  blastRadius: z
    .strictObject({
      entities: z.int().min(1).max(1_000).optional().describe('5 by default.'),
      share: share
        .gt(0)
        .optional()
        .describe('Of the pods at most; 0.5 by default.'),
    })
    .optional(),
  schedule: z
    .strictObject({
      cron: z.string().refine(text => /^\S{1,60}( \S{1,60}){4}$/.test(text), {
        error: 'Not a schedule.',
        params: { allowed: 'five fields, such as 0 10 * * 2' },
      }),
      timeZone: timeZone.optional().describe('UTC by default.'),
    })
    .optional(),
  blackouts: z
    .array(
      conditions.pick({ days: true, from: true, until: true, timeZone: true }),
    )
    .max(20)
    .optional()
    .describe('Times in which it does not run.'),
});

export type WrittenExperiment = z.infer<typeof experimentSpec>;
