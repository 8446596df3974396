import {
  anySame,
  hmacBase64,
  type SignatureCheck,
} from '@ghostlight/reliability-node';

/**
 * The secret token of a webhook as GitLab shows it, or its signature where the webhook has a signing token
 * (Standard Webhooks: `webhook-id.webhook-timestamp.body`, base64). A signature that is there must hold.
 *
 * Source: https://docs.gitlab.com/user/project/integrations/webhooks/
 * and https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const gitlabSignature: SignatureCheck = {
  title: 'X-Gitlab-Token or webhook-signature',
  verify({ rawBody, headers, secrets }) {
    const signatures = headers['webhook-signature'];
    if (signatures === undefined)
      return anySame([headers['x-gitlab-token'] ?? ''], secrets);
    const id = headers['webhook-id'] ?? '';
    const at = headers['webhook-timestamp'] ?? '';
    return anySame(
      signatures.split(/[\s,]+/).filter(part => part && part !== 'v1'),
      secrets.map(secret => hmacBase64(keyOf(secret), `${id}.${at}.`, rawBody)),
    );
  },
};

/** `whsec_` is followed by the key in base64. */
function keyOf(secret: string): string | Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : secret;
}
