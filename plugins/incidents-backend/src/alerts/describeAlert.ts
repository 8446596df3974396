import { incidentIdOf, type Alert } from '@ghostlight/plugin-incidents-common';
import { readSaid } from '../database/readSaid';
import { isoOf, isoOrNot } from '../service/times';

/** The columns of `alerts` that are shown. PostgreSQL gives bigints as strings. */
export interface ShownAlertRow {
  id: number | string;
  fingerprint: string;
  adapter: string;
  name: string;
  title: string;
  description: string | null;
  severity: Alert['severity'];
  status: Alert['status'];
  entity_ref: string | null;
  entity_confidence: number | null;
  entity_reason: string | null;
  entity_said: string | null;
  owner_ref: string | null;
  starts_at: number | string;
  ends_at: number | string | null;
  received_at: number | string;
  last_seen_at: number | string;
  occurrences: number;
  transitions: number;
  labels: string;
  annotations: string;
  url: string | null;
  last_inbox_id: number | string | null;
  incident_number: number | null;
  is_symptom: boolean | number;
  joined: string | null;
  suppressed_kind: NonNullable<Alert['suppression']>['kind'] | null;
  suppressed_reason: string | null;
  suppressed_said: string | null;
  suppressed_cause: string | null;
  suppressed_at: number | string | null;
  suppressed_until: number | string | null;
  suppressed_count: number;
}

/** An alert as the API has it. */
export function describeAlert(row: ShownAlertRow): Alert {
  return {
    id: String(row.id),
    fingerprint: row.fingerprint,
    adapter: row.adapter,
    name: row.name,
    title: row.title,
    description: row.description ?? undefined,
    severity: row.severity,
    status: row.status,
    entityRef: row.entity_ref ?? undefined,
    entityConfidence: row.entity_confidence ?? undefined,
    entityReason: row.entity_reason ?? undefined,
    entityReasonSaid: readSaid(row.entity_said),
    owner: row.owner_ref ?? undefined,
    startsAt: isoOf(row.starts_at),
    endsAt: isoOrNot(row.ends_at),
    receivedAt: isoOf(row.received_at),
    lastSeenAt: isoOf(row.last_seen_at),
    occurrences: row.occurrences,
    transitions: row.transitions,
    labels: JSON.parse(row.labels),
    url: webAddress(row.url),
    incidentId:
      row.incident_number === null
        ? undefined
        : incidentIdOf(row.incident_number),
    joined: row.joined ? JSON.parse(row.joined) : undefined,
    isSymptom: Boolean(row.is_symptom),
    suppression: suppressionOf(row),
  };
}

function suppressionOf(row: ShownAlertRow): Alert['suppression'] {
  if (!row.suppressed_kind) return undefined;
  return {
    kind: row.suppressed_kind,
    reason: row.suppressed_reason ?? '',
    said: readSaid(row.suppressed_said),
    causeRef: row.suppressed_cause ?? undefined,
    at: isoOf(row.suppressed_at ?? row.received_at),
    until: isoOrNot(row.suppressed_until),
    count: row.suppressed_count,
  };
}

/** What came in may be any text; only an address of the web is handed on as one. */
export function webAddress(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//i.test(url) ? url : undefined;
}
