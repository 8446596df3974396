import type {
  NotificationFailure,
  NotificationOutcome,
} from './NotificationChannel';

/** The same would be refused again. Whatever else is refused may be put right at the receiver. */
const forGood = new Set([400, 405, 406, 410, 411, 413, 414, 415, 422, 431]);
const answerAtMost = 16 * 1024;
const wordsAtMost = 200;

/**
 * What is posted to the receiver of a channel.
 *
 * @public
 */
export interface NotificationPost {
  /** From the configuration, never from a message. Redirects are not followed. */
  url: string;
  /** JSON text. */
  body: string;
  headers?: Record<string, string>;
  /** Milliseconds; 10 s by default. */
  timeoutMs?: number;
  signal: AbortSignal;
}

/**
 * Sends JSON by HTTP `POST` and says what it means for a notification: 2xx is sent; 429 and 5xx come
 * again, when `Retry-After` says so if it does; so do time-outs, unreachable receivers, redirects and
 * refusals that an operator can put right (401, 403, 404, …); what is wrong with the message itself
 * (400, 413, 422, …) does not. Never throws.
 *
 * @public
 */
export async function postNotification(
  post: NotificationPost,
): Promise<NotificationOutcome> {
  const { url, body, headers, timeoutMs = 10_000, signal } = post;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    const answer = await readAnswer(response);
    return response.ok
      ? { outcome: 'sent', detail: answer }
      : { outcome: 'failed', failure: failureOf(response, answer) };
  } catch (error) {
    const late = timeout.aborted || signal.aborted;
    return {
      outcome: 'failed',
      failure: {
        reason: late ? 'timeout' : 'unreachable',
        message: late ? 'No answer in time' : causeOf(error),
        retry: true,
      },
    };
  }
}

function failureOf(response: Response, answer: string): NotificationFailure {
  const { status } = response;
  const retryAfter = pauseOf(response.headers.get('retry-after'));
  const base = { message: answer, retry: true, retryAfter };
  if (status === 429) return { ...base, reason: 'rate-limited' };
  if (status >= 500) return { ...base, reason: 'http-5xx' };
  if (status < 400)
    return {
      reason: 'refused',
      message: `HTTP ${status}: it points somewhere else, which is not followed`,
      retry: true,
    };
  return { ...base, reason: 'http-4xx', retry: !forGood.has(status) };
}

/** `Retry-After` is seconds or a date. */
function pauseOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

/** The beginning of what the receiver says, with its status. */
async function readAnswer(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length < answerAtMost) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  await reader?.cancel();
  const text = Buffer.concat(chunks).toString('utf8').slice(0, wordsAtMost);
  const words = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return words
    ? `HTTP ${response.status}: ${words}`
    : `HTTP ${response.status}`;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
