import type { Span } from '../spans';

const local = /[\p{L}\p{N}._%+~-]/u;
const host = /[\p{L}\p{N}.-]/u;
/** What follows an @ and a dot in names of units, images and packages. */
const noDomain =
  /\.(?:service|socket|timer|mount|target|slice|scope|path|\d+)$/i;

/** Addresses of e-mail. Digests of images, versions of packages and names of units are none. */
export function findMails(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && at - from < 64 && local.test(text[from - 1])) from -= 1;
    while (from < at && /[._%+~-]/.test(text[from])) from += 1;
    let to = at + 1;
    while (to < text.length && to - at < 254 && host.test(text[to])) to += 1;
    while (to > at && /[.-]/.test(text[to - 1])) to -= 1;
    const domain = text.slice(at + 1, to);
    const name = text.slice(from, at);
    if (!name || !/^[^.].*\.[\p{L}][\p{L}\p{N}-]*$/u.test(domain)) continue;
    if (noDomain.test(domain) || domain.includes('..')) continue;
    // A remote of git, not somebody.
    if (name === 'git' && text[to] === ':') continue;
    const value = text.slice(from, to).toLowerCase();
    spans.push({ from, to, kind: 'e-mail', value });
  }
  return spans;
}
