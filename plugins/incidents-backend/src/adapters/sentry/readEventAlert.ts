import { z } from 'zod';
import {
  alertEventOf,
  cleanLabels,
  firstInstant,
  identity,
  severityOf,
  type ItemReading,
} from '../shared';
import type { SentryContext } from './SentryContext';

export const eventAlert = z.looseObject({
  event: z.looseObject({ issue_id: identity }),
});

/** An issue alert: a rule matched an event of an issue. */
export function readEventAlert(
  data: z.infer<typeof eventAlert>,
  { raw, receivedAt, path }: SentryContext,
): ItemReading {
  const { event } = data;
  const startsAt = firstInstant(`${path}.event`, {
    datetime: event.datetime,
    timestamp: event.timestamp,
  });
  const tags = tagsOf(event.tags);
  return {
    alerts: [
      alertEventOf({
        fingerprint: `issue:${event.issue_id}`,
        status: 'firing',
        name: [data.triggered_rule, event.title],
        title: [event.title, event.message, data.triggered_rule],
        description: event.culprit,
        severity: severityOf(event.level ?? tags.level, 'error'),
        startsAt: startsAt ?? receivedAt,
        labels: {
          ...tags,
          project: projectOf(event.url) ?? event.project,
          platform: event.platform,
          release: event.release,
        },
        annotations: { issue: event.issue_url, logger: event.logger },
        environment: event.environment ?? tags.environment,
        url: event.web_url,
        raw,
      }),
    ],
  };
}

/** `[['env', 'prod'], …]` */
function tagsOf(value: unknown): Record<string, string> {
  if (!Array.isArray(value)) return {};
  const pairs = value
    .slice(0, 200)
    .filter(pair => Array.isArray(pair) && typeof pair[0] === 'string')
    // Who it happened to is nobody's label.
    .filter(([name]) => name !== 'user' && !name.startsWith('user.'));
  return cleanLabels(
    Object.fromEntries(pairs.map(([name, text]) => [name, text])),
  );
}

/** `https://sentry.io/api/0/projects/playhouse/checkout/events/…/` names the project by its slug. */
function projectOf(url: unknown): string | undefined {
  if (typeof url !== 'string' || url.length > 2000) return undefined;
  return /\/projects\/[\w.-]+\/([\w.-]+)\//.exec(url)?.[1];
}
