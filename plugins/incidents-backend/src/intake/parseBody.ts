import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

const deepest = 100;

/**
 * The body as JSON, whatever content type it claims: SNS says text/plain. An empty one is null.
 *
 * @throws InputError when it is not JSON, or nested deeper than 100 levels
 */
export function parseBody(body: Buffer): JsonValue {
  const text = body.toString('utf8').replace(/^\ufeff/, '');
  if (!text.trim()) return null;
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    throw new InputError(
      `The body is not JSON: ${where.slice(
        0,
        200,
      )}. Send the vendor's JSON as it is`,
    );
  }
  if (!isShallow(value, deepest))
    throw new InputError(
      `The body is nested deeper than ${deepest} levels; no vendor sends that`,
    );
  return value;
}

/** Goes no deeper than it has to. */
function isShallow(value: JsonValue | undefined, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (left === 0) return false;
  if (Array.isArray(value))
    return value.every(item => isShallow(item, left - 1));
  for (const name in value) {
    if (!isShallow(value[name], left - 1)) return false;
  }
  return true;
}
