import { isError } from '@backstage/errors';
import { cleanLine } from '@ghostlight/reliability-node';

const longest = 500;
/** How the client of the scaffolder words an answer that it does not take. */
const worded = /^Backend request failed, (\d{3})\b[^{[]*(.*)$/s;

/**
 * What the scaffolder said no with; undefined when it did not say so. Its client tells the status only in
 * words.
 */
export function refusalOf(
  error: unknown,
): { status: number; text: string } | undefined {
  if (!isError(error)) return undefined;
  const [, code, body = ''] = worded.exec(error.message) ?? [];
  const status = Number(code ?? error.statusCode);
  // Too many requests, or too slow: neither is a no.
  if (!(status >= 400 && status < 500) || status === 408 || status === 429)
    return undefined;
  return { status, text: cleanLine(saidIn(body) ?? error.message, longest) };
}

function saidIn(body: string): string | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { error, errors } = answer as {
    error?: { message?: unknown };
    errors?: unknown;
  };
  if (typeof error?.message === 'string') return error.message;
  if (!Array.isArray(errors)) return undefined;
  // As the check of values by their schema tells them.
  return errors
    .slice(0, 5)
    .map((one: { stack?: unknown; message?: unknown }) =>
      String(one?.stack ?? one?.message ?? ''),
    )
    .filter(Boolean)
    .join('; ');
}
