import type { Adapter, AlertSeverity } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  given,
  identity,
  readDeliveries,
  severityOf,
  UnreadableError,
  valueOf,
} from '../shared';

const parameters = z.looseObject({
  event_id: identity,
  event_value: identity,
});

/** `{EVENT.NSEVERITY}`: not classified, information, warning, average, high, disaster. */
const severities: AlertSeverity[] = [
  'info',
  'info',
  'warning',
  'warning',
  'error',
  'critical',
];

/**
 * Problems of Zabbix, sent by the webhook media type of our README. `{EVENT.ID}` is that of the problem
 * in a recovery message too, so it is the fingerprint, as in Zabbix's own media types. Updates (a
 * comment, an acknowledgement) are taken and make no event.
 *
 * Source: https://www.zabbix.com/documentation/7.0/en/manual/appendix/macros/supported_by_location and
 * the media types of zabbix/zabbix, `templates/media` (read November 2026)
 */
export const zabbixAdapter: Adapter = {
  id: 'zabbix',
  title: 'Zabbix',
  contract:
    'webhook media type, Ghostlight parameters 1 (Zabbix 6.0 and later)',
  read: ({ body, receivedAt }) =>
    readDeliveries(body, {
      schema: parameters,
      fix: 'Use the media type of the Zabbix adapter’s README',
      read(item, raw, path) {
        const at = (name: string) => (path ? `${path}.${name}` : name);
        const id = given(item.event_id);
        if (!id)
          throw new UnreadableError('no event id', at('event_id'), {
            code: 'unreadable.alert',
            params: {},
          });
        const status = statusOf(item.event_value, at('event_value'));
        if (given(item.event_update_status) === '1') return {};
        const startsAt =
          firstInstant(path, { started_at: given(item.started_at) }) ??
          receivedAt;
        const endsAt = firstInstant(path, {
          recovered_at: given(item.recovered_at),
        });
        return {
          alerts: [
            alertEventOf({
              fingerprint: id,
              status,
              name: [given(item.trigger_name), given(item.event_name)],
              title: [given(item.event_name), given(item.trigger_name)],
              description:
                given(item.trigger_description) ?? given(item.message),
              severity:
                severities[Number(given(item.severity))] ??
                severityOf(given(item.severity), 'warning'),
              startsAt,
              endsAt: status === 'resolved' ? endsAt ?? receivedAt : undefined,
              labels: {
                ...tagsOf(item.tags),
                host: given(item.host),
                host_groups: given(item.host_groups),
                trigger_id: given(item.trigger_id),
              },
              annotations: {
                operational_data: given(item.opdata),
                host_ip: given(item.host_ip),
                recovery_event_id: given(item.recovery_id),
              },
              url: linkTo(item, id),
              raw,
            }),
          ],
        };
      },
    }),
};

function statusOf(value: string, field: string): 'firing' | 'resolved' {
  if (value.trim() === '1') return 'firing';
  if (value.trim() === '0') return 'resolved';
  throw new UnreadableError(
    'expected 0 (OK) or 1 (problem)',
    field,
    valueOf('0 (OK), 1 (problem)'),
  );
}

/** `{EVENT.TAGSJSON}`, `[{"tag": "service", "value": "payments"}]`, as a list or as its text. */
function tagsOf(value: unknown): Record<string, string> {
  const list = z
    .array(z.looseObject({ tag: z.string(), value: z.string().nullish() }))
    .safeParse(typeof value === 'string' ? jsonOf(value) : value);
  if (!list.success) return {};
  return Object.fromEntries(
    list.data.map(({ tag, value: text }) => [tag, text || 'true']),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function linkTo(item: Record<string, unknown>, id: string): string | undefined {
  const base = given(item.zabbix_url);
  const trigger = given(item.trigger_id);
  if (!base || !trigger || !/^\d+$/.test(id) || !/^\d+$/.test(trigger))
    return undefined;
  return `${base.replace(
    /\/+$/,
    '',
  )}/tr_events.php?triggerid=${trigger}&eventid=${id}`;
}
