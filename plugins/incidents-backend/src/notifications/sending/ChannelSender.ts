import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  NotificationChannel,
  NotificationFailure,
  NotificationMessage,
  NotificationRecipient,
} from '@ghostlight/plugin-incidents-node';
import type {
  OutboxDelivery,
  OutboxHandler,
  OutboxOutcome,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { targetOf } from '../announcing/Told';
import { cleanText } from '../text/cleanText';
import type { ComposedMessage } from '../text/composeMessage';
import type { ChannelLimits } from './ChannelLimits';
import { isWaiting, readBefore, type NotificationRow } from './readDelivery';
import { Receiver } from './Receiver';
import type { Recipients } from './Recipients';
import { writeFailed, writeRetry, writeSent } from './writeDelivery';

/** Messages per minute of a channel that says nothing of it. */
export const defaultPerMinute = 60;

/** Sends what the outbox holds for one channel. */
export class ChannelSender implements OutboxHandler {
  private readonly receiver: Receiver;

  private constructor(
    private readonly options: {
      channel: NotificationChannel;
      db: Knex;
      limits: ChannelLimits;
      recipients: Recipients;
      logger: LoggerService;
      now: () => number;
    },
  ) {
    this.receiver = Receiver.create(options);
  }

  static create(options: {
    channel: NotificationChannel;
    db: Knex;
    limits: ChannelLimits;
    recipients: Recipients;
    logger: LoggerService;
    now: () => number;
  }): ChannelSender {
    return new ChannelSender(options);
  }

  get channel(): NotificationChannel {
    return this.options.channel;
  }

  restFor(): number {
    return this.receiver.restFor();
  }

  async handle(
    delivery: OutboxDelivery,
    { signal }: { signal: AbortSignal },
  ): Promise<OutboxOutcome> {
    const { channel, db, limits, now } = this.options;
    const resting = this.receiver.restFor();
    if (resting) return { outcome: 'postpone', wait: resting };
    const [row]: NotificationRow[] = await db('notifications').where({
      key: delivery.key,
    });
    if (!row || !isWaiting(row)) return { outcome: 'done' };

    const composed = delivery.payload as unknown as ComposedMessage;
    const before = await readBefore(db, row);
    const recipients = await this.findRecipients(row, composed, before.sentTo);
    const wait = await limits.take(
      channel.name,
      channel.perMinute ?? defaultPerMinute,
    );
    if (wait > 0) {
      this.receiver.rest(wait);
      return { outcome: 'postpone', wait };
    }
    const message: NotificationMessage = {
      ...composed,
      key: delivery.key,
      recipients,
      ...(before.thread ? { thread: before.thread } : {}),
    };
    const outcome = await this.receiver.send(message, signal);
    if (!outcome)
      return { outcome: 'postpone', wait: this.receiver.restFor() || 1_000 };
    const attempts = delivery.attempt;
    if (outcome.outcome === 'sent') {
      return {
        outcome: 'done',
        settle: trx =>
          writeSent(trx, row, {
            attempts,
            at: now(),
            recipients,
            thread: outcome.thread,
          }),
      };
    }
    return this.failed(row, outcome.failure, attempts);
  }

  async onDead(
    delivery: OutboxDelivery,
    reason: string,
    trx: Knex.Transaction,
  ): Promise<void> {
    await writeFailed(trx, delivery, { reason, at: this.options.now() });
  }

  /** Sends at once and says what came of it. */
  async test(
    message: NotificationMessage,
  ): Promise<{ outcome: 'sent' } | { outcome: 'failed'; reason: string }> {
    const { channel, limits } = this.options;
    const wait = await limits.take(
      channel.name,
      channel.perMinute ?? defaultPerMinute,
    );
    if (wait > 0)
      return {
        outcome: 'failed',
        reason: `rate-limited: room again in ${Math.ceil(wait / 1000)} s`,
      };
    const outcome = await this.receiver.send(
      message,
      new AbortController().signal,
    );
    if (!outcome)
      return {
        outcome: 'failed',
        reason: 'unreachable: it failed several times in a row and rests now',
      };
    return outcome.outcome === 'sent'
      ? { outcome: 'sent' }
      : { outcome: 'failed', reason: wordsOf(outcome.failure) };
  }

  private async failed(
    row: NotificationRow,
    failure: NotificationFailure,
    attempts: number,
  ): Promise<OutboxOutcome> {
    const { channel, limits, now } = this.options;
    const reason = wordsOf(failure);
    if (!failure.retry) return { outcome: 'dead', reason };
    if (failure.reason === 'rate-limited') {
      const pause = Math.min(failure.retryAfter ?? 30_000, 3_600_000);
      this.receiver.rest(pause);
      await limits.rest(channel.name, pause);
    }
    return {
      outcome: 'retry',
      reason,
      retryAfter: failure.retryAfter,
      settle: (trx, next) =>
        writeRetry(trx, row, {
          attempts,
          reason,
          nextAt: next === undefined ? undefined : now() + next,
        }),
    };
  }

  private async findRecipients(
    row: NotificationRow,
    composed: ComposedMessage,
    toldBefore: string[],
  ): Promise<NotificationRecipient[]> {
    const { channel, recipients, logger } = this.options;
    const { incident } = composed;
    const target = targetOf(row);
    const personal = channel.type === 'portal' || channel.type === 'email';
    try {
      return await recipients.find({
        target,
        toldBefore: target.told ? toldBefore : [],
        ownerRef:
          incident?.owner ?? incident?.originRef ?? incident?.entityRefs[0],
        owner: incident?.owner,
        addresses: channel.type === 'email',
      });
    } catch (error) {
      if (personal) throw error;
      // A room can be told without knowing who is in it.
      logger.warn(`Recipients of ${row.key} not found`, error as Error);
      return [];
    }
  }
}

function wordsOf(failure: NotificationFailure): string {
  return `${failure.reason}: ${cleanText(failure.message, 500)}`;
}
