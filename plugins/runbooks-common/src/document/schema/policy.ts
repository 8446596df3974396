import { z } from 'zod';
import {
  actionId,
  duration,
  long,
  reference,
  references,
  share,
  short,
  values,
} from './common';
import { appliesTo, conditions, triggers, verification } from './parts';
import { belonging } from './runbook';

const count = (maximum: number) => z.int().min(1).max(maximum);

const rung = z.strictObject({
  runbook: reference.optional(),
  inputs: values.optional().describe('Of the runbook.'),
  action: actionId.optional(),
  input: values.optional().describe('Of the action.'),
  attempts: count(5).optional().describe('1 by default.'),
});

const limits = z.strictObject({
  perTarget: z
    .strictObject({
      attempts: count(20),
      within: duration,
    })
    .optional()
    .describe('At one target against one symptom; 2 within 1h by default.'),
  perHour: count(100).optional().describe('Of this policy; 5 by default.'),
  perHourOrganisation: count(1_000)
    .optional()
    .describe('Of all policies; 20 by default.'),
  coolDown: duration
    .optional()
    .describe('Between attempts at a target; 10m by default.'),
  concurrency: count(20)
    .optional()
    .describe('Of this policy at once; 1 by default.'),
  blastRadius: count(1_000)
    .optional()
    .describe('Entities that may be touched; 5 by default.'),
  minimumHealthy: share
    .optional()
    .describe('Share of instances that must stay; 0.5 by default.'),
  storm: z
    .strictObject({ incidents: count(10_000), within: duration })
    .optional()
    .describe('More incidents, and nothing is done; 20 within 10m by default.'),
});

export const policySpec = z.strictObject({
  ...belonging,
  title: short.optional(),
  description: long.optional(),
  appliesTo: appliesTo.optional().describe('All that is given must hold.'),
  triggers: triggers.min(1).describe('Any of them.'),
  conditions: conditions.optional().describe('All that is given must hold.'),
  mode: z
    .enum(['suggest', 'approve', 'auto'])
    .optional()
    .describe('approve by default; auto has to be earned first.'),
  earnAfter: count(100)
    .optional()
    .describe('Verified recoveries before it may act alone; 3 by default.'),
  do: z.array(rung).min(1).max(10).describe('What is tried, one by one.'),
  limits: limits.optional(),
  verification: verification.optional(),
  escalateTo: reference
    .optional()
    .describe('on-call (the default), or an entity ref.'),
  approval: z
    .strictObject({
      expires: duration.optional().describe('30m by default.'),
      approvers: references
        .optional()
        .describe('The owners of the entity by default.'),
    })
    .optional(),
});

export type WrittenPolicy = z.infer<typeof policySpec>;
