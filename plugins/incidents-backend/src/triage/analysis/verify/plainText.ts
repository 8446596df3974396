import { toUSVString } from 'node:util';

/** Controls, bidirectional overrides, zero-width and tag characters, soft hyphens, variation selectors. */
const unseen =
  /\p{Cc}|[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Text in one form and one line, without characters that nobody sees. */
export function plainText(text: string, most: number): string {
  const one = toUSVString(text)
    .normalize('NFKC')
    .replace(/[\n\r\t\u2028\u2029]/g, ' ')
    .replace(unseen, '')
    // What was apart before may have come together.
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
  return one.length <= most
    ? one
    : `${one.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whether there are characters in a text that nobody sees. */
export function hidesSomething(text: string): boolean {
  return (
    toUSVString(text)
      .replace(/[\n\r\t]/g, ' ')
      .search(unseen) >= 0
  );
}

const domains =
  'com|net|org|io|dev|app|co|xyz|info|biz|ru|cn|top|site|online|link|click|live|page|pro|shop|store|tech|cloud|zip|mov|example|test|invalid|localhost|onion|ai|me|tk|cc|ly|gg|gl|to|sh|eu|es|de|fr|uk|us|in|br|mx|ar|cl|pe|tv|ws|su';

const addresses = [
  // Any scheme, also an invented one, and one that begins with slashes.
  /:\s?[/\\]{2}/,
  /(^|[^\w/])\/\/[^\s/]/,
  /\b(?:javascript|vbscript|data|mailto|file|ftp|tel|sms|blob|about|intent|hxxps?|https?)\s?:\s?\S/i,
  /\bwww\d?\s?\./i,
  // A host with a path, a port or a question.
  /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?[/?#][^\s]/iu,
  // A host alone under a domain that programs make links of.
  new RegExp(
    `[\\p{L}\\p{N}-]{2,}\\.(?:[\\p{L}\\p{N}-]+\\.)*(?:${domains})(?!\\.?[\\p{L}\\p{N}_-])`,
    'iu',
  ),
  // An IP address with a port or a path.
  /\b\d{1,3}(?:\.\d{1,3}){3}[:/]\S/,
  /\bxn--/i,
  /[^\s@]+@[^\s@]+\.\p{L}{2,}/u,
];

const markup = [
  // Markdown links, images, references, autolinks; HTML.
  /!?\[[^\]]*\]\s?[([:]/,
  /!\[/,
  /<[\p{L}/!?][^>]*(?:>|$)/u,
  /&(?:#x?[\da-f]+|[a-z]{2,10});/i,
  /```|~~~/,
  // What others fill in.
  /\$\{|\{\{|\{%/,
  // Percent signs that hide letters.
  /%[2-7][\da-f]%[2-7][\da-f]/i,
];

/** Whether something in a text is, or may be made, an address. The text is a plain one. */
export function namesAddress(text: string): boolean {
  const read = text.replace(/[\u3002\uff61\uff0e\u2024]/g, '.');
  return addresses.some(pattern => pattern.test(read));
}

/** Whether a program that renders Markdown or HTML would make something of a text. */
export function hasMarkup(text: string): boolean {
  return markup.some(pattern => pattern.test(text));
}
