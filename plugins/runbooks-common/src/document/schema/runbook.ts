import { z } from 'zod';
import {
  actionId,
  duration,
  identifier,
  long,
  longDuration,
  reference,
  references,
  severity,
  short,
  values,
} from './common';
import { triggers, verification } from './parts';
import { step } from './step';

const runbookInput = z.strictObject({
  name: identifier,
  title: short.optional(),
  type: z
    .enum([
      'string',
      'number',
      'integer',
      'boolean',
      'choice',
      'entity',
      'secret',
    ])
    .optional()
    .describe('string by default; secret names a configured secret.'),
  description: long.optional(),
  required: z.boolean().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  choices: z.array(short).min(1).max(50).optional(),
  pattern: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('RE2 expression that the whole text matches.'),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const cause = z.strictObject({
  cause: long,
  check: long.optional(),
  mitigation: long,
  action: actionId.optional(),
  input: values.optional(),
});

const wayBack = z.strictObject({
  title: long,
  check: long.optional(),
  text: long,
  action: actionId.optional(),
  input: values.optional(),
});

/** What catalogs ask of an entity; the runbook itself has no use for it. */
export const belonging = {
  owner: reference.optional(),
  system: reference.optional(),
  type: short.optional(),
  lifecycle: short.optional(),
};

export const runbookSpec = z.strictObject({
  ...belonging,
  title: short.optional(),
  description: long.optional(),
  service: reference.optional().describe('The entity that it is for.'),
  services: references.optional().describe('Or the entities.'),
  severity: severity.optional(),
  estimatedTime: duration.optional(),
  rehearseEvery: longDuration.optional().describe('90d by default.'),
  stepTimeout: duration
    .optional()
    .describe('Time-out of steps that have none of their own.'),
  triggers: triggers.optional(),
  inputs: z.array(runbookInput).max(50).optional(),
  phases: z
    .array(
      z.strictObject({
        id: identifier.optional(),
        title: short,
        steps: z.array(step).min(1).max(100),
      }),
    )
    .max(50)
    .optional(),
  steps: z
    .array(step)
    .min(1)
    .max(100)
    .optional()
    .describe('Instead of phases.'),
  causes: z.array(cause).max(50).optional(),
  rollback: z.array(wayBack).max(20).optional(),
  escalation: z
    .array(
      z.strictObject({
        after: duration,
        to: reference.describe('on-call, or an entity ref.'),
        text: long.optional(),
      }),
    )
    .max(20)
    .optional(),
  communication: z
    .array(
      z.strictObject({
        when: short,
        audience: short,
        channel: short.optional(),
        text: long,
      }),
    )
    .max(20)
    .optional(),
  verification: verification.optional(),
  markdown: z
    .string()
    .max(65_536)
    .optional()
    .describe('A runbook in Markdown; $text takes it from a file.'),
});

export type WrittenRunbook = z.infer<typeof runbookSpec>;
export type WrittenInput = z.infer<typeof runbookInput>;
