import type { AlertSeverity } from '@ghostlight/plugin-incidents-node';
import type { ColumnType } from './database/tuples';

/** A row of `alerts`, its numbers read. Instants are milliseconds. */
export interface AlertRow {
  id: number;
  fingerprint: string;
  current: boolean;
  adapter: string;
  name: string;
  title: string;
  description: string | null;
  severity: AlertSeverity;
  status: 'firing' | 'resolved';
  entity_ref: string | null;
  entity_confidence: number | null;
  entity_reason: string | null;
  /** JSON, as in the other columns of this name. */
  entity_said: string | null;
  owner_ref: string | null;
  environment: string | null;
  starts_at: number;
  ends_at: number | null;
  fired_at: number | null;
  received_at: number;
  last_seen_at: number;
  occurrences: number;
  transitions: number;
  turns: string;
  labels: string;
  annotations: string;
  url: string | null;
  last_inbox_id: number | null;
  group_id: number | null;
  incident_number: number | null;
  is_symptom: boolean;
  joined: string | null;
  suppressed_kind: SuppressionKind | null;
  suppressed_reason: string | null;
  suppressed_said: string | null;
  suppressed_cause: string | null;
  suppressed_at: number | null;
  suppressed_until: number | null;
  suppressed_count: number;
  recheck_at: number | null;
}

export type SuppressionKind =
  | 'flapping'
  | 'silence'
  | 'maintenance'
  | 'symptom'
  | 'rule';

/** Every column of `alerts`. */
export const alertColumns: Readonly<Record<keyof AlertRow, ColumnType>> = {
  id: 'bigint',
  fingerprint: 'text',
  current: 'boolean',
  adapter: 'text',
  name: 'text',
  title: 'text',
  description: 'text',
  severity: 'text',
  status: 'text',
  entity_ref: 'text',
  entity_confidence: 'float8',
  entity_reason: 'text',
  entity_said: 'text',
  owner_ref: 'text',
  environment: 'text',
  starts_at: 'bigint',
  ends_at: 'bigint',
  fired_at: 'bigint',
  received_at: 'bigint',
  last_seen_at: 'bigint',
  occurrences: 'int',
  transitions: 'int',
  turns: 'text',
  labels: 'text',
  annotations: 'text',
  url: 'text',
  last_inbox_id: 'bigint',
  group_id: 'bigint',
  incident_number: 'int',
  is_symptom: 'boolean',
  joined: 'text',
  suppressed_kind: 'text',
  suppressed_reason: 'text',
  suppressed_said: 'text',
  suppressed_cause: 'text',
  suppressed_at: 'bigint',
  suppressed_until: 'bigint',
  suppressed_count: 'int',
  recheck_at: 'bigint',
};

const numeric = (
  Object.entries(alertColumns) as [keyof AlertRow, ColumnType][]
).filter(([, type]) => type === 'bigint');

/** PostgreSQL gives bigints as text, SQLite booleans as numbers. */
export function readAlertRow(raw: object): AlertRow {
  const row = { ...raw } as Record<keyof AlertRow, unknown>;
  for (const [name] of numeric) {
    if (row[name] !== null) row[name] = Number(row[name]);
  }
  row.current = Boolean(row.current);
  row.is_symptom = Boolean(row.is_symptom);
  return row as AlertRow;
}

const ranks: readonly AlertSeverity[] = [
  'info',
  'warning',
  'error',
  'critical',
];

/** The worse of two. */
export function worseOf(one: AlertSeverity, other: AlertSeverity) {
  return ranks.indexOf(other) > ranks.indexOf(one) ? other : one;
}
