import type { RedactionKind } from '../kinds';
import { isWorthHiding } from '../names';
import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

const authorization =
  /\b(?:proxy-)?authorization["']?\]?[ \t]{0,8}(?:[:=]|=>|,)[ \t]{0,8}["'[]{0,2}(?:(?:bearer|basic|digest|token|apikey|key|negotiate|ntlm|aws4-hmac-sha256|splunk|genie)[ \t]{1,8})?([^\r\n"']{1,4000})/gi;
const bearer = /\bbearer[ \t:=]{1,8}["']?([A-Za-z0-9._~+/=-]{6,4000})/gi;
const basic = /\bbasic[ \t]{1,8}["']?([A-Za-z0-9+/_-]{6,4000}={0,2})/gi;
const cookies =
  /\b(?:set-)?cookie2?["']?\]?[ \t]{0,8}(?:[:=]|=>|,)[ \t]{0,8}["'[]{0,2}([^\r\n"']{3,8000})/gi;
const login =
  /(?:^|\s)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']{1,100}:([^\s"']{1,300})/g;

const identified =
  /identified[ \t]{1,4}by[ \t]{1,4}(?:password[ \t]{1,4})?['"]([^'"\r\n]{1,300})/gi;

/** What each of these has in it. */
const anyOfThem = /authorization|bearer|basic|cookie|identified|-u/i;

/** Credentials in headers and on command lines. */
export function findHeaders(text: string): Span[] {
  if (!anyOfThem.test(text)) return [];
  return [
    ...groups(text, authorization, 'token', value =>
      isWorthHiding(value, { kind: 'token', sure: true }),
    ),
    ...groups(
      text,
      bearer,
      'token',
      value => value.length >= 20 || /\d/.test(value),
    ),
    ...groups(text, basic, 'password', isUserAndPassword),
    ...groups(text, cookies, 'cookie', value => value.includes('=')),
    ...groups(text, identified, 'password', () => true),
    ...groups(text, login, 'password', value => !value.startsWith('//')),
  ];
}

function isUserAndPassword(value: string): boolean {
  if (value.endsWith('=')) return true;
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return decoded.includes(':') || (/\d/.test(value) && /[A-Z]/.test(value));
}

function groups(
  text: string,
  pattern: RegExp,
  kind: RedactionKind,
  holds: (value: string) => boolean,
): Span[] {
  const spans: Span[] = [];
  for (const found of matchesOf(text, pattern)) {
    const value = found[1].trimEnd();
    if (!value || !holds(value)) continue;
    const from = found.index + found[0].length - found[1].length;
    spans.push({ from, to: from + value.length, kind, value });
  }
  return spans;
}
