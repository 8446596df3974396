import { createHmac } from 'node:crypto';

/**
 * HMAC with SHA-256 over bytes, in base64.
 *
 * @public
 */
export function hmacBase64(
  secret: string | Buffer,
  ...parts: (string | Buffer)[]
): string {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest('base64');
}
