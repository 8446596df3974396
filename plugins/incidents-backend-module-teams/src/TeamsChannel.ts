import {
  postNotification,
  type NotificationChannel,
  type NotificationMessage,
  type NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';
import { cardOf } from './cardOf';
import type { TeamsChannelConfig } from './readTeamsChannels';

/**
 * A workflow of Microsoft Teams that posts the Adaptive Cards it gets. It answers 202 when it took
 * one; whether it could be posted then is in the workflow's own history.
 */
export class TeamsChannel implements NotificationChannel {
  readonly type = 'teams';

  private constructor(private readonly config: TeamsChannelConfig) {}

  static create(options: { config: TeamsChannelConfig }): TeamsChannel {
    return new TeamsChannel(options.config);
  }

  get name() {
    return this.config.name;
  }

  get perMinute() {
    return this.config.perMinute;
  }

  async send(
    message: NotificationMessage,
    { signal }: { signal: AbortSignal },
  ): Promise<NotificationOutcome> {
    return postNotification({
      url: this.config.url,
      signal,
      // Workflows start slowly when they have slept.
      timeoutMs: 15_000,
      headers: { 'Idempotency-Key': message.key },
      body: JSON.stringify({
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            contentUrl: null,
            content: cardOf(message),
          },
        ],
      }),
    });
  }
}
