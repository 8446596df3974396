import type { NotificationFailure } from '@ghostlight/plugin-incidents-node';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** Wrong with the message itself: Slack would say the same again. */
const forGood = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);
const down = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** What an error of Slack's client means for a notification. A token or a conversation can be put right while it waits. */
export function failureOf(error: unknown): NotificationFailure {
  if (error instanceof WebAPIRateLimitedError)
    return {
      reason: 'rate-limited',
      message: `Slack asks to wait ${error.retryAfter} s`,
      retry: true,
      retryAfter: error.retryAfter * 1000,
    };
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    const message = `Slack says ${code}`;
    if (code === 'ratelimited' || code === 'rate_limited')
      return { reason: 'rate-limited', message, retry: true };
    if (down.has(code)) return { reason: 'http-5xx', message, retry: true };
    return forGood.has(code)
      ? { reason: 'refused', message, retry: false }
      : { reason: 'misconfigured', message, retry: true };
  }
  if (error instanceof WebAPIHTTPError) {
    const { statusCode } = error;
    return {
      reason: statusCode >= 500 ? 'http-5xx' : 'http-4xx',
      message: `HTTP ${statusCode}`,
      retry: true,
    };
  }
  const original = error instanceof WebAPIRequestError ? error.original : error;
  const late =
    original instanceof Error &&
    /abort|timed? ?out/i.test(`${original.name} ${original.message}`);
  return {
    reason: late ? 'timeout' : 'unreachable',
    message: late ? 'No answer in time' : messageOf(original),
    retry: true,
  };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
