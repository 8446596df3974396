import { isTelling, isWorthHiding, type Telling } from '../names';
import type { Shadow } from '../shadow';
import type { Span } from '../spans';
import { readValue } from './readValue';

/** Parts of names that may tell of a secret; the whole name decides. */
const hint =
  /pass|pwd|secret|token|credential|auth|key|sess|signature|\bsig\b|salt|nonce|\bsid\b|dsn|connection|conn|csrf|xsrf|otp|cvv|cvc|\bpin\b|kennwort|contrase|webhook/gi;
const inName = /[A-Za-z0-9_.$-]/;
const mostName = 64;
const long = 300;
/** Between a name and its value. */
const separator =
  /["'`]?[\])]{0,2}[ \t]{0,8}(?:(?::=|=>|->|=|:)|["']?[ \t\r\n]{0,8},?[ \t\r\n]{0,40}(?:-[ ])?["']?value["']?[ \t]{0,4}[:=])/iy;
const tuple = /["'][ \t]{0,4},[ \t]{0,4}(?=["'])/y;
const element = />/y;
const quoted = /[ \t]{1,4}(?=')/y;
const flag = /[ \t]{1,8}/y;
const isWord = /[ \t]{1,4}(?:is|was)[ \t]{1,4}(?=["'`]|\S*\d)/iy;

/** Values beside names that tell of a secret: in parameters, JSON, YAML, XML, flags and settings. */
export function findFields(text: string, shadow: Shadow): Span[] {
  const spans: Span[] = [];
  hint.lastIndex = 0;
  for (let found = hint.exec(text); found; found = hint.exec(text)) {
    const name = nameAround(text, found.index, found.index + found[0].length);
    hint.lastIndex = Math.max(hint.lastIndex, name.to);
    const telling = isTelling(text.slice(name.from, name.to));
    if (!telling) continue;
    const at = valueAfter(text, name, telling);
    if (at === undefined) continue;
    for (const { from, to } of readValue(text, shadow, at, telling)) {
      // What is long is not read again for each name that may be in it.
      if (to - from > long) hint.lastIndex = Math.max(hint.lastIndex, to);
      const value = text.slice(from, to);
      if (!isWorthHiding(value, telling)) continue;
      spans.push({ from, to, kind: telling.kind, value });
      hint.lastIndex = Math.max(hint.lastIndex, to);
    }
  }
  return spans;
}

interface Name {
  from: number;
  to: number;
}

function nameAround(text: string, start: number, end: number): Name {
  let from = start;
  while (from > 0 && start - from < mostName && inName.test(text[from - 1]))
    from -= 1;
  let to = end;
  while (to < text.length && to - end < mostName && inName.test(text[to]))
    to += 1;
  // `api key`, and `connection string` of settings.
  const two = /^ (?:key|string|id)\b/i.exec(text.slice(to, to + 8));
  if (
    two &&
    /(?:api|access|secret|private|account|connection|session)$/i.test(
      text.slice(from, to),
    )
  )
    to += two[0].length;
  const before = /(?:api|access|secret|private|account|session) $/i.exec(
    text.slice(Math.max(0, from - 9), from),
  );
  if (before) from -= before[0].length;
  while (to > end && /[.-]/.test(text[to - 1])) to -= 1;
  return { from, to };
}

/** Where its value begins, if it has one. */
function valueAfter(
  text: string,
  { from, to }: Name,
  telling: Telling,
): number | undefined {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = to;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };
  const plain = match(separator) ?? match(tuple);
  if (plain !== undefined) return plain;
  if (text[from - 1] === '<') return match(element);
  if (/^--?[a-z]/i.test(text.slice(from, from + 3))) return match(flag);
  if (telling.kind === 'password') return match(quoted) ?? match(isWord);
  return telling.sure ? match(isWord) : undefined;
}
