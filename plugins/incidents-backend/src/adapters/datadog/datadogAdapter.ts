import type { Adapter, AlertSeverity } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  given,
  identity,
  labelsOfTags,
  readDeliveries,
  severityOf,
  UnreadableError,
  valueOf,
} from '../shared';

const template = z.looseObject({
  alert_transition: z.string(),
  alert_id: identity,
});

const firing = new Set([
  'triggered',
  're-triggered',
  'warn',
  're-warn',
  'no data',
  're-no data',
  'renotify',
]);

/**
 * Monitors of Datadog, sent by its Webhooks integration with the payload template of our README: the
 * body has no fixed form there, its variables have.
 *
 * Fingerprint: `$AGGREG_KEY` with the scope, which stay the same from one cycle of a monitor's group to
 * the next, so that flapping is seen; `$ALERT_CYCLE_KEY` only where neither is given.
 *
 * Source: https://docs.datadoghq.com/integrations/webhooks/ (read November 2026)
 */
export const datadogAdapter: Adapter = {
  id: 'datadog',
  title: 'Datadog',
  contract: 'Webhooks integration, Ghostlight payload template 1',
  read: ({ body, receivedAt }) =>
    readDeliveries(body, {
      schema: template,
      fix: 'Use the payload template of the Datadog adapter’s README',
      deliveryId: item => {
        const id = given(item.id);
        return id && `${id}:${item.alert_transition}`;
      },
      read(item, raw, path) {
        const status = statusOf(item.alert_transition, path);
        const at = firstInstant(path, {
          date: given(item.date),
          last_updated: given(item.last_updated),
        });
        const scope = scopeOf(item.alert_scope);
        const tags = labelsOfTags(given(item.tags));
        const labels = {
          ...tags,
          ...labelsOfTags(scope),
          monitor_id: given(item.alert_id),
          metric: given(item.alert_metric),
          host: given(item.hostname) ?? tags.host,
        };
        return {
          alerts: [
            alertEventOf({
              fingerprint: fingerprint(item, scope, path),
              status,
              name: [monitorOf(item.alert_title), monitorOf(item.event_title)],
              title: [given(item.alert_title), given(item.event_title)],
              description: given(item.text) ?? given(item.alert_status),
              severity: severity(item),
              startsAt: at ?? receivedAt,
              endsAt: status === 'resolved' ? at ?? receivedAt : undefined,
              labels,
              annotations: {
                query: given(item.alert_query),
                status: given(item.alert_status),
                cycle: given(item.alert_cycle_key),
                organization: given(item.org_name),
              },
              url: given(item.link),
              raw,
            }),
          ],
        };
      },
    }),
};

type Item = z.infer<typeof template>;

function statusOf(transition: string, path: string): 'firing' | 'resolved' {
  const word = transition.trim().toLowerCase();
  if (firing.has(word)) return 'firing';
  if (word === 'recovered' || word.endsWith(' recovered')) return 'resolved';
  throw new UnreadableError(
    'not a transition of a monitor: expected Triggered, Warn, No Data, Renotify or Recovered',
    path ? `${path}.alert_transition` : 'alert_transition',
    valueOf('Triggered, Warn, No Data, Renotify, Recovered'),
  );
}

function fingerprint(item: Item, scope: string[], path: string): string {
  const monitor = given(item.aggreg_key) ?? given(item.alert_id);
  if (monitor) return [monitor, ...scope].join('|');
  const cycle = given(item.alert_cycle_key);
  if (cycle) return cycle;
  throw new UnreadableError(
    'no identity: send $AGGREG_KEY, $ALERT_ID or $ALERT_CYCLE_KEY',
    path ? `${path}.aggreg_key` : 'aggreg_key',
    { code: 'unreadable.alert', params: {} },
  );
}

/** The group that fired, in an order of its own: Datadog promises none. */
function scopeOf(value: unknown): string[] {
  return (given(value) ?? '')
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag && tag !== '*')
    .sort();
}

/** `[Triggered on {host:a}] Host is down` → `Host is down`. */
function monitorOf(title: unknown): string | undefined {
  return given(title)?.replace(/^\[[^\]]{0,1000}\]\s*/, '');
}

function severity(item: Item): AlertSeverity {
  const word = item.alert_transition.trim().toLowerCase();
  if (word === 'warn' || word === 're-warn') return 'warning';
  const priority = given(item.alert_priority);
  return severityOf(priority, severityOf(given(item.alert_type), 'error'));
}
