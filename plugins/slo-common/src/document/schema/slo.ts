import { z } from 'zod';
import { parseDuration } from '../duration';
import { alertPolicyEntry } from './alerting';
import { description, duration, reference } from './common';
import { inlineIndicator } from './indicator';

const timeSliceWindow = z.preprocess(
  // A bare number counts minutes.
  window => (typeof window === 'number' ? `${window}m` : window),
  z.string().refine(text => parseDuration(text) !== undefined, {
    error: 'A time slice is a whole number of minutes.',
    params: {
      code: 'timeslice-not-whole-minutes',
      allowed: 'a whole number of minutes, or a duration such as 1m, 5m, 1h',
    },
  }),
);

export const sloSpec = z.strictObject({
  description,
  service: reference,
  indicator: inlineIndicator.optional(),
  indicatorRef: z.string().min(1).max(300).optional(),
  timeWindow: z
    .array(
      z.strictObject({
        duration,
        isRolling: z.boolean().optional(),
        calendar: z
          .strictObject({
            startTime: z.string().max(50),
            timeZone: z.string().max(100),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(1),
  budgetingMethod: z.enum(['Occurrences', 'Timeslices', 'RatioTimeslices']),
  objectives: z
    .array(
      z.strictObject({
        displayName: z.string().min(1).max(100).optional(),
        op: z.enum(['lte', 'gte', 'lt', 'gt']).optional(),
        value: z.number().optional(),
        target: z.number().optional(),
        targetPercent: z.number().optional(),
        timeSliceTarget: z.number().gt(0).max(1).optional(),
        timeSliceWindow: timeSliceWindow.optional(),
        indicator: inlineIndicator.optional(),
        indicatorRef: z.string().min(1).max(300).optional(),
        compositeWeight: z.number().gt(0).max(1_000_000).optional(),
      }),
    )
    .min(1)
    .max(50),
  alertPolicies: z.array(alertPolicyEntry).max(20).optional(),
});
