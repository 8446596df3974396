import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import type { z as zod } from 'zod/v3';

/** What an action tells about an objective, in the registry's own zod. */
export const objectiveSchema = (z: typeof zod) =>
  z.object({
    ref: z.string(),
    entityRef: z.string(),
    title: z.string(),
    target: z.number().describe('0 to 1'),
    window: z.string().describe('As written, such as 30d'),
    status: z.enum([
      'healthy',
      'warning',
      'critical',
      'no-data',
      'low-traffic',
    ]),
    reason: z.string().describe('A bounded code that says why'),
    budgetLeft: z
      .number()
      .nullable()
      .describe(
        'Share of the error budget left: 1 untouched, 0 gone, negative overspent, null unknown',
      ),
    burn: z
      .array(
        z.object({
          window: z.string(),
          rate: z.number().nullable().describe('Null without events'),
        }),
      )
      .describe('Burn rates; 1 spends the budget exactly over its window'),
    exhaustedInSeconds: z
      .number()
      .optional()
      .describe('Until the budget is gone, if the last hour goes on'),
    asOf: z
      .number()
      .nullable()
      .describe('Epoch seconds: end of the newest measured minute'),
  });

/** An objective in the shape of {@link objectiveSchema}. */
export function describeStatus(objective: ObjectiveStatus) {
  const { ref, entityRef, title, target, status, reason, asOf } = objective;
  const { window, budget, burn, exhaustion } = objective;
  return {
    ref,
    entityRef,
    title,
    target,
    window: window.duration ?? `${window.seconds}s`,
    status,
    reason,
    budgetLeft: budget.leftRatio,
    burn: burn.map(({ window: over, rate }) => ({ window: over, rate })),
    ...(exhaustion && { exhaustedInSeconds: exhaustion.seconds }),
    asOf,
  };
}

/** Nothing that an action of this family does changes anything. */
export const readsOnly = {
  readOnly: true,
  idempotent: true,
  destructive: false,
} as const;
