import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const message =
  'A text must not hold the character U+0000, which no database keeps';

/**
 * Refuses requests with a U+0000 anywhere in their address: PostgreSQL takes it in no text, so it would
 * end as an error of ours.
 *
 * @public
 */
export const refuseNul: RequestHandler = (request, _response, next) => {
  next(/%00/.test(request.url) ? new InputError(message) : undefined);
};

/**
 * The same for a body of JSON, before it is parsed: `verify` of `express.json`.
 *
 * @public
 */
export function verifyBody(_req: unknown, _res: unknown, body: Buffer): void {
  if (body.includes(0) || body.includes('\\u0000'))
    throw new InputError(message);
}
