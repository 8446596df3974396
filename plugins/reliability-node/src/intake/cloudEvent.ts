import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { anything } from './anything';
import { UnreadableError } from './UnreadableError';

/**
 * One CloudEvent 1.0 with what concerns us; extensions stay beside.
 *
 * @public
 */
export const cloudEvent = z.looseObject({
  specversion: z.string().regex(/^1\./, 'expected specversion 1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().nullish(),
  time: anything,
  data: anything,
  data_base64: z.string().optional(),
});

/**
 * An event of {@link cloudEvent}.
 *
 * @public
 */
export type CloudEvent = z.infer<typeof cloudEvent>;

/**
 * Headers of binary mode.
 *
 * @public
 */
export const cloudEventHeaders = [
  'ce-specversion',
  'ce-id',
  'ce-source',
  'ce-type',
  'ce-subject',
  'ce-time',
  'ce-entityref',
];

/**
 * The events of a delivery: one in structured mode, one whose attributes are headers in binary mode, or
 * a batch.
 *
 * @throws UnreadableError when it is none of them
 *
 * @public
 */
export function cloudEventsOf({
  body,
  headers,
}: {
  body: JsonValue;
  headers: Record<string, string>;
}): {
  items: JsonValue[];
  batch: boolean;
} {
  if (headers['ce-id'] || headers['ce-type']) {
    const attributes = Object.fromEntries(
      cloudEventHeaders
        .filter(name => headers[name] !== undefined)
        .map(name => [name.slice('ce-'.length), decoded(headers[name])]),
    );
    return { items: [{ ...attributes, data: body }], batch: false };
  }
  if (Array.isArray(body)) return { items: body, batch: true };
  if (typeof body !== 'object' || body === null)
    throw new UnreadableError(
      'expected a CloudEvent. Send one in structured, binary or batch mode',
      'body',
    );
  return { items: [body], batch: false };
}

/**
 * The event's data as JSON.
 *
 * @public
 */
export function cloudEventDataOf(event: CloudEvent, path: string): JsonObject {
  let data = event.data as JsonValue | undefined;
  if (event.data_base64 !== undefined) {
    try {
      data = JSON.parse(
        Buffer.from(event.data_base64, 'base64').toString('utf8'),
      );
    } catch {
      throw new UnreadableError(
        'not JSON in base64',
        fieldAt(path, 'data_base64'),
      );
    }
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new UnreadableError('expected an object', fieldAt(path, 'data'));
  return data;
}

/**
 * A field of an item, as a path.
 *
 * @public
 */
export function fieldAt(path: string, field: string): string {
  return path ? `${path}.${field}` : field;
}

/** Header values are percent-encoded where they are not ASCII. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
