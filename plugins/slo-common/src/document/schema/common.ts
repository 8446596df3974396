import { z } from 'zod';
import { parseDuration } from '../duration';

/** OpenSLO caps descriptions at 1050 characters. */
export const description = z.string().max(1050).optional();

/** Stricter than OpenSLO, because the catalog is. */
const namePattern = /^[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;

export const name = z.string().refine(text => namePattern.test(text), {
  error: 'Not a name that the catalog takes.',
  params: {
    allowed:
      'up to 63 letters, digits, - _ and ., beginning and ending with a letter or digit',
  },
});

export const duration = z
  .string()
  .refine(text => parseDuration(text) !== undefined, {
    error: 'Not a duration.',
    params: {
      allowed:
        'a whole number and one of m, h, d, w, M, Q, Y, such as 5m, 30d or 1M',
    },
  });

/** `component:default/payments`, `default/payments`, `slo:default/search-latency~p99` or `payments`. */
export const reference = z
  .string()
  .refine(text => /^[-\w.~:/]{1,300}$/.test(text), {
    error: 'Not a reference.',
    params: { allowed: 'a name, or kind:namespace/name' },
  });

export const metadata = z.looseObject({
  name,
  namespace: name.optional(),
  displayName: z.string().max(200).optional(),
  title: z.string().max(200).optional(),
  description: z.string().max(5000).optional(),
  labels: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

export const share = z.number().min(0).max(1);
