import type {
  NotificationChannel,
  NotificationMessage,
  NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';
import type { Transporter } from 'nodemailer';
import type { EmailConfig } from './readEmailConfig';
import { failureOf } from './failureOf';
import { mailOf } from './mailOf';

const recipientsAtMost = 100;
const plain = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;

/** Mail to those on call and owners that have an address, and to some that always get it. */
export class EmailChannel implements NotificationChannel {
  readonly type = 'email';

  private constructor(
    private readonly options: {
      config: EmailConfig['channels'][number];
      from: string;
      transport: Transporter;
    },
  ) {}

  static create(options: {
    config: EmailConfig['channels'][number];
    from: string;
    transport: Transporter;
  }): EmailChannel {
    return new EmailChannel(options);
  }

  get name() {
    return this.options.config.name;
  }

  get perMinute() {
    return this.options.config.perMinute;
  }

  async send(message: NotificationMessage): Promise<NotificationOutcome> {
    const { config, from, transport } = this.options;
    const found = message.recipients.flatMap(({ email }) => email ?? []);
    // What the catalog has as an address may be anything.
    const to = [...new Set([...config.to, ...found])]
      .filter(address => plain.test(address))
      .slice(0, recipientsAtMost);
    if (!to.length) {
      return {
        outcome: 'failed',
        failure: {
          reason: 'no-recipient',
          message: 'Nobody of them has an address in the catalog',
          retry: false,
        },
      };
    }
    const mail = mailOf(message, { from, to });
    try {
      const { rejected } = await transport.sendMail(mail);
      return {
        outcome: 'sent',
        thread: message.thread ?? mail.messageId,
        ...(rejected?.length
          ? { detail: `${rejected.length} addresses were refused` }
          : {}),
      };
    } catch (error) {
      return { outcome: 'failed', failure: failureOf(error) };
    }
  }
}
