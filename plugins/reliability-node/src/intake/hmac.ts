import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * HMAC over bytes, in hexadecimal.
 *
 * @public
 */
export function hmacHex(
  algorithm: 'sha256' | 'sha1',
  secret: string,
  ...parts: (string | Buffer)[]
): string {
  const hmac = createHmac(algorithm, secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

/**
 * Whether two texts are the same, in a time that tells nothing of where they differ.
 *
 * @public
 */
export function sameText(one: string, other: string): boolean {
  // Hashes are of one length, which timingSafeEqual asks for.
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/**
 * Whether one of the shown texts is one of those expected. Looks at all pairs, whatever it finds.
 *
 * @public
 */
export function anySame(shown: string[], expected: string[]): boolean {
  let found = false;
  for (const one of shown)
    for (const other of expected) found = sameText(one, other) || found;
  return found;
}
