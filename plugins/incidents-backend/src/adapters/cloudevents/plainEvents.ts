import type { JsonObject, JsonValue } from '@backstage/types';
import type { ChangeEvent, EpochMs } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  anything,
  alertEventOf,
  caps,
  cleanLabels,
  cleanLine,
  entityRefOf,
  hashOf,
  instantOf,
  linkOf,
  readPart,
  severityOf,
  type ItemReading,
} from '../shared';
import { at, type CloudEvent } from './cloudEvent';

/** What reading one event is given. */
export interface EventOptions {
  event: CloudEvent;
  data: JsonObject;
  raw: JsonValue;
  /** '' for an event that is the whole body. */
  path: string;
  time: EpochMs;
}

const plainAlert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  fingerprint: z.string().nullish(),
  name: anything,
  title: anything,
  description: anything,
  severity: anything,
  startsAt: anything,
  endsAt: anything,
  labels: z.record(z.string(), z.unknown()).nullish(),
  annotations: z.record(z.string(), z.unknown()).nullish(),
  environment: anything,
  url: anything,
  entityRef: anything,
});

/** An alert in the form of our README. */
export function readPlainAlert(options: EventOptions): ItemReading {
  const { event, data, raw, path, time } = options;
  const dataPath = at(path, 'data');
  const alert = readPart(plainAlert, data, dataPath);
  const name = alert.name ?? event.type;
  const found = alertEventOf({
    fingerprint:
      alert.fingerprint ||
      hashOf(
        event.source,
        event.type,
        cleanLine(name, caps.name),
        event.subject ?? '',
        // By name alone: not every value can be made a text.
        JSON.stringify(
          Object.entries(alert.labels ?? {}).sort(([a], [b]) =>
            a < b ? -1 : 1,
          ),
        ),
      ),
    status: alert.status,
    name: [name],
    title: [alert.title, name],
    description: alert.description,
    severity: severityOf(alert.severity),
    startsAt: instantOf(alert.startsAt, `${dataPath}.startsAt`) ?? time,
    endsAt:
      alert.status === 'resolved'
        ? instantOf(alert.endsAt, `${dataPath}.endsAt`) ?? time
        : undefined,
    labels: { subject: event.subject, ...alert.labels },
    annotations: alert.annotations ?? {},
    environment: alert.environment,
    url: alert.url,
    raw,
  });
  return { alerts: [{ ...found, ...entityIn(event, alert.entityRef) }] };
}

const plainChange = z.looseObject({
  key: z.string().nullish(),
  kind: z
    .enum(['deployment', 'rollback', 'config', 'flag', 'scale', 'other'])
    .default('other'),
  title: z.string().min(1),
  version: z.string().nullish(),
  author: z.string().nullish(),
  outcome: z.enum(['succeeded', 'failed', 'running']).optional(),
  environment: z.string().nullish(),
  url: anything,
  at: anything,
  labels: z.record(z.string(), z.unknown()).nullish(),
  entityRef: anything,
});

/** A change in the form of our README. */
export function readPlainChange(options: EventOptions): ItemReading {
  const { event, data, path, time } = options;
  const dataPath = at(path, 'data');
  const found = readPart(plainChange, data, dataPath);
  const change: ChangeEvent = {
    key: found.key || hashOf(event.source, event.id),
    kind: found.kind,
    title: found.title,
    at: instantOf(found.at, `${dataPath}.at`) ?? time,
    version: found.version ?? undefined,
    author: found.author ?? undefined,
    outcome: found.outcome,
    environment: found.environment ?? undefined,
    url: linkOf(found.url),
    labels: cleanLabels({ subject: event.subject, ...found.labels }),
    ...entityIn(event, found.entityRef),
  };
  return { changes: [change] };
}

/** The entity that the data or the extension attribute `entityref` names outright. */
export function entityIn(
  event: CloudEvent,
  named: unknown,
): { entityRef?: string } {
  const entityRef = entityRefOf(named) ?? entityRefOf(event.entityref);
  return entityRef ? { entityRef } : {};
}
