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

export type MessageRequest =
  IncidentsPaths['/v1/channels/{name}/messages']['post']['requestBody']['content']['application/json'];

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
  /** Puts something that is of no incident on its way; the same key again sends nothing. */
  sendMessage(
    name: string,
    request: MessageRequest,
    options: CallOptions,
  ): Promise<{ id: string }>;
}
