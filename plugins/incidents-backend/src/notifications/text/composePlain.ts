import { cleanText } from './cleanText';
import type { ComposedMessage } from './composeMessage';

/** What fits into the head of a message everywhere. */
const mostSubject = 150;
const mostLine = 1_000;
const mostLines = 40;

/**
 * Text of a stranger as a message: the first line is its subject, cleaned line by line as all text that is
 * sent on. Undefined when nothing is left.
 */
export function composePlain(text: string): ComposedMessage | undefined {
  const lines = text
    .split(/\r?\n/)
    .slice(0, mostLines)
    .map(line => cleanText(line, mostLine));
  const at = lines.findIndex(line => line !== '');
  if (at < 0) return undefined;
  const first = lines[at];
  const isShort = Array.from(first).length <= mostSubject;
  return {
    kind: 'message',
    subject: cleanText(first, mostSubject),
    // What the head cuts is read below.
    body: lines
      .slice(isShort ? at + 1 : at)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
}
