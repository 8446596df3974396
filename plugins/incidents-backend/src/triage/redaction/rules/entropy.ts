import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

const run = /(?<![A-Za-z0-9+/_=~-])[A-Za-z0-9+/_=~-]{36,}/g;

/** Long values that mix letters of both cases and digits as chance does, whatever is beside them. */
export function findEntropy(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: value } of matchesOf(text, run)) {
    if (!looksRandom(value)) continue;
    // Checksums as packages have them.
    if (
      /sha(?:1|256|384|512)[-:]$/i.test(
        text.slice(Math.max(0, index - 8), index),
      )
    )
      continue;
    if (/^sha(?:1|256|384|512)-/.test(value)) continue;
    const to = index + value.length;
    spans.push({ from: index, to, kind: 'secret', value });
  }
  return spans;
}

function looksRandom(value: string): boolean {
  const most = value.slice(0, 400);
  const count = (pattern: RegExp) => most.match(pattern)?.length ?? 0;
  if (count(/[A-Z]/g) < 4 || count(/[a-z]/g) < 4 || count(/\d/g) < 3)
    return false;
  if (count(/[/]/g) > most.length / 10) return false;
  // Words stay in one case for long; what is random does not.
  const turns = count(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g);
  return turns > most.length * 0.35;
}
