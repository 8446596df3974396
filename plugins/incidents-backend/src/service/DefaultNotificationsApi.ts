import { callerOf } from '@ghostlight/reliability-node';
import type { Notifier } from '../notifications';
import type { CallOptions } from './CallOptions';
import type {
  MessageRequest,
  NotificationsApi,
  NotificationsRequest,
} from './NotificationsApi';

/** Answers from the delivery log. Checks no permission. */
export class DefaultNotificationsApi implements NotificationsApi {
  private constructor(private readonly notifier: Notifier) {}

  static create(options: { notifier: Notifier }): DefaultNotificationsApi {
    return new DefaultNotificationsApi(options.notifier);
  }

  list(request: NotificationsRequest) {
    return this.notifier.listNotifications(request);
  }

  channels() {
    return this.notifier.listChannels();
  }

  testChannel(name: string, { credentials }: CallOptions) {
    const by = callerOf(credentials);
    return this.notifier.testChannel(
      name,
      by.startsWith('user:') ? by : undefined,
    );
  }

  sendMessage(name: string, request: MessageRequest) {
    return this.notifier.sendMessage(name, request);
  }
}
