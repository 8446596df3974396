import type { JsonObject } from '@backstage/types';
import type { Delivery, Reading } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import type { BuiltInAdapter } from '../../intake/BuiltInAdapter';
import {
  anything,
  alertEventOf,
  hashOf,
  instantOf,
  readBody,
  severityOf,
  UnreadableError,
} from '../shared';
import { readChange } from './readChange';
import { routingKey } from './routingKey';

const links = z
  .array(z.looseObject({ href: anything }))
  .nullish()
  .catch([]);

const payload = z.looseObject({
  summary: z.string().min(1),
  source: anything,
  severity: anything,
  timestamp: anything,
  component: anything,
  group: anything,
  class: anything,
  custom_details: anything,
});

const event = z.looseObject({
  event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
  dedup_key: z.string().nullish(),
  payload: payload.nullish(),
  client: anything,
  client_url: anything,
  links,
});

/**
 * PagerDuty's Events API v2, so that what sends to PagerDuty can send here: alert events, and change
 * events, which have no `event_action`.
 *
 * Source: https://developer.pagerduty.com/docs/events-api-v2-overview, read in August 2026
 */
export const pagerdutyEventsAdapter: BuiltInAdapter = {
  id: 'pagerduty-events',
  title: 'PagerDuty Events API',
  contract: 'Events API v2 (PD-CEF), alert and change events',
  signature: routingKey,
  redact: body =>
    isObject(body) && 'routing_key' in body
      ? { ...body, routing_key: 'redacted' }
      : body,
  read(delivery) {
    const { body } = delivery;
    if (isObject(body) && body.event_action === undefined && body.payload)
      return readChange(delivery);
    return readAlert(delivery);
  },
};

function readAlert({ body, receivedAt }: Delivery): Reading {
  const found = readBody(event, body, 'Send an event of the Events API v2');
  const { event_action: action, payload: said } = found;
  // It says that someone is at it; the alert is known from its trigger.
  if (action === 'acknowledge') return { alerts: [] };
  if (action === 'trigger' && !said)
    throw new UnreadableError('a trigger needs a payload', 'payload');
  if (action === 'resolve' && !found.dedup_key)
    throw new UnreadableError(
      'a resolve needs the key of its trigger',
      'dedup_key',
    );
  const at = instantOf(said?.timestamp, 'payload.timestamp') ?? receivedAt;
  return {
    alerts: [
      alertEventOf({
        fingerprint:
          found.dedup_key ||
          hashOf(
            ...[said?.summary, said?.source, said?.component, said?.class].map(
              part => JSON.stringify(part) ?? '',
            ),
          ),
        status: action === 'resolve' ? 'resolved' : 'firing',
        name: [said?.class, said?.summary, found.dedup_key],
        title: [said?.summary, found.dedup_key],
        severity: severityOf(said?.severity),
        startsAt: at,
        endsAt: action === 'resolve' ? at : undefined,
        labels: {
          source: said?.source,
          component: said?.component,
          group: said?.group,
          class: said?.class,
          ...(isObject(said?.custom_details) && said.custom_details),
        },
        annotations: { client: found.client },
        url: found.client_url ?? found.links?.[0]?.href,
        raw: body,
      }),
    ],
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
