import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  identity,
  labelsOfTags,
  readDeliveries,
  severityOf,
} from '../shared';

const delivery = z.looseObject({
  action: z.string().min(1).max(100),
  alert: z.looseObject({ alertId: identity }),
});

const meanings = new Map<string, 'firing' | 'resolved'>([
  ['create', 'firing'],
  // The alert is open when its priority changes, and the new one counts.
  ['updatepriority', 'firing'],
  ['close', 'resolved'],
  ['delete', 'resolved'],
]);

/**
 * Alerts of Opsgenie and Jira Service Management, sent by the outgoing Webhook integration. Actions on
 * an alert that say nothing of whether it fires (Acknowledge, AddNote, AssignOwnership, …) are taken and
 * make no event: a note may be added to what is closed, and must not open it again.
 *
 * Fingerprint: `alert.alias`, which is the same when the thing fires again; else `alert.alertId`.
 * `createdAt` is in milliseconds, `updatedAt` in nanoseconds.
 *
 * Source: https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/
 * (read November 2026)
 */
export const opsgenieAdapter: Adapter = {
  id: 'opsgenie',
  title: 'Opsgenie',
  contract: 'outgoing Webhook integration, alert action data',
  read: ({ body, receivedAt }) =>
    readDeliveries(body, {
      schema: delivery,
      fix: 'Send the alert actions of the Webhook integration',
      read({ action, alert, ...rest }, raw, path) {
        const status = meanings.get(action.toLowerCase());
        if (!status) return {};
        const at = path ? `${path}.alert` : 'alert';
        const updatedAt =
          firstInstant(at, { updatedAt: alert.updatedAt }) ?? receivedAt;
        const createdAt = firstInstant(at, { createdAt: alert.createdAt });
        const { alias } = alert;
        return {
          alerts: [
            alertEventOf({
              fingerprint: isText(alias) ? alias : alert.alertId,
              status,
              name: [alert.message, alert.alias],
              title: [alert.message, alert.alias, alert.alertId],
              description: alert.description,
              severity: severityOf(alert.priority, 'warning'),
              startsAt: createdAt ?? updatedAt,
              endsAt: status === 'resolved' ? updatedAt : undefined,
              labels: {
                ...labelsOfTags(alert.tags),
                ...(isRecord(alert.details) ? alert.details : {}),
                entity: alert.entity || undefined,
                source: alert.source || undefined,
                integration: rest.integrationName,
              },
              annotations: {
                note: alert.note,
                closedBy: status === 'resolved' ? alert.username : undefined,
                tinyId: alert.tinyId,
                alertId: alert.alertId,
              },
              raw,
            }),
          ],
        };
      },
    }),
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
