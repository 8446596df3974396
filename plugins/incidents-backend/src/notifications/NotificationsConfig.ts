import type { Severity } from '@ghostlight/plugin-incidents-common';

/** What a route can ask to hear of. */
export type NotificationTopic =
  | 'opened'
  | 'severity'
  | 'escalated'
  | 'status'
  | 'resolved';

/** Sends what it matches to a channel. Everything that is given must match. */
export interface NotificationRoute {
  channel: string;
  severities?: Severity[];
  /** Full refs of owners. */
  owners?: string[];
  /** Full refs; one of them must be affected. */
  entities?: string[];
  topics: NotificationTopic[];
  /** `oncall`, `owner` and full entity refs. */
  to: string[];
}

/** An address that is told by HTTP. */
export interface WebhookConfig {
  name: string;
  url: string;
  secret?: string;
  perMinute?: number;
  timeoutMs: number;
}

/** `incidents.notifications`, compiled. */
export interface NotificationsConfig {
  routes: NotificationRoute[];
  webhooks: WebhookConfig[];
  escalation: {
    severities: Severity[];
    /** For a level whose source names no time-out. */
    afterMs: number;
  };
  giveUpAfterMs: number;
}

/** Without routes those on call and owners hear of what matters in the portal. */
export const defaultRoutes: NotificationRoute[] = [
  {
    channel: 'portal',
    severities: ['SEV1', 'SEV2', 'SEV3'],
    topics: ['opened', 'severity', 'escalated', 'resolved'],
    to: ['oncall', 'owner'],
  },
];
