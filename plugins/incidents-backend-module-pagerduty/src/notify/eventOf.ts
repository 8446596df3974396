import type { JsonObject } from '@backstage/types';
import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';

export type EventAction = 'trigger' | 'acknowledge' | 'resolve';

const severities: Record<string, string> = {
  SEV1: 'critical',
  SEV2: 'error',
  SEV3: 'warning',
  SEV4: 'info',
};

/**
 * What PagerDuty is to do. A trigger under the key of an alert that is open is added to it and calls
 * nobody again.
 */
export function actionOf({ kind, incident }: NotificationMessage): EventAction {
  if (kind === 'resolved') return 'resolve';
  // An escalation means that nobody has acknowledged it yet.
  return kind === 'status' && incident?.acknowledgedAt
    ? 'acknowledge'
    : 'trigger';
}

/**
 * Begins the key of everything that is sent: what comes back through PagerDuty's webhook is known by
 * it, and not taken for an alert.
 */
const keyPrefix = 'ghostlight/';

/** An event of the Events API v2. Its key is the incident's, so that all of an incident is one alert there. */
export function eventOf(
  message: NotificationMessage,
  action: EventAction,
  routingKey: string,
): JsonObject {
  const { incident, subject, body, recipients } = message;
  const event = {
    routing_key: routingKey,
    event_action: action,
    dedup_key: `${keyPrefix}${incident?.id ?? message.key}`.slice(0, 255),
  };
  if (action !== 'trigger') return event;
  return {
    ...event,
    client: 'Ghostlight',
    ...(incident
      ? {
          client_url: incident.url,
          links: [{ href: incident.url, text: incident.id }],
        }
      : {}),
    payload: {
      summary: Array.from(subject).slice(0, 1000).join(''),
      source: incident?.originRef ?? incident?.entityRefs[0] ?? 'ghostlight',
      severity: severities[incident?.severity ?? 'SEV4'],
      ...(incident ? { timestamp: incident.startedAt } : {}),
      ...(incident?.originRef ? { component: incident.originRef } : {}),
      ...(incident?.owner ? { group: incident.owner } : {}),
      class: message.kind,
      custom_details: {
        details: body,
        ...(incident
          ? {
              incident: incident.id,
              severity: incident.severity,
              affected: incident.entityRefs.slice(0, 20),
            }
          : {}),
        asked: recipients
          .map(({ name }) => name)
          .slice(0, 20)
          .join(', '),
      },
    },
  };
}
