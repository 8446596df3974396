import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gi;
const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gi;
const bodyOnly = /MI[ICEG][A-Za-z0-9+/]{60,}={0,2}/g;
/** Longer than any key. */
const longest = 20_000;

/** Private keys in PEM, also cut off at either end. Certificates and public keys stay. */
export function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = [];
  const add = (from: number, to: number) =>
    spans.push({
      from,
      to,
      kind: 'private-key',
      value: text.slice(from, to).replace(/\s+/g, ''),
    });
  const ends = matchesOf(text, end).map(found => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
  let next = 0;
  let done = 0;
  for (const found of matchesOf(text, begin)) {
    if (found.index < done) continue;
    const after = found.index + found[0].length;
    while (next < ends.length && ends[next].from < after) {
      headless(text, done, ends[next], add);
      next += 1;
    }
    const last = ends[next];
    if (last && last.from - after < longest) {
      done = last.to;
      next += 1;
    } else {
      done = endOfBody(text, after);
    }
    add(found.index, done);
  }
  for (; next < ends.length; next++) {
    headless(text, done, ends[next], add);
    done = ends[next].to;
  }
  for (const found of matchesOf(text, bodyOnly))
    add(found.index, found.index + found[0].length);
  return spans;
}

/** A key that was cut off at its head: what looks like one before its last line. */
function headless(
  text: string,
  least: number,
  last: { from: number; to: number },
  add: (from: number, to: number) => void,
): void {
  let { from } = last;
  const first = Math.max(least, from - longest);
  while (from > first && /[A-Za-z0-9+/=\s]/.test(text[from - 1])) from -= 1;
  add(from, last.to);
}

const part =
  /[\s"'\\,|>]{1,40}|(?:Proc-Type|DEK-Info|Version|Comment): [^\r\n]{0,100}|[A-Za-z0-9+/]{1,20000}={0,2}/y;

/** Where a key ends whose last line is missing. */
function endOfBody(text: string, from: number): number {
  let to = from;
  part.lastIndex = from;
  for (
    let found = part.exec(text);
    found && part.lastIndex - from < longest;
    found = part.exec(text)
  ) {
    const [each] = found;
    const isKey =
      each.length >= 20 || /\d|=|[a-z][A-Z]/.test(each) || each.includes(':');
    if (/^[A-Za-z0-9+/]/.test(each)) {
      if (!isKey && part.lastIndex < text.length) break;
      to = part.lastIndex;
    }
  }
  return to;
}
