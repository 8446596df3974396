import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  identity,
  severityOf,
  type ItemReading,
} from '../shared';
import type { SentryContext } from './SentryContext';

export const issue = z.looseObject({
  issue: z.looseObject({ id: identity }),
});

const over = new Set(['resolved', 'archived', 'ignored']);

/** A change of an issue's status: the end of what an issue alert began. */
export function readIssue(
  data: z.infer<typeof issue>,
  { action, raw, receivedAt, path }: SentryContext,
): ItemReading {
  if (!over.has(action)) return {};
  const { issue: found } = data;
  const { project } = found;
  const startsAt = firstInstant(`${path}.issue`, {
    firstSeen: found.firstSeen,
  });
  return {
    alerts: [
      alertEventOf({
        fingerprint: `issue:${found.id}`,
        status: 'resolved',
        name: [found.title],
        title: [found.title, found.shortId],
        description: found.culprit,
        severity: severityOf(found.level, 'error'),
        startsAt: startsAt ?? receivedAt,
        endsAt: receivedAt,
        labels: {
          project:
            typeof project === 'object' && project && 'slug' in project
              ? project.slug
              : undefined,
          platform: found.platform,
        },
        annotations: { issue: found.shortId, outcome: action },
        url: found.web_url ?? found.permalink,
        raw,
      }),
    ],
  };
}
