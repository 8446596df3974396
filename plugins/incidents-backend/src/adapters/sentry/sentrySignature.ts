import type { SignatureCheck } from '@ghostlight/reliability-node';
import { anySame, hmacHex } from '../shared';

/**
 * `Sentry-Hook-Signature`: HMAC-SHA256 of the raw body with the integration's client secret, in
 * hexadecimal. The header carries one signature, and the time is not signed: a replay is known by its
 * `Request-ID`.
 *
 * Source: https://docs.sentry.io/organization/integrations/integration-platform/webhooks/
 */
export const sentrySignature: SignatureCheck = {
  title: 'Sentry-Hook-Signature (HMAC-SHA256)',
  verify: ({ rawBody, headers, secrets }) => {
    const shown = headers['sentry-hook-signature'];
    if (!shown) return false;
    return anySame(
      [shown.trim().toLowerCase()],
      secrets.map(secret => hmacHex('sha256', secret, rawBody)),
    );
  },
};
