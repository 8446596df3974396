import { findSecrets } from '../findSecrets';
import type { Shadow } from '../shadow';
import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

const run = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}/g;
const deepest = 3;

/** What is a secret when Base64 is undone, also more than once. */
export function findEncoded(text: string, _: Shadow, depth: number): Span[] {
  if (depth >= deepest) return [];
  const spans: Span[] = [];
  for (const { index, 0: whole } of matchesOf(text, run)) {
    for (const [offset, value] of readings(whole)) {
      const decoded = decode(value);
      if (!decoded || !findSecrets(decoded, depth + 1).length) continue;
      const from = index + offset;
      spans.push({ from, to: from + value.length, kind: 'encoded', value });
      break;
    }
  }
  return spans;
}

/** All of it, and what is behind a path or a prefix. */
function readings(whole: string): [number, string][] {
  const last = Math.max(
    whole.lastIndexOf('/'),
    whole.lastIndexOf('-'),
    whole.lastIndexOf('_'),
  );
  return last > 0 && whole.length - last > 16
    ? [
        [0, whole],
        [last + 1, whole.slice(last + 1)],
      ]
    : [[0, whole]];
}

function decode(value: string): string | undefined {
  if (/^[0-9a-f]+$/i.test(value)) return undefined;
  // What was cut off need not end well.
  const bare = value.replace(/=+$/, '');
  const whole = bare.slice(0, bare.length - (bare.length % 4 === 1 ? 1 : 0));
  // Most of what is no text shows soon.
  if (!isText(whole.slice(0, 24))) return undefined;
  const text = Buffer.from(whole, 'base64').toString('utf8');
  return /[^\P{C}\n\r\t]|\uFFFD/u.test(text.slice(0, -1)) ? undefined : text;
}

function isText(beginning: string): boolean {
  return !/[^\P{Cc}\n\r\t]|\uFFFD(?!$|\uFFFD$|\uFFFD\uFFFD$)/u.test(
    Buffer.from(beginning, 'base64').toString('utf8'),
  );
}
