import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  identity,
  UnreadableError,
  type ItemReading,
} from '../shared';
import type { SentryContext } from './SentryContext';

const text = z.string().nullish();

export const metricAlert = z.looseObject({
  metric_alert: z.looseObject({
    id: identity,
    alert_rule: z.looseObject({ id: identity, name: text }).nullish(),
  }),
});

const severities = new Map([
  ['critical', 'critical'],
  ['warning', 'warning'],
] as const);

/** A metric alert: a threshold was crossed, or no longer is. */
export function readMetricAlert(
  data: z.infer<typeof metricAlert>,
  { action, raw, receivedAt, path }: SentryContext,
): ItemReading {
  const { metric_alert: alert } = data;
  const rule = alert.alert_rule;
  const resolved = action === 'resolved';
  const severity = severities.get(action as 'critical' | 'warning');
  if (!resolved && !severity) {
    throw new UnreadableError(
      'expected critical, warning or resolved',
      path.replace(/data$/, 'action'),
    );
  }
  const projects = namesOf(alert.projects ?? rule?.projects);
  const at = `${path}.metric_alert`;
  const startsAt = firstInstant(at, {
    date_started: alert.date_started,
    date_detected: alert.date_detected,
    date_created: alert.date_created,
  });
  const endsAt = firstInstant(at, { date_closed: alert.date_closed });
  return {
    alerts: [
      alertEventOf({
        // A rule keeps its id from one incident of Sentry to the next.
        fingerprint: rule
          ? ['metric', rule.id, ...projects].join(':')
          : `metric-incident:${alert.id}`,
        status: resolved ? 'resolved' : 'firing',
        name: [rule?.name, data.description_title],
        title: [data.description_title, rule?.name],
        description: data.description_text,
        severity: severity ?? 'warning',
        startsAt: startsAt ?? receivedAt,
        endsAt: resolved ? endsAt ?? receivedAt : undefined,
        labels: {
          project: projects,
          aggregate: rule?.aggregate,
          dataset: rule?.dataset,
        },
        annotations: { query: rule?.query, incident: alert.identifier },
        environment: rule?.environment,
        url: data.web_url,
        raw,
      }),
    ],
  };
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(name => typeof name === 'string')
    .slice(0, 50)
    .sort();
}
