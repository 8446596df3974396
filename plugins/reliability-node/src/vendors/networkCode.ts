import { isError } from '@backstage/errors';

/** Failures before the first byte of a request left. A broken connection is none of them. */
const beforeSending = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** The code of a network failure, such as `ECONNREFUSED`; addresses are kept out of messages. */
export function networkCode(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  return isError(cause) && typeof cause.code === 'string'
    ? cause.code
    : 'the connection broke';
}

/** Whether a request that failed so has certainly not reached anybody. */
export function neverSent(error: unknown): boolean {
  return beforeSending.includes(networkCode(error));
}
