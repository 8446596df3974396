import type {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  Channels,
  NotificationRecord,
} from '@ghostlight/plugin-incidents-common';
import type { NotificationChannel } from '@ghostlight/plugin-incidents-node';
import type { Outbox, OutboxHandler } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { OncallReach } from '../oncall/OncallReach';
import { announceNews } from './announcing/announceNews';
import { channelTopic } from './announcing/writeNotifications';
import { writeMessage, type MessageRequest } from './announcing/writeMessage';
import { broadcastHandlers } from './broadcasting/broadcasts';
import { PortalChannel } from './channels/PortalChannel';
import { WebhookChannel } from './channels/WebhookChannel';
import { Escalator } from './escalation/Escalator';
import { escalationTopic } from './escalation/writeEscalations';
import type { IncidentAnnouncer, IncidentNews } from './IncidentAnnouncer';
import { listChannels } from './log/listChannels';
import {
  listNotifications,
  type ListNotificationsRequest,
} from './log/listNotifications';
import type { NotificationsConfig } from './NotificationsConfig';
import { readNotificationsConfig } from './readNotificationsConfig';
import { ChannelLimits } from './sending/ChannelLimits';
import { ChannelSender } from './sending/ChannelSender';
import { Recipients } from './sending/Recipients';

export interface NotifierOptions {
  db: Knex;
  /** Made on `db`, with `giveUpAfter` of {@link outboxOptionsOf} if it is to follow the configuration. */
  outbox: Outbox;
  rootConfig: RootConfigService;
  /** Of modules; `portal` and the webhooks are there already. */
  channels: NotificationChannel[];
  oncall: OncallReach;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  notifications: NotificationService;
  signals: SignalsService;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/** Tells people and other plugins what becomes of incidents, and asks for help until somebody answers. */
export class Notifier implements IncidentAnnouncer {
  private constructor(
    private readonly options: NotifierOptions,
    private readonly config: NotificationsConfig,
    private readonly appBaseUrl: string,
    private readonly now: () => number,
    private readonly senders: Map<string, ChannelSender>,
  ) {}

  /** @throws InputError when the configuration is wrong or a route leads nowhere */
  static create(options: NotifierOptions): Notifier {
    const { rootConfig, db, logger } = options;
    const now = options.now ?? Date.now;
    const config = readNotificationsConfig(rootConfig);
    const channels = [
      PortalChannel.create(options),
      ...config.webhooks.map(webhook => WebhookChannel.create(webhook)),
      ...options.channels,
    ];
    const limits = ChannelLimits.create({ db, now });
    const recipients = Recipients.create({ ...options, now });
    const senders = new Map<string, ChannelSender>();
    for (const channel of channels) {
      if (senders.has(channel.name))
        throw new InputError(
          `Two notification channels are named ${channel.name}`,
        );
      const parts = { channel, db, limits, recipients, logger, now };
      senders.set(channel.name, ChannelSender.create(parts));
    }
    for (const { channel } of config.routes) {
      if (!senders.has(channel))
        throw new InputError(
          `incidents.notifications.routes: there is no channel ${channel}; there are ${[
            ...senders.keys(),
          ].join(', ')}`,
        );
    }
    const appBaseUrl = rootConfig.getString('app.baseUrl');
    return new Notifier(options, config, appBaseUrl, now, senders);
  }

  async announce(trx: Knex.Transaction, news: IncidentNews[]): Promise<void> {
    await announceNews(
      trx,
      {
        outbox: this.options.outbox,
        channels: new Set(this.senders.keys()),
        config: this.config,
        appBaseUrl: this.appBaseUrl,
        now: this.now(),
      },
      news,
    );
  }

  /** Begins to send, on this replica, until the outbox is stopped. */
  start(options?: { signal?: AbortSignal }): void {
    this.options.outbox.start({
      handlers: this.handlers(),
      signal: options?.signal,
    });
  }

  /** Sends everything that is due, without {@link Notifier.start}. */
  async drain(): Promise<number> {
    return this.options.outbox.drain({ handlers: this.handlers() });
  }

  /**
   * Sends a test message and waits for what the receiver says; it is in the log, too.
   *
   * @param by - user ref of who asked, whom the message is for
   * @throws NotFoundError
   */
  async testChannel(
    name: string,
    by?: string,
  ): Promise<{ outcome: 'sent' | 'failed'; reason?: string }> {
    const sender = this.senders.get(name);
    if (!sender) throw new NotFoundError(`There is no channel ${name}`);
    const at = this.now();
    const key = `test:${randomUUID()}`;
    const subject = 'Test of Ghostlight incident notifications';
    const recipients = by
      ? await Recipients.create({ ...this.options, now: this.now }).find({
          target: { to: [by] },
          toldBefore: [],
          addresses: false,
        })
      : [];
    const result = await sender.test({
      key,
      kind: 'test',
      subject,
      body: 'Somebody pressed the test button. Nothing is wrong.',
      recipients,
    });
    await this.options.db('notifications').insert({
      incident_number: null,
      channel: name,
      kind: 'test',
      subject,
      target: JSON.stringify({ to: by ? [by] : [] }),
      recipient: recipients.map(one => one.name).join(', ') || null,
      state: result.outcome,
      attempts: 1,
      key,
      created_at: at,
      sent_at: result.outcome === 'sent' ? this.now() : null,
      error: result.outcome === 'failed' ? result.reason : null,
    });
    return result;
  }

  /**
   * Puts something that is of no incident into the delivery log and on its way. What was put there before
   * under the same key is passed over.
   *
   * @throws NotFoundError when there is no such channel; InputError when it cannot take it
   */
  async sendMessage(
    name: string,
    request: MessageRequest,
  ): Promise<{ id: string }> {
    const channel = this.senders.get(name)?.channel;
    if (!channel) throw new NotFoundError(`There is no channel ${name}`);
    const { db, outbox } = this.options;
    return writeMessage(db, { outbox, channel, now: this.now() }, request);
  }

  async listNotifications(
    request: ListNotificationsRequest,
  ): Promise<{ items: NotificationRecord[]; nextCursor?: string }> {
    return listNotifications(this.options.db, request);
  }

  async listChannels(): Promise<Channels> {
    return listChannels(this.options.db, {
      channels: [...this.senders.values()].map(({ channel }) => channel),
      routes: this.config.routes,
      now: this.now(),
    });
  }

  private handlers(): Record<string, OutboxHandler> {
    const { config, appBaseUrl, now } = this;
    const handlers = broadcastHandlers(this.options);
    handlers[escalationTopic] = Escalator.create({
      ...this.options,
      config,
      appBaseUrl,
      now,
    });
    for (const [name, sender] of this.senders)
      handlers[channelTopic(name)] = sender;
    return handlers;
  }
}

/** What `incidents.notifications` says about the outbox. */
export function outboxOptionsOf(rootConfig: RootConfigService): {
  giveUpAfter: number;
} {
  return { giveUpAfter: readNotificationsConfig(rootConfig).giveUpAfterMs };
}
