import { z } from 'zod';
import { description, duration, metadata } from './common';

export const alertConditionSpec = z.strictObject({
  description,
  severity: z.string().min(1).max(100),
  condition: z.strictObject({
    kind: z.preprocess(
      kind => (typeof kind === 'string' ? kind.toLowerCase() : kind),
      z.literal('burnrate').optional(),
    ),
    op: z.enum(['lte', 'gte', 'lt', 'gt']).optional(),
    threshold: z.number().gt(0),
    lookbackWindow: duration,
    alertAfter: z.preprocess(
      after => (after === '0m' ? undefined : after),
      duration.optional(),
    ),
  }),
});

export const alertNotificationTargetSpec = z.strictObject({
  description,
  target: z.string().min(1).max(1000),
});

export const alertPolicySpec = z.strictObject({
  description,
  alertWhenBreaching: z.boolean().optional(),
  alertWhenResolved: z.boolean().optional(),
  alertWhenNoData: z.boolean().optional(),
  conditions: z
    .array(
      z.strictObject({
        conditionRef: z.string().min(1).max(300).optional(),
        kind: z.literal('AlertCondition').optional(),
        metadata: metadata.optional(),
        spec: alertConditionSpec.optional(),
      }),
    )
    .min(1)
    .max(20),
  notificationTargets: z
    .array(
      z.strictObject({
        targetRef: z.string().min(1).max(300).optional(),
        kind: z.literal('AlertNotificationTarget').optional(),
        metadata: metadata.optional(),
        spec: alertNotificationTargetSpec.optional(),
      }),
    )
    .max(20)
    .optional(),
});

/** OpenSLO shows both a bare name and `alertPolicyRef`. */
export const alertPolicyEntry = z.preprocess(
  entry => (typeof entry === 'string' ? { alertPolicyRef: entry } : entry),
  z.strictObject({
    alertPolicyRef: z.string().min(1).max(300).optional(),
    kind: z.literal('AlertPolicy').optional(),
    metadata: metadata.optional(),
    spec: alertPolicySpec.optional(),
  }),
);
