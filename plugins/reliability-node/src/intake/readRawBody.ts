import { isError } from '@backstage/errors';
import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
} from 'express';

/** Seconds after which a sender is to try again. */
const retryAfter = 5;

/**
 * Reads the body of a request byte by byte, whatever type it claims, so that a signature over it can be
 * checked. To be mounted before anything that parses bodies.
 *
 * @param maxBody - bytes, after decompression
 * @public
 */
export function createRawBodyReader(
  maxBody: number,
): (request: Request, response: Response) => Promise<Buffer> {
  const raw = express.raw({ type: () => true, limit: maxBody });
  return (request, response) =>
    new Promise((resolve, reject) => {
      raw(request, response, (error?: unknown) => {
        if (error) reject(error);
        else
          resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.of());
      });
    });
}

/**
 * Says what a sender is to do about a refusal; the answer itself is the framework's.
 *
 * @public
 */
export function explainIntake(options: {
  maxBody: number;
  /** The setting of `maxBody`. */
  setting: string;
}): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (isError(error)) {
      if (error.name === 'PayloadTooLargeError')
        error.message = `The body is larger than ${options.maxBody} bytes. Send less at a time, or raise ${options.setting}`;
      if (error.name === 'ServiceUnavailableError')
        response.setHeader('Retry-After', String(retryAfter));
    }
    next(error);
  };
}

/**
 * Those of the headers that have one of the names.
 *
 * @public
 */
export function pickHeaders(
  headers: Record<string, string | string[] | undefined>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = headers[name];
      if (value === undefined) return [];
      return [[name, Array.isArray(value) ? value.join(', ') : value]];
    }),
  );
}
