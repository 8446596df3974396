import { z } from 'zod';
import { durationMs } from './duration';

const text = z.string().min(1).max(300);

/** Milliseconds. */
const duration = z.unknown().transform((value, ctx) => {
  const ms = typeof value === 'string' ? durationMs(value) : undefined;
  if (ms === undefined) {
    ctx.addIssue({
      code: 'custom',
      message: 'This is not a duration.',
      params: { fix: 'Write a whole number and s, m, h or d, such as 5m.' },
    });
    return z.NEVER;
  }
  return ms;
});

const matcher = z.strictObject({
  label: z.string().min(1).max(200),
  value: z.string().max(1000),
  mode: z.enum(['equals', 'prefix', 'glob']).default('equals'),
});

const match = z.array(matcher).max(50);
const rulesOf = <T extends z.ZodType>(rule: T) => z.array(rule).max(500);
const share = z.number().min(0).max(1);

const entityRef = z
  .string()
  .max(300)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, {
    error: 'This is not a full entity ref.',
  });

const opening = z.strictObject({
  name: text,
  match: match.default([]),
  severities: z
    .array(z.enum(['critical', 'error', 'warning', 'info']))
    .min(1)
    .optional(),
  afterOccurrences: z.int().min(1).max(10_000).optional(),
  afterAlerts: z.int().min(1).max(10_000).optional(),
  sloBurn: z.enum(['page', 'ticket']).optional(),
  severity: z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4', 'none']),
  title: text.optional(),
});

/** What people write. */
export const rulesDocument = z.strictObject({
  apiVersion: z.literal('ghostlight.dev/v1'),
  kind: z.literal('IncidentRules'),
  metadata: z.record(z.string(), z.unknown()).optional(),
  spec: z.strictObject({
    mapping: rulesOf(
      z.strictObject({ name: text, match, entityRef }),
    ).optional(),
    suppress: z
      .strictObject({
        flapping: z
          .union([
            z.literal(false),
            z.strictObject({
              transitions: z.int().min(2).max(100),
              within: duration,
              quiet: duration.optional(),
            }),
          ])
          .optional(),
        symptoms: z.boolean().optional(),
        rules: rulesOf(
          z.strictObject({ name: text, match: match.min(1), reason: text }),
        ).optional(),
      })
      .optional(),
    correlate: z
      .strictObject({
        window: duration.optional(),
        idle: duration.optional(),
        distance: z.int().min(0).max(10).optional(),
        threshold: share.optional(),
        weights: z
          .strictObject({
            time: share.optional(),
            distance: share.optional(),
            text: share.optional(),
            labels: share.optional(),
            change: share.optional(),
          })
          .optional(),
        changes: duration.optional(),
        rules: rulesOf(
          z.strictObject({
            name: text,
            match,
            sameLabels: z.array(z.string().min(1).max(200)).max(20),
            window: duration.optional(),
          }),
        ).optional(),
      })
      .optional(),
    incidents: z
      .strictObject({
        rules: rulesOf(opening).optional(),
        resolveAfter: z.union([z.literal(false), duration]).optional(),
        reopenWithin: z.union([z.literal(false), duration]).optional(),
      })
      .optional(),
  }),
});

export type RulesDocument = z.output<typeof rulesDocument>;
