import type { NotificationSeverity } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { ResponseError } from '@backstage/errors';
import type {
  NotificationChannel,
  NotificationMessage,
  NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';

const severities: Record<string, NotificationSeverity> = {
  SEV1: 'critical',
  SEV2: 'high',
  SEV3: 'normal',
  SEV4: 'low',
};

/** The portal's own notifications: one per person and incident, brought up to date by what follows. */
export class PortalChannel implements NotificationChannel {
  readonly name = 'portal';
  readonly type = 'portal';
  readonly perMinute = 600;

  private constructor(private readonly notifications: NotificationService) {}

  static create(options: { notifications: NotificationService }) {
    return new PortalChannel(options.notifications);
  }

  async send(message: NotificationMessage): Promise<NotificationOutcome> {
    const { incident, recipients } = message;
    const entityRef = recipients.flatMap(one => one.entityRef ?? []);
    if (!entityRef.length) {
      return {
        outcome: 'failed',
        failure: {
          reason: 'no-recipient',
          message: 'Nobody in the catalog owns it or is on call for it',
          retry: false,
        },
      };
    }
    try {
      await this.notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: {
          title: message.subject,
          description: message.body,
          ...(incident ? { link: `/incidents/${incident.id}` } : {}),
          severity:
            message.kind === 'resolved' || !incident
              ? 'normal'
              : severities[incident.severity],
          topic: `incidents-${message.kind}`,
          ...(incident ? { scope: `incidents:${incident.id}` } : {}),
        },
      });
      return { outcome: 'sent' };
    } catch (error) {
      return { outcome: 'failed', failure: failureOf(error) };
    }
  }
}

function failureOf(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ResponseError))
    return { reason: 'unreachable' as const, message, retry: true };
  // Refused for its form: the same would be refused again. Anything else may be put right.
  return error.statusCode >= 500
    ? { reason: 'http-5xx' as const, message, retry: true }
    : {
        reason: 'http-4xx' as const,
        message,
        retry: ![400, 413, 422].includes(error.statusCode),
      };
}
