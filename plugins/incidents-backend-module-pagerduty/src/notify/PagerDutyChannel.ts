import {
  postNotification,
  type NotificationChannel,
  type NotificationMessage,
  type NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';
import { actionOf, eventOf, type EventAction } from './eventOf';
import type { PagerDutyChannelConfig } from './readNotifyConfig';

/**
 * An integration of a PagerDuty service. 202 means that the event is queued; 400 that it is no valid
 * event or the routing key is not known, which trying again does not change; 429 to slow down.
 */
export class PagerDutyChannel implements NotificationChannel {
  readonly type = 'pagerduty';

  private constructor(private readonly config: PagerDutyChannelConfig) {}

  static create(options: { config: PagerDutyChannelConfig }): PagerDutyChannel {
    return new PagerDutyChannel(options.config);
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
    const outcome = await this.enqueue(message, actionOf(message), signal);
    // A test must not leave an open alert behind.
    return message.kind === 'test' && outcome.outcome === 'sent'
      ? this.enqueue(message, 'resolve', signal)
      : outcome;
  }

  private enqueue(
    message: NotificationMessage,
    action: EventAction,
    signal: AbortSignal,
  ): Promise<NotificationOutcome> {
    const { eventsUrl, routingKey } = this.config;
    return postNotification({
      url: `${eventsUrl.replace(/\/+$/, '')}/v2/enqueue`,
      body: JSON.stringify(eventOf(message, action, routingKey)),
      signal,
    });
  }
}
