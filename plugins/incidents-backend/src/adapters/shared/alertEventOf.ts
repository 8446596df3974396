import type { JsonValue } from '@backstage/types';
import type {
  AlertEvent,
  AlertSeverity,
  EpochMs,
} from '@ghostlight/plugin-incidents-node';
import {
  caps,
  cleanAnnotations,
  cleanLabels,
  cleanLine,
  entityRefOf,
  environmentOf,
  fingerprintOf,
  firstLine,
  linkOf,
  optionalText,
} from '@ghostlight/reliability-node';

/** Labels and tags by which a payload names the entity outright. */
const entityLabels = ['entity_ref', 'entityRef', 'backstage.io/entity-ref'];

/** What an adapter found. What is `unknown` here is cleaned and capped on the way. */
export interface FoundAlert {
  /** Not empty. */
  fingerprint: string;
  status: AlertEvent['status'];
  /** The first that has a text. */
  name: unknown[];
  /** The first that has a text; the name when none has. */
  title: unknown[];
  description?: unknown;
  severity: AlertSeverity;
  startsAt: EpochMs;
  endsAt?: EpochMs;
  labels: unknown;
  annotations?: unknown;
  environment?: unknown;
  url?: unknown;
  raw: JsonValue;
}

/** An alert whose texts fit the caps. Leaves out what is empty. */
export function alertEventOf(found: FoundAlert): AlertEvent {
  const labels = cleanLabels(found.labels);
  const name = firstLine(caps.name, ...found.name) || 'Alert';
  const description = optionalText(found.description, caps.description);
  const environment =
    cleanLine(found.environment, caps.environment) || environmentOf(labels);
  const url = linkOf(found.url);
  const entityRef = entityLabels
    .map(label => entityRefOf(labels[label]))
    .find(ref => ref);
  return {
    fingerprint: fingerprintOf(found.fingerprint),
    status: found.status,
    name,
    title: firstLine(caps.title, ...found.title, name),
    severity: found.severity,
    startsAt: found.startsAt,
    ...(found.endsAt !== undefined && { endsAt: found.endsAt }),
    ...(description && { description }),
    labels,
    annotations: cleanAnnotations(found.annotations),
    ...(environment && { environment }),
    ...(url && { url }),
    ...(entityRef && { entityRef }),
    raw: found.raw,
  };
}
