import { z } from 'zod';
import {
  actionId,
  duration,
  identifier,
  long,
  references,
  short,
  values,
} from './common';
import { verification } from './parts';

/** The fields of which a step has exactly one. */
export const stepKinds = [
  'manual',
  'action',
  'wait',
  'decision',
  'approval',
  'verify',
  'parallel',
] as const;

export const innerStep = z.strictObject({
  id: identifier
    .optional()
    .describe('Unique in the runbook; made from the title by default.'),
  title: short.optional(),
  text: long.optional().describe('Markdown that is shown with the step.'),
  timeout: duration.optional(),
  continueOnFailure: z.boolean().optional(),
  retry: z
    .strictObject({
      attempts: z.int().min(1).max(10),
      backoff: duration.optional().describe('10s by default.'),
    })
    .optional(),
  when: z
    .strictObject({
      step: identifier,
      in: z.union([short, z.array(short).min(1).max(10)]),
    })
    .optional()
    .describe('Done only after one of these answers to an earlier decision.'),
  manual: long.optional().describe('What a person does.'),
  checklist: z.array(short).max(50).optional().describe('Of a manual step.'),
  action: actionId.optional().describe('Id of an action that is done.'),
  input: values.optional().describe('Of an action.'),
  wait: duration.optional(),
  decision: long.optional().describe('A question that a person answers.'),
  choices: z
    .union([
      z.array(short).min(2).max(10),
      z.record(identifier, short).refine(
        choices => {
          const count = Object.keys(choices).length;
          return count >= 2 && count <= 10;
        },
        { error: 'Too few or too many.', params: { allowed: '2 to 10' } },
      ),
    ])
    .optional()
    .describe('Of a decision: texts, or texts by id.'),
  approval: long.optional().describe('What somebody else approves.'),
  approvers: references
    .optional()
    .describe('Of an approval; the owners of the entity by default.'),
  verify: verification
    .optional()
    .describe(
      'Waits for a recovery; {} takes the verification of the runbook.',
    ),
});

export const step = innerStep.extend({
  parallel: z
    .array(innerStep)
    .min(1)
    .max(20)
    .optional()
    .describe('Steps that are done at once.'),
});

export type WrittenStep = z.infer<typeof step>;
export type WrittenInnerStep = z.infer<typeof innerStep>;
