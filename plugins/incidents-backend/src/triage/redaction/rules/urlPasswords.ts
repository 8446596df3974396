import type { Span } from '../spans';

const ends = /[\s"'<>`]/;
const longest = 600;

/** `scheme://user:password@host`, and a token in the place of the user. */
export function findUrlPasswords(text: string): Span[] {
  const spans: Span[] = [];
  let at = text.indexOf('://');
  for (; at >= 0; at = text.indexOf('://', at + 3)) {
    const from = at + 3;
    let end = from;
    while (end < text.length && end < from + longest && !ends.test(text[end]))
      end += 1;
    const rest = text.slice(from, end);
    const slash = rest.search(/[/?#]/);
    const authority = slash < 0 ? rest : rest.slice(0, slash);
    // A password with a slash that should have been encoded; a port is none.
    let found = '';
    if (authority.includes('@')) found = authority;
    else if (/^[^/?#:@]{0,100}:(?!\d{1,5}[/?#])/.test(rest)) found = rest;
    const last = found.lastIndexOf('@');
    if (last <= 0) continue;
    const colon = found.slice(0, last).indexOf(':');
    const start = colon < 0 ? 0 : colon + 1;
    const value = found.slice(start, last);
    if (!value || (colon < 0 && !/^(?=.*\d)[A-Za-z0-9_.~-]{16,}$/.test(value)))
      continue;
    spans.push({
      from: from + start,
      to: from + last,
      kind: colon < 0 ? 'token' : 'password',
      value,
    });
  }
  return spans;
}
