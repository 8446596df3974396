import type { NotificationFailure } from '@ghostlight/plugin-incidents-node';

/**
 * What an error of the SMTP client means for a notification: a server that is away or says 4xx may
 * take it later; one that says 5xx to the message or its addresses will not. Wrong credentials can be
 * put right while it waits.
 */
export function failureOf(error: unknown): NotificationFailure {
  if (!(error instanceof Error))
    return { reason: 'unreachable', message: String(error), retry: true };
  const code = textOf(error, 'code');
  const responseCode = Number(textOf(error, 'responseCode')) || undefined;
  const message = error.message.slice(0, 300);
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS')
    return { reason: 'misconfigured', message, retry: true };
  if (code === 'ETIMEDOUT') return { reason: 'timeout', message, retry: true };
  if (responseCode !== undefined) {
    if (responseCode >= 500)
      return { reason: 'refused', message, retry: false };
    return responseCode === 421 || responseCode === 454
      ? { reason: 'unreachable', message, retry: true }
      : { reason: 'refused', message, retry: true };
  }
  return { reason: 'unreachable', message, retry: true };
}

function textOf(error: Error, key: string): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
