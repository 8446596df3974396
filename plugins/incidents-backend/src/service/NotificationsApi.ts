import type {
  Channels,
  IncidentsPaths,
  NotificationRecord,
} from '@ghostlight/plugin-incidents-common';
import type { CallOptions } from './CallOptions';
import type { Page } from './IncidentsApi';

export type NotificationsRequest = NonNullable<
  IncidentsPaths['/v1/notifications']['get']['parameters']['query']
>;

/** Where notifications go, and what became of them. */
export interface NotificationsApi {
  list(
    request: NotificationsRequest,
    options: CallOptions,
  ): Promise<Page<NotificationRecord>>;
  channels(options: CallOptions): Promise<Channels>;
  /** Sends a test message to the caller and waits for what the receiver says. */
  testChannel(
    name: string,
    options: CallOptions,
  ): Promise<{ outcome: 'sent' | 'failed'; reason?: string }>;
}
