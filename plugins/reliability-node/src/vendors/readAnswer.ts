import type { JsonValue } from '@backstage/types';
import { VendorError } from './VendorError';

/** How long to wait when the vendor does not say. */
const defaultPauseMs = 5_000;

/** The JSON of an answer; every other kind of answer is thrown as a VendorError. */
export async function readAnswer(
  response: Response,
  options: { vendor: string; path: string; maxResponseBytes: number },
): Promise<JsonValue> {
  const { vendor, path } = options;
  const { status } = response;
  if (status !== 200) {
    await response.body?.cancel();
    throw refusal(response, vendor, path);
  }
  const text = await readText(response, options);
  try {
    return JSON.parse(text);
  } catch {
    throw new VendorError(
      'bad-answer',
      `${vendor} answered ${path} with something that is no JSON`,
    );
  }
}

function refusal(
  response: Response,
  vendor: string,
  path: string,
): VendorError {
  const { status } = response;
  const said = `${vendor} answered ${path} with status ${status}`;
  if (status === 401 || status === 403)
    return new VendorError(
      'unauthorized',
      `${said}: check that the configured token is valid and may read on-call schedules`,
    );
  if (status === 404) return new VendorError('not-found', said);
  if (status === 429)
    return new VendorError(
      'rate-limited',
      `${said}: too many requests`,
      retryAfter(response.headers),
    );
  if (status >= 500) return new VendorError('http-5xx', said);
  if (status >= 400) return new VendorError('http-4xx', said);
  return new VendorError('bad-answer', `${said}; redirects are not followed`);
}

/** `Retry-After` in seconds or as a date, or PagerDuty's `ratelimit-reset` in seconds. */
export function retryAfter(headers: Headers): number {
  const said = headers.get('retry-after') ?? headers.get('ratelimit-reset');
  if (!said) return defaultPauseMs;
  const seconds = Number(said);
  const wait = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(said) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : defaultPauseMs;
}

export async function readText(
  response: Response,
  {
    vendor,
    path,
    maxResponseBytes,
  }: { vendor: string; path: string; maxResponseBytes: number },
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body) {
    // Leaving the loop early cancels the stream.
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > maxResponseBytes)
        throw new VendorError(
          'bad-answer',
          `${vendor} answered ${path} with more than ${maxResponseBytes.toLocaleString(
            'en-US',
          )} bytes`,
        );
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
