import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

/**
 * The body as JSON, whatever content type it claims: SNS says text/plain. An empty one is null.
 *
 * @throws InputError when it is not JSON
 *
 * @public
 */
export function parseBody(body: Buffer): JsonValue {
  const text = body.toString('utf8').replace(/^\ufeff/, '');
  if (!text.trim()) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    throw new InputError(
      `The body is not JSON: ${where.slice(
        0,
        200,
      )}. Send the vendor's JSON as it is`,
    );
  }
}
