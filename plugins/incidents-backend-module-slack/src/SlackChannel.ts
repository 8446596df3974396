import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  NotificationChannel,
  NotificationMessage,
  NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';
import {
  LogLevel,
  WebAPIPlatformError,
  WebClient,
  type ChatPostMessageArguments,
} from '@slack/web-api';
import { blocksOf, escapeMrkdwn } from './blocksOf';
import { failureOf } from './failureOf';
import type { SlackChannelConfig } from './readSlackChannels';

const timeout = 10_000;
/** What must be seen although it is an answer in a thread. */
const loud = new Set<NotificationMessage['kind']>([
  'opened',
  'severity',
  'escalated',
  'resolved',
]);
const threadIsGone = new Set([
  'message_not_found',
  'thread_not_found',
  'cannot_reply_to_message',
]);

/** One conversation in Slack: the first message of an incident begins a thread, the others answer in it. */
export class SlackChannel implements NotificationChannel {
  readonly type = 'slack';

  private constructor(
    private readonly config: SlackChannelConfig,
    private readonly client: WebClient,
  ) {}

  static create(options: {
    config: SlackChannelConfig;
    logger: LoggerService;
  }): SlackChannel {
    const { config, logger } = options;
    const client = new WebClient(config.token, {
      slackApiUrl: config.apiUrl,
      allowAbsoluteUrls: false,
      timeout,
      // The outbox tries again, over restarts too.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quietLogger(logger),
    });
    return new SlackChannel(config, client);
  }

  get name() {
    return this.config.name;
  }

  get perMinute() {
    return this.config.perMinute;
  }

  async send(message: NotificationMessage): Promise<NotificationOutcome> {
    try {
      return await this.post(message, message.thread);
    } catch (error) {
      const gone =
        error instanceof WebAPIPlatformError &&
        threadIsGone.has(error.data.error);
      if (!gone || !message.thread)
        return { outcome: 'failed', failure: failureOf(error) };
    }
    // Somebody deleted the first message.
    try {
      return await this.post(message, undefined);
    } catch (error) {
      return { outcome: 'failed', failure: failureOf(error) };
    }
  }

  private async post(
    message: NotificationMessage,
    thread: string | undefined,
  ): Promise<NotificationOutcome> {
    const { ts } = await this.client.chat.postMessage(
      this.postOf(message, thread),
    );
    return { outcome: 'sent', detail: ts, thread: thread ?? ts };
  }

  private postOf(
    message: NotificationMessage,
    thread: string | undefined,
  ): ChatPostMessageArguments {
    const post = {
      channel: this.config.channel,
      // What a phone shows, and what is read aloud.
      text: escapeMrkdwn(message.subject),
      blocks: blocksOf(message),
      parse: 'none' as const,
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
      metadata: {
        event_type: 'ghostlight_incident',
        event_payload: {
          key: message.key,
          kind: message.kind,
          incident: message.incident?.id ?? '',
        },
      },
    };
    if (!thread) return post;
    return loud.has(message.kind)
      ? { ...post, thread_ts: thread, reply_broadcast: true }
      : { ...post, thread_ts: thread };
  }
}

/** Slack's client would write to the console. Failures are in the delivery log. */
function quietLogger(logger: LoggerService) {
  const debug = (...words: unknown[]) =>
    logger.debug(words.map(String).join(' ').slice(0, 500));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: debug,
    error: debug,
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
