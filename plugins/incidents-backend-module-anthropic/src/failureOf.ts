import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from '@anthropic-ai/sdk';
import {
  ModelFailure,
  type ModelFailureReason,
  type ModelUsage,
} from '@ghostlight/plugin-incidents-node';

/**
 * What an error of Claude's client means. Its words stay inside: they may repeat what was sent.
 */
export function failureOf(
  error: unknown,
  known: { usage?: ModelUsage; began: boolean },
): ModelFailure {
  const { usage, began } = known;
  const fail = (
    reason: ModelFailureReason,
    message: string,
    retryAfterMs?: number,
  ) => new ModelFailure(reason, message, { usage, retryAfterMs });
  if (error instanceof APIUserAbortError)
    return fail('timeout', 'The request was called off');
  if (error instanceof APIConnectionTimeoutError)
    return fail('timeout', 'Claude did not answer in time');
  if (error instanceof APIConnectionError)
    return began
      ? fail('cut-off', 'The answer broke off')
      : fail('unreachable', 'Claude could not be reached');
  // Within a stream there is no status, only the kind of the error.
  const type = error instanceof APIError ? error.type : undefined;
  const status = error instanceof APIError ? error.status : undefined;
  if (error instanceof APIError && (status !== undefined || type)) {
    const said = `Claude says ${[status, type].filter(Boolean).join(' ')}`;
    if (status === 529 || type === 'overloaded_error')
      return fail('overloaded', said, retryAfterOf(error));
    if (status === 429 || type === 'rate_limit_error')
      return fail('rate-limited', said, retryAfterOf(error));
    if (status === 408 || type === 'timeout_error')
      return fail('timeout', said);
    if ((status ?? 0) >= 500 || type === 'api_error')
      return fail('overloaded', said, retryAfterOf(error));
    return fail('refused-by-vendor', said);
  }
  // A stream that ends, or stops making sense, before its message does.
  return began
    ? fail('cut-off', 'The answer broke off')
    : fail('unexpected', 'Claude’s client failed');
}

function retryAfterOf(error: APIError): number | undefined {
  const headers = error.headers;
  const milliseconds = Number(headers?.get('retry-after-ms') ?? NaN);
  if (milliseconds >= 0) return milliseconds;
  const written = headers?.get('retry-after');
  if (!written) return undefined;
  const seconds = Number(written);
  if (seconds >= 0) return seconds * 1000;
  const at = Date.parse(written);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
