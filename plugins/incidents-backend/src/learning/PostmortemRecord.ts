import type {
  FollowUp,
  Reason,
  Suspect,
} from '@ghostlight/plugin-incidents-common';

/** What is known of an incident when its postmortem is drafted. Instants are milliseconds. */
export interface PostmortemRecord {
  id: string;
  title: string;
  severity: string;
  status: string;
  startedAt: number;
  detectedAt?: number;
  acknowledgedAt?: number;
  identifiedAt?: number;
  mitigatedAt?: number;
  recoveredAt?: number;
  resolvedAt?: number;
  because: string;
  summary: string;
  rootCause?: string;
  mitigation?: string;
  reopened: number;
  suspects: Suspect[];
  entities: { entityRef: string; role: string }[];
  impact: { title: string; budgetMinutes: number; ofMinutes?: number }[];
  firstAlert?: { title: string; adapter: string };
  alerts: number;
  /** The latest first of them are left out when there are very many. */
  timeline: {
    at: number;
    kind: string;
    author?: string;
    text: string;
    because?: Reason[];
  }[];
  escalations: number;
  notificationsFailed: number;
  /** Where senders show what they saw: queries and dashboards. */
  links: { title: string; url: string }[];
  followUps: FollowUp[];
}
