import { z } from 'zod';
import { description, duration, name, reference, share } from './common';

const verdict = z.enum(['allow', 'warn', 'deny']);

const condition = z.strictObject({
  budgetSpent: z.number().gt(0).max(10).optional(),
  burnAbove: z.number().gt(0).max(1_000_000).optional(),
  over: duration.optional(),
  firing: z.enum(['page', 'ticket']).optional(),
});

const texts = z.array(z.string().min(1).max(100)).min(1).max(100);

export const errorBudgetPolicySpec = z.strictObject({
  description,
  alertBelow: share.optional(),
  noData: verdict.optional(),
  lowTraffic: verdict.optional(),
  appliesTo: z
    .strictObject({
      entities: z.array(reference).min(1).max(100).optional(),
      tiers: texts.optional(),
      types: texts.optional(),
      systems: z.array(reference).min(1).max(100).optional(),
      owners: z.array(reference).min(1).max(100).optional(),
    })
    .optional(),
  rules: z
    .array(
      z.strictObject({
        name,
        denyWhen: condition.optional(),
        warnWhen: condition.optional(),
        actions: z
          .array(
            z.strictObject({
              action: name,
              text: z.string().min(1).max(500),
            }),
          )
          .max(20)
          .optional(),
      }),
    )
    .min(1)
    .max(50)
    .optional(),
});
