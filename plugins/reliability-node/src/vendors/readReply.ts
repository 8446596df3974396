import type { JsonObject, JsonValue } from '@backstage/types';
import { cleanLine } from '../intake/text';
import { readText, retryAfter } from './readAnswer';
import { VendorError } from './VendorError';

/**
 * All that a vendor answered.
 *
 * @public
 */
export interface VendorReply {
  /** 200 to 299, or 304. */
  status: number;
  headers: Headers;
  /** Undefined when there was none. */
  body?: JsonValue;
}

const longestSaid = 500;
/** What a refusal may say, in bytes. */
const mostSaid = 64 * 1024;

/** A reply with its status; what is none is thrown as a VendorError with the vendor's own words. */
export async function readReply(
  response: Response,
  options: { vendor: string; path: string; maxResponseBytes: number },
): Promise<VendorReply> {
  const { vendor, path } = options;
  const { status, headers, ok } = response;
  if (!ok && status !== 304) {
    const maxResponseBytes = Math.min(mostSaid, options.maxResponseBytes);
    const text = await readText(response, { ...options, maxResponseBytes })
      // The status says enough.
      .catch(() => '');
    throw refusal(response, vendor, path, saidIn(text));
  }
  const text = await readText(response, options);
  if (!text) return { status, headers };
  try {
    return { status, headers, body: JSON.parse(text) };
  } catch {
    throw new VendorError(
      'bad-answer',
      `${vendor} answered ${path} with something that is no JSON`,
    );
  }
}

function refusal(
  { status, headers }: Response,
  vendor: string,
  path: string,
  said: string | undefined,
): VendorError {
  const message = said
    ? `${vendor} answered ${status}: ${said}`
    : `${vendor} answered ${path} with status ${status}`;
  const of = (reason: VendorError['reason'], wait?: number) =>
    new VendorError(reason, message, wait, { status });
  // GitHub says 403 for its limits, too.
  const limited =
    status === 429 ||
    (status === 403 &&
      (headers.has('retry-after') ||
        headers.get('x-ratelimit-remaining') === '0'));
  if (limited) return of('rate-limited', waitOf(headers));
  if (status === 401 || status === 403) return of('unauthorized');
  if (status === 404) return of('not-found');
  if (status >= 500) return of('http-5xx');
  if (status >= 400) return of('http-4xx');
  return new VendorError(
    'bad-answer',
    `${vendor} answered ${path} with status ${status}; redirects are not followed`,
  );
}

/** `Retry-After`, or GitHub's `x-ratelimit-reset`: the second since the epoch when there is more. */
function waitOf(headers: Headers): number {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  return headers.has('retry-after') || !Number.isFinite(reset)
    ? retryAfter(headers)
    : Math.max(0, reset * 1000 - Date.now());
}

/** The sentence in a refusal: `message`, `error` or `detail`, with those of `errors`. */
function saidIn(text: string): string | undefined {
  let body: JsonValue;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(body)) return undefined;
  const { message, error, detail, errors } = body;
  const details = (Array.isArray(errors) ? errors : []).map(item =>
    isObject(item) ? item.message : item,
  );
  const said = [
    message ?? (isObject(error) ? error.message : error) ?? detail,
    ...details,
  ]
    .filter(part => typeof part === 'string')
    .join('; ');
  return cleanLine(said, longestSaid) || undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
