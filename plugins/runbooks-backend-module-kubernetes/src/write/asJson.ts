import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** As it is kept and sent: without what is undefined. */
export function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** Any object, in what was pinned by ourselves. */
export const jsonObject = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);
