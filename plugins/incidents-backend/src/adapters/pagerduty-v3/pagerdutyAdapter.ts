import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  anything,
  alertEventOf,
  instantOf,
  readBody,
  severityOf,
} from '../shared';
import { pagerdutySignature } from './pagerdutySignature';

/** Begins the keys of what Ghostlight's own notifier opens there. It must not come back as an alert. */
const ownKeys = 'ghostlight/';

const reference = z.looseObject({ id: anything, summary: anything }).nullish();

const message = z.looseObject({
  event: z.looseObject({
    id: z.string().optional(),
    event_type: z.string(),
    occurred_at: anything,
    data: z.custom<unknown>(() => true),
  }),
});

const incident = z.looseObject({
  event: z.looseObject({
    data: z.looseObject({
      id: z.string().min(1),
      title: anything,
      status: z.string().optional(),
      incident_key: z.string().nullish(),
      created_at: anything,
      reopened_at: anything,
      html_url: anything,
      number: anything,
      urgency: anything,
      service: reference,
      priority: reference,
      escalation_policy: reference,
      teams: z.array(reference).nullish(),
      incident_type: z.looseObject({ name: anything }).nullish(),
    }),
  }),
});

/**
 * PagerDuty's webhook subscriptions (v3): one event a request, at least once, in order per incident,
 * within 5 s. Incidents become alerts; notes, responders, workflows, services and `pagey.ping` are
 * taken and left.
 *
 * Source: https://developer.pagerduty.com/docs/webhooks-overview, read in August 2026
 */
export const pagerdutyAdapter: Adapter = {
  id: 'pagerduty',
  title: 'PagerDuty',
  contract: 'webhook subscription v3',
  headers: ['x-webhook-id'],
  signature: pagerdutySignature,
  read({ body, headers, receivedAt }) {
    const fix = 'Send a webhook subscription of version 3';
    const { event } = readBody(message, body, fix);
    // The event's own id is signed, the header's is not. Both stay the same when it is sent again.
    const deliveryId = event.id ?? headers['x-webhook-id'];
    const nothing = { alerts: [], deliveryId };
    if (!concernsIncident(event.event_type, event.data)) return nothing;
    const { data } = readBody(incident, body, fix).event;
    if (data.incident_key?.startsWith(ownKeys)) return nothing;

    const occurredAt =
      instantOf(event.occurred_at, 'event.occurred_at') ?? receivedAt;
    const over =
      event.event_type === 'incident.resolved' || data.status === 'resolved';
    const startsAt =
      instantOf(data.reopened_at, 'event.data.reopened_at') ??
      instantOf(data.created_at, 'event.data.created_at') ??
      occurredAt;
    return {
      deliveryId,
      alerts: [
        alertEventOf({
          fingerprint: data.id,
          status: over ? 'resolved' : 'firing',
          name: [data.service?.summary, data.title],
          title: [data.title],
          severity: severityOf(
            data.priority?.summary,
            data.urgency === 'low' ? 'warning' : 'error',
          ),
          startsAt,
          endsAt: over ? occurredAt : undefined,
          labels: {
            service: data.service?.summary,
            pagerduty_service: data.service?.id,
            urgency: data.urgency,
            priority: data.priority?.summary,
            team: data.teams?.map(team => team?.summary),
            escalation_policy: data.escalation_policy?.summary,
            incident_type: data.incident_type?.name,
          },
          annotations: {
            incident_number: data.number,
            incident_key: data.incident_key,
            status: data.status,
            event: event.event_type,
          },
          url: data.html_url,
          raw: body,
        }),
      ],
    };
  },
};

/** Notes and the like are about an incident, and have one in them; they are not one. */
function concernsIncident(type: string, data: unknown): boolean {
  if (!type.startsWith('incident.')) return false;
  const kind = (data as { type?: unknown } | null)?.type;
  return kind === undefined || kind === 'incident';
}
