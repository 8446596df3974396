import type {
  AlertSeverity,
  IncidentStatus,
  Role,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import type { Tone } from '@ghostlight/reliability-react';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];

/** In the order of an incident's life. */
export const STATUSES: readonly IncidentStatus[] = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
];

/** Worst first. */
export const ALERT_SEVERITIES: readonly AlertSeverity[] = [
  'critical',
  'error',
  'warning',
  'info',
];

export const ROLES: readonly Role[] = [
  'commander',
  'technical-lead',
  'scribe',
  'liaison',
];

export const ROLE_KEYS = {
  commander: 'role.commander',
  scribe: 'role.scribe',
  'technical-lead': 'role.technicalLead',
  liaison: 'role.liaison',
} as const satisfies Record<Role, string>;

export const SEVERITY_TONES: Record<Severity, Tone> = {
  SEV1: 'negative',
  SEV2: 'negative',
  SEV3: 'warning',
  SEV4: 'neutral',
};

export const STATUS_TONES: Record<IncidentStatus, Tone> = {
  investigating: 'negative',
  identified: 'warning',
  monitoring: 'accent',
  resolved: 'positive',
};

export const ALERT_TONES: Record<AlertSeverity, Tone> = {
  critical: 'negative',
  error: 'negative',
  warning: 'warning',
  info: 'neutral',
};
