import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import { readDeliveries, readPart } from '../shared';
import { eventAlert, readEventAlert } from './readEventAlert';
import { issue, readIssue } from './readIssue';
import { metricAlert, readMetricAlert } from './readMetricAlert';
import { sentrySignature } from './sentrySignature';

const delivery = z.looseObject({
  action: z.string().max(100),
  data: z.looseObject({}),
});

/**
 * Issue alerts, metric alerts and issues of Sentry, sent by an internal or public integration.
 *
 * | `Sentry-Hook-Resource` | what it becomes | fingerprint |
 * |---|---|---|
 * | `event_alert` | firing | `issue:` and the issue's id |
 * | `issue`, resolved or archived | resolved | the same |
 * | `metric_alert` | firing, or resolved | `metric:` and the rule's id and projects |
 *
 * The rest (a created issue, comments, installations) is taken and makes no event: what pages is
 * decided by Sentry's alert rules. Without the header, as from a queue, `data` tells the resource.
 *
 * Source: https://docs.sentry.io/organization/integrations/integration-platform/webhooks/
 * (read November 2026)
 */
export const sentryAdapter: Adapter = {
  id: 'sentry',
  title: 'Sentry',
  contract: 'integration platform webhooks: event_alert, metric_alert, issue',
  headers: ['sentry-hook-resource', 'request-id'],
  signature: sentrySignature,
  read({ body, headers, receivedAt }) {
    const resource = headers['sentry-hook-resource'];
    return readDeliveries(body, {
      schema: delivery,
      fix: 'Send the webhooks of a Sentry integration',
      deliveryId: () => headers['request-id'],
      read({ action, data }, raw, path) {
        const at = path ? `${path}.data` : 'data';
        const context = { action, raw, receivedAt, path: at };
        switch (resource ?? resourceOf(data)) {
          case 'event_alert':
            return readEventAlert(readPart(eventAlert, data, at), context);
          case 'metric_alert':
            return readMetricAlert(readPart(metricAlert, data, at), context);
          case 'issue':
            return readIssue(readPart(issue, data, at), context);
          default:
            return {};
        }
      },
    });
  },
};

function resourceOf(data: Record<string, unknown>): string | undefined {
  if (data.metric_alert) return 'metric_alert';
  if (data.event && data.triggered_rule) return 'event_alert';
  return data.issue ? 'issue' : undefined;
}
