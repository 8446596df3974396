import type { JsonValue } from '@backstage/types';
import type { EpochMs } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  anything,
  cleanAnnotations,
  cleanLabels,
  hashOf,
  instantOf,
  severityOf,
} from '../shared';

/** A group of alerts, as Alertmanager and those who speak like it send it. */
export const groupMessage = z.looseObject({
  alerts: z.array(z.custom<JsonValue>(() => true)),
  truncatedAlerts: z.number().nonnegative().catch(0),
});

/** One alert of a group. */
export const groupAlert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: z.record(z.string(), z.unknown()),
  annotations: z.record(z.string(), z.unknown()).nullish(),
  startsAt: anything,
  endsAt: anything,
  fingerprint: z.string().optional(),
});

/** What the alert of a group says in all dialects. */
export function readGroupAlert(
  alert: z.infer<typeof groupAlert>,
  raw: JsonValue,
  path: string,
  receivedAt: EpochMs,
) {
  const { status } = alert;
  const labels = cleanLabels(alert.labels);
  const annotations = cleanAnnotations(alert.annotations);
  const startsAt = instantOf(alert.startsAt, `${path}.startsAt`) ?? receivedAt;
  // Of what is firing it says when it would be given up, or the year 1.
  const endsAt =
    status === 'resolved'
      ? instantOf(alert.endsAt, `${path}.endsAt`) ?? receivedAt
      : undefined;
  return {
    fingerprint: alert.fingerprint || fingerprintOfLabels(alert.labels),
    status,
    severity: severityOf(labels.severity ?? labels.priority ?? labels.level),
    startsAt,
    endsAt,
    labels,
    annotations,
    description: annotations.description ?? annotations.message,
    raw,
  };
}

/** The labels are what tells an alert from another. */
function fingerprintOfLabels(labels: Record<string, unknown>): string {
  return hashOf(
    ...Object.entries(labels)
      .map(([name, value]) => JSON.stringify([name, value]))
      .sort(),
  );
}
