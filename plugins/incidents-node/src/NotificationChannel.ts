/**
 * What a channel is asked to say. Text from alerts in it is untrusted: a channel escapes it.
 *
 * @public
 */
export interface NotificationMessage {
  /** The same for every attempt of one notification; a receiver that knows keys drops repeats. */
  key: string;
  kind:
    | 'opened'
    | 'severity'
    | 'escalated'
    | 'status'
    | 'resolved'
    | 'test'
    /** Something that is of no incident: what a runbook has to say. */
    | 'message';
  incident?: {
    id: string;
    title: string;
    severity: 'SEV1' | 'SEV2' | 'SEV3' | 'SEV4';
    status: 'investigating' | 'identified' | 'monitoring' | 'resolved';
    /** Page of the portal. */
    url: string;
    entityRefs: string[];
    originRef?: string;
    owner?: string;
    startedAt: string;
    resolvedAt?: string;
    acknowledgedAt?: string;
  };
  /** One line. */
  subject: string;
  /** Plain text, a few lines. */
  body: string;
  /** Who should hear it: users and groups, with what the catalog knows to reach them. */
  recipients: NotificationRecipient[];
  /** What {@link NotificationOutcome} had as `thread` when the channel was first told of the incident. */
  thread?: string;
}

/**
 * Somebody who should hear of an incident.
 *
 * @public
 */
export interface NotificationRecipient {
  /** Left out for somebody on call whom the catalog does not know. */
  entityRef?: string;
  name: string;
  email?: string;
}

/**
 * Why a message was not taken.
 *
 * @public
 */
export interface NotificationFailure {
  /** Bounded, so that it can label a metric. */
  reason:
    | 'timeout'
    | 'unreachable'
    | 'refused'
    | 'rate-limited'
    | 'http-4xx'
    | 'http-5xx'
    | 'no-recipient'
    | 'misconfigured';
  message: string;
  /** Whether another attempt can help. */
  retry: boolean;
  /** Milliseconds, when the receiver said how long to wait. */
  retryAfter?: number;
}

/**
 * What became of one attempt.
 *
 * @public
 */
export type NotificationOutcome =
  | {
      outcome: 'sent';
      /** What the receiver said, for the log. */
      detail?: string;
      /** By which the channel goes on about this incident; at most 300 characters. */
      thread?: string;
    }
  | { outcome: 'failed'; failure: NotificationFailure };

/**
 * A place where notifications go.
 *
 * @public
 */
export interface NotificationChannel {
  /** Unique, in the configuration's routes: `slack-payments`. */
  readonly name: string;
  /** `slack`, `teams`, `email`, `pagerduty`, `webhook`, `portal`. */
  readonly type: string;
  /** Messages per minute; 60 by default. What is above it waits. */
  readonly perMinute?: number;
  /** Never throws for what the receiver did; gives up when `signal` is aborted. */
  send(
    message: NotificationMessage,
    options: { signal: AbortSignal },
  ): Promise<NotificationOutcome>;
}
