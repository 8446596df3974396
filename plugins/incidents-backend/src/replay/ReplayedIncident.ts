import type { Reason, Suspect } from '@ghostlight/plugin-incidents-common';

/**
 * An alert of a replayed incident. Times are ISO 8601.
 *
 * @public
 */
export interface ReplayedAlert {
  adapter: string;
  name: string;
  title: string;
  severity: string;
  status: 'firing' | 'resolved';
  /** As the sender gave them. */
  labels: Record<string, string>;
  entityRef?: string;
  /** How the entity was found. */
  entityReason?: string;
  startsAt: string;
  endsAt?: string;
  occurrences: number;
  isSymptom: boolean;
  /** Why it is in the incident. */
  because: Reason[];
}

/**
 * What a replay made of the alerts. Times are ISO 8601.
 *
 * @public
 */
export interface ReplayedIncident {
  id: string;
  title: string;
  severity: string;
  status: string;
  /** The rule that opened it, in words. */
  because: string;
  startedAt: string;
  detectedAt?: string;
  recoveredAt?: string;
  resolvedAt?: string;
  /** How often it was opened again. */
  reopened: number;
  originRef?: string;
  /** The likeliest first, each with its evidence. */
  suspects: Suspect[];
  entities: { entityRef: string; role: string }[];
  /** The earliest first; so many at most as was asked for. */
  alerts: ReplayedAlert[];
  /** All of them. */
  alertCount: number;
}
