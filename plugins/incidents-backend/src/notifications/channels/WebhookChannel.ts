import {
  postNotification,
  type NotificationChannel,
  type NotificationMessage,
  type NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';
import { createHmac } from 'node:crypto';
import type { WebhookConfig } from '../NotificationsConfig';

/**
 * Tells an address of the configuration by `POST`. The body is
 * `{version: 1, key, kind, subject, body, incident, recipients: [{entityRef?, name}]}` as JSON.
 * `Idempotency-Key` is the same for repeats; `Ghostlight-Signature` is `sha256=` and the hex
 * HMAC-SHA256 of the raw body with the configured secret.
 */
export class WebhookChannel implements NotificationChannel {
  readonly type = 'webhook';

  private constructor(private readonly config: WebhookConfig) {}

  static create(config: WebhookConfig): WebhookChannel {
    return new WebhookChannel(config);
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
    const { url, secret, timeoutMs } = this.config;
    const body = bodyOf(message);
    return postNotification({
      url,
      body,
      timeoutMs,
      signal,
      headers: {
        'Idempotency-Key': message.key,
        ...(secret
          ? { 'Ghostlight-Signature': signatureOf(body, secret) }
          : {}),
      },
    });
  }
}

function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function bodyOf(message: NotificationMessage): string {
  const { key, kind, subject, body, incident, recipients } = message;
  return JSON.stringify({
    version: 1,
    key,
    kind,
    subject,
    body,
    incident: incident ?? null,
    // Addresses stay here.
    recipients: recipients.map(({ entityRef, name }) => ({ entityRef, name })),
  });
}
