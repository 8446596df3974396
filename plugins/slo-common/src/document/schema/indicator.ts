import { z } from 'zod';
import { description, metadata } from './common';

const metric = z.strictObject({
  metricSource: z.strictObject({
    metricSourceRef: z.string().min(1).max(300).optional(),
    type: z.string().min(1).max(100).optional(),
    spec: z.record(z.string(), z.unknown()).optional(),
  }),
});

export const sliSpec = z.strictObject({
  description,
  thresholdMetric: metric.optional(),
  ratioMetric: z
    .strictObject({
      counter: z.boolean().optional(),
      good: metric.optional(),
      bad: metric.optional(),
      total: metric.optional(),
      rawType: z.enum(['success', 'failure']).optional(),
      raw: metric.optional(),
    })
    .optional(),
});

export const inlineIndicator = z.strictObject({
  metadata: metadata.optional(),
  spec: sliSpec,
});

export const dataSourceSpec = z.strictObject({
  description,
  type: z.string().min(1).max(100),
  connectionDetails: z.record(z.string(), z.unknown()).optional(),
});
