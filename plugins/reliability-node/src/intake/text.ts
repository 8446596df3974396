import { createHash } from 'node:crypto';
import { toUSVString } from 'node:util';

/**
 * Longest texts that are kept, in UTF-16 units. What is longer is cut, and ends with `…`.
 *
 * @public
 */
export const caps = {
  fingerprint: 300,
  name: 300,
  title: 500,
  description: 10_000,
  labels: 200,
  labelName: 200,
  labelValue: 2_000,
  annotationValue: 10_000,
  url: 2_000,
  environment: 100,
} as const;

// Control characters but for line breaks and tabs, which a text may have; and the characters that
// turn the order of what is shown, which make a text read as another. Right-to-left text needs neither.
const unwanted = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;
/** Some character that is not surely wanted. Quicker than to look for those that are not. */
const suspicious =
  /[^\t\n -~\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;
const breaks = /\s+/g;

/**
 * Text of a stranger as we keep it: well-formed, without control characters (PostgreSQL keeps no
 * U+0000), trimmed, and not longer than `max`. Numbers and booleans are written out; all else is ''.
 *
 * @public
 */
export function cleanText(value: unknown, max: number): string {
  let text = plain(value);
  // Nearly all texts: each alert has dozens.
  if (text.length <= max && !suspicious.test(text)) return text.trim();
  // Enough to find `max` wanted characters in all but an attack, and bounded in an attack.
  if (text.length > max * 4) text = text.slice(0, max * 4);
  text = toUSVString(text.replace(unwanted, ''));
  return cut(text.trim(), max);
}

/**
 * The same on one line.
 *
 * @public
 */
export function cleanLine(value: unknown, max: number): string {
  const text = cleanText(value, max);
  return /[\n\t]/.test(text) ? text.replace(breaks, ' ') : text;
}

/**
 * The first of the values that has a text, on one line.
 *
 * @public
 */
export function firstLine(max: number, ...values: unknown[]): string {
  for (const value of values) {
    const text = cleanLine(value, max);
    if (text) return text;
  }
  return '';
}

/**
 * The same, or undefined where nothing is left.
 *
 * @public
 */
export function optionalText(value: unknown, max: number): string | undefined {
  return cleanText(value, max) || undefined;
}

/**
 * A hash of what makes something that thing.
 *
 * @public
 */
export function hashOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * A sender's fingerprint when it can be kept as it is, else its hash: cutting would make two the same.
 *
 * @public
 */
export function fingerprintOf(value: unknown): string {
  const text = plain(value);
  const kept = cleanText(text, caps.fingerprint);
  return kept === text ? kept : hashOf(text);
}

/**
 * A link to be shown: http or https and not absurdly long; else undefined. It is never fetched.
 *
 * @public
 */
export function linkOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > caps.url) return undefined;
  const text = cleanText(value, caps.url);
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  if (!/[\s<>"'`()[\]{}|\\^]/.test(text)) return text;
  // Encoded, it ends no link and begins no markup where it is written into a message.
  const { href } = new URL(text);
  return href.length <= caps.url ? href : undefined;
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // A pair that the cut would part goes whole.
  const end = /[\ud800-\udbff]/.test(text[max - 2]) ? max - 2 : max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
