import type { JsonValue } from '@backstage/types';

/**
 * How bad an alert is, in the words of PagerDuty's Events API v2.
 *
 * @public
 */
export type AlertSeverity = 'critical' | 'error' | 'warning' | 'info';

/**
 * Milliseconds since the epoch.
 *
 * @public
 */
export type EpochMs = number;

/**
 * One report of one alert, as its sender sees it, in our words. All text is untrusted.
 *
 * @public
 */
export interface AlertEvent {
  /** What the sender knows the firing thing by; the same for firing and resolved. At most 300 characters. */
  fingerprint: string;
  status: 'firing' | 'resolved';
  /** The rule or check, the same for all its alerts: `HighErrorRate`. */
  name: string;
  /** One line for people. */
  title: string;
  description?: string;
  severity: AlertSeverity;
  startsAt: EpochMs;
  endsAt?: EpochMs;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  environment?: string;
  /** Where the sender shows it. Shown as a link when it is http(s); never fetched. */
  url?: string;
  /** The entity, when the payload names one outright. */
  entityRef?: string;
  /** What the vendor sent about it. */
  raw: JsonValue;
}

/**
 * Something that went out or was switched, as its sender reports it.
 *
 * @public
 */
export interface ChangeEvent {
  /** Identity at the sender: the same change reported again updates it. */
  key: string;
  kind: 'deployment' | 'rollback' | 'config' | 'flag' | 'scale' | 'other';
  title: string;
  at: EpochMs;
  version?: string;
  author?: string;
  outcome?: 'succeeded' | 'failed' | 'running';
  environment?: string;
  url?: string;
  entityRef?: string;
  /** To find the entity by, as an alert's. */
  labels: Record<string, string>;
  /** Its id in the delivery plugin. */
  deliveryId?: string;
  /** The rollback of the delivery plugin that it belongs to. */
  rollbackId?: string;
}

/**
 * A weakness that a scanner found. It pages nobody.
 *
 * @public
 */
export interface FindingEvent {
  /** Identity at the scanner: rule, target and package. */
  key: string;
  rule: string;
  title: string;
  severity: 'critical' | 'high' | 'medium' | 'low' | 'unknown';
  target: string;
  package?: string;
  installedVersion?: string;
  fixedVersion?: string;
  url?: string;
  entityRef?: string;
  labels: Record<string, string>;
}
