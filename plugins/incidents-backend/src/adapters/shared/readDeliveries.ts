import type { JsonObject, JsonValue } from '@backstage/types';
import type { EpochMs, Reading } from '@ghostlight/plugin-incidents-node';
import {
  UnreadableError,
  fingerprintOf,
  instantOf,
  issueOf,
} from '@ghostlight/reliability-node';
import { z } from 'zod';
import { readItems, type ItemReading } from './readItems';

/** An identity that senders write as text or as a number. */
export const identity = z
  .union([z.string().min(1), z.number()])
  .transform(String);

/**
 * For senders whose body is one thing: reads it, or a list of such bodies as a queue or a replay hands
 * them over. A body that is an object but makes no sense is rejected (and so kept), not refused.
 *
 * @throws UnreadableError when the body is neither an object nor a list
 */
export function readDeliveries<T>(
  body: JsonValue,
  options: {
    schema: z.ZodType<T>;
    /** What the sender is to do when it sends something else. */
    fix: string;
    read(item: T, raw: JsonObject, path: string): ItemReading;
    /** Identity of a body that is not a list. */
    deliveryId?(item: T): string | undefined;
  },
): Reading {
  const { schema, fix, read } = options;
  if (Array.isArray(body)) {
    return readItems(body, {
      path: '',
      schema,
      read: (item, raw, path) => read(item, raw as JsonObject, path),
    });
  }
  if (typeof body !== 'object' || body === null) {
    throw new UnreadableError(`expected an object. ${fix}`, 'body', {
      code: 'unreadable.type',
      params: { expected: 'object' },
    });
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const rejected = [{ ...issueOf(parsed.error), raw: body }];
    return { alerts: [], rejected };
  }
  try {
    const deliveryId = fingerprintOf(options.deliveryId?.(parsed.data));
    const { alerts = [], ...others } = read(parsed.data, body, '');
    return { alerts, ...others, ...(deliveryId && { deliveryId }) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const { reason, field, said } = error;
    const rejected = [
      { reason, ...(field && { field }), raw: body, ...(said && { said }) },
    ];
    return { alerts: [], rejected };
  }
}

/** One part of an item, when its neighbours must not decide over it. */
export function readPart<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: string,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { reason, field, said } = issueOf(parsed.error, path);
  throw new UnreadableError(reason, field, said);
}

/** The first of the times that is given, by field. */
export function firstInstant(
  path: string,
  times: Record<string, unknown>,
): EpochMs | undefined {
  for (const [name, value] of Object.entries(times)) {
    const instant = instantOf(value, path ? `${path}.${name}` : name);
    if (instant !== undefined) return instant;
  }
  return undefined;
}
