import { z } from 'zod';

/** A point as Prometheus writes it: epoch seconds, and a number as text. */
const point = z.tuple([z.number(), z.string()]);

/** Answer to `query_range`. Series with histograms have no values, and are read as none. */
export const rangeAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ values: z.array(point).default([]) })),
  }),
});

/** Answer to `query`. */
export const instantAnswer = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ value: point.optional() })),
  }),
});

/** Undefined for what is no finite number: a ratio of nothing is `NaN`, a quantile above all buckets `+Inf`. */
export function numberOf(text: string): number | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
