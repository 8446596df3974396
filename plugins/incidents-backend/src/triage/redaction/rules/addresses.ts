import { isIP } from 'node:net';
import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

const four = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g;
const six =
  /(?<![A-Za-z0-9_:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\d{0,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?![A-Za-z0-9_:])/gi;
/** In each of the latter. */
const twoColons = /:[0-9a-f]{0,4}:/i;

/** Addresses of the internet, which may be somebody's. Private networks, loopback and versions stay. */
export function findAddresses(text: string): Span[] {
  const spans: Span[] = [];
  const add = (from: number, value: string) =>
    spans.push({ from, to: from + value.length, kind: 'address', value });
  for (const { index, 0: value } of matchesOf(text, four))
    if (isIP(value) === 4 && isPublic(value) && !isVersion(text, index, value))
      add(index, value);
  if (!twoColons.test(text)) return spans;
  for (const { index, 0: value } of matchesOf(text, six))
    if (isIP(value) === 6 && /^(?:[23][0-9a-f]{3}|::ffff:\d)/i.test(value))
      add(index, value.toLowerCase());
  return spans;
}

function isPublic(address: string): boolean {
  const [a, b] = address.split('.').map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  return !((a === 192 && b === 168) || (a === 169 && b === 254));
}

/** `v1.2.3.4`, `Chrome/120.0.0.0`, `version 1.2.3.4`, `lib-1.2.3.4.jar` */
function isVersion(text: string, at: number, value: string): boolean {
  const after = text.slice(at + value.length, at + value.length + 4);
  if (/^:\d/.test(after)) return false;
  const before = text.slice(Math.max(0, at - 16), at);
  return (
    /(?:[A-Za-z]\/|[A-Za-z0-9][-_+~]|\bv|(?:version|release|build|ver)[ "'=:]{1,4}v?)$/i.test(
      before,
    ) || /^(?:[-+][A-Za-z]|\.[A-Za-z]{2})/.test(after)
  );
}
