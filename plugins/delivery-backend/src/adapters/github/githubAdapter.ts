import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import {
  anySame,
  hmacHex,
  type SignatureCheck,
} from '@ghostlight/reliability-node';
import { Fields } from '../shared';
import { readDeployment } from './readDeployment';
import { readWorkflowRun } from './readWorkflowRun';

/** Source: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
const githubSignature: SignatureCheck = {
  title: 'X-Hub-Signature-256',
  verify: ({ rawBody, headers, secrets }) =>
    anySame(
      [headers['x-hub-signature-256'] ?? ''],
      secrets.map(secret => `sha256=${hmacHex('sha256', secret, rawBody)}`),
    ),
};

/**
 * Webhooks of a repository or organisation: deployments with their statuses, and runs of workflows that
 * deploy. All other events are taken and left.
 *
 * Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export const githubAdapter: ChangeAdapter = {
  id: 'github',
  title: 'GitHub',
  contract: 'GitHub webhooks deployment, deployment_status and workflow_run',
  headers: ['x-github-event', 'x-github-delivery'],
  signature: githubSignature,
  read({ body, headers, receivedAt }) {
    const event = Fields.of(body);
    const deliveryId = headers['x-github-delivery'];
    const read = (): ChangeReport[] => {
      switch (headers['x-github-event'] ?? kindOf(event)) {
        case 'deployment':
        case 'deployment_status':
          return readDeployment(event, receivedAt);
        case 'workflow_run':
          return readWorkflowRun(event, receivedAt);
        default:
          return [];
      }
    };
    return { changes: read(), ...(deliveryId && { deliveryId }) };
  },
};

/** For senders that hand the body on without its headers. */
function kindOf(event: Fields): string | undefined {
  return ['deployment_status', 'deployment', 'workflow_run'].find(
    name => event.raw(name) !== undefined,
  );
}
