import type { SignatureCheck } from '@ghostlight/reliability-node';
import { anySame } from '../shared';

/** The secret that the Events API has: the `routing_key` in the body, or the header that some send. */
export const routingKey: SignatureCheck = {
  title: 'PagerDuty routing_key',
  verify({ rawBody, headers, secrets }) {
    const shown = [headers['x-routing-key'], keyIn(rawBody)].filter(
      (key): key is string => typeof key === 'string' && key !== '',
    );
    return anySame(shown, secrets);
  },
};

function keyIn(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'))?.routing_key;
  } catch {
    return undefined;
  }
}
