import type { SignatureCheck } from '@ghostlight/reliability-node';
import { anySame, hmacHex } from '../shared';

/** Signatures that are looked at: PagerDuty sends one for each secret of a rotation. */
const mostSignatures = 10;

/** `X-PagerDuty-Signature: v1=<hex>,v1=<hex>`: HMAC-SHA256 over the raw body. */
export const pagerdutySignature: SignatureCheck = {
  title: 'PagerDuty v3 signature',
  verify({ rawBody, headers, secrets }) {
    const shown = (headers['x-pagerduty-signature'] ?? '')
      .split(',', mostSignatures)
      .map(part => part.trim())
      .filter(part => part.startsWith('v1='))
      .map(part => part.slice(3).toLowerCase());
    return anySame(
      shown,
      secrets.map(secret => hmacHex('sha256', secret, rawBody)),
    );
  },
};
