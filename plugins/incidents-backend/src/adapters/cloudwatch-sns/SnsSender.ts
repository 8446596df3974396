import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import type { SignatureCheck } from '@ghostlight/reliability-node';
import { verify } from 'node:crypto';
import { SnsCertificates } from './SnsCertificates';
import {
  regionOf,
  snsEnvelope,
  snsHost,
  snsMessage,
  textToSign,
  type SnsMessage,
} from './snsMessage';

const patience = 5_000;

/**
 * Who Amazon SNS is: checks its signature, and confirms subscriptions of the topics that the
 * configuration lists. Nothing is fetched for another topic, or from another host.
 */
export class SnsSender {
  private readonly warned = new Set<string>();
  readonly signature: SignatureCheck = {
    title: 'Amazon SNS signature',
    verify: ({ rawBody }) => this.isSigned(rawBody),
  };

  private constructor(
    private readonly topics: ReadonlySet<string>,
    private readonly certificates: SnsCertificates,
    private readonly fetcher: typeof fetch,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    /** ARNs. */
    topics: string[];
    fetch: typeof fetch;
    logger: LoggerService;
    /** Epoch milliseconds. */
    now: () => number;
  }): SnsSender {
    const { topics, fetch: fetcher, logger } = options;
    return new SnsSender(
      new Set(topics),
      SnsCertificates.create(options),
      fetcher,
      logger,
    );
  }

  /**
   * Confirms a subscription.
   *
   * @returns false for what is no handshake
   * @throws NotAllowedError for a topic that is not listed, or an address that is none of Amazon's
   * @throws ServiceUnavailableError when Amazon could not be reached
   */
  async greet(rawBody: Buffer): Promise<boolean> {
    const message = parse(rawBody);
    if (!message || message.Type === 'Notification') return false;
    this.assertListed(message.TopicArn);
    if (message.Type === 'UnsubscribeConfirmation') {
      this.logger.warn(
        `SNS topic ${message.TopicArn} does not send here any more`,
      );
      return true;
    }
    const address = confirmationOf(message);
    if (!address)
      throw new NotAllowedError(
        'SubscribeURL is not a confirmation of this topic at Amazon',
      );
    try {
      const response = await this.fetcher(address, {
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`Amazon answered ${response.status}`);
    } catch (error) {
      throw new ServiceUnavailableError(
        `The subscription could not be confirmed: ${stringifyError(error)}`,
      );
    }
    this.logger.info(`SNS topic ${message.TopicArn} sends here from now on`);
    return true;
  }

  private async isSigned(rawBody: Buffer): Promise<boolean> {
    const envelope = snsEnvelope.safeParse(parse(rawBody));
    if (!envelope.success) return false;
    const { data } = envelope;
    const region = regionOf(data.TopicArn);
    if (!region || !this.isListed(data.TopicArn)) return false;
    const certificate = await this.certificates.get(
      data.SigningCertURL,
      region,
    );
    if (!certificate) return false;
    return verify(
      data.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256',
      Buffer.from(textToSign(data)),
      certificate.publicKey,
      Buffer.from(data.Signature, 'base64'),
    );
  }

  private isListed(topicArn: string): boolean {
    if (this.topics.has(topicArn)) return true;
    // Anybody can name topics; the log takes a few.
    if (regionOf(topicArn) && this.warned.size < 20) {
      if (!this.warned.has(topicArn)) this.logger.warn(unlisted(topicArn));
      this.warned.add(topicArn);
    }
    return false;
  }

  private assertListed(topicArn: string) {
    if (!this.isListed(topicArn))
      throw new NotAllowedError(unlisted(topicArn.slice(0, 300)));
  }
}

function unlisted(topicArn: string) {
  return `SNS topic ${topicArn} is not one of incidents.intake.adapters.cloudwatch.topics`;
}

function parse(rawBody: Buffer): SnsMessage | undefined {
  try {
    return snsMessage.safeParse(JSON.parse(rawBody.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The address that confirms, when it is Amazon's, of the topic's region, and for this topic. */
function confirmationOf(message: SnsMessage): string | undefined {
  const { SubscribeURL: address, TopicArn: topicArn } = message;
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const right =
    url.protocol === 'https:' &&
    !url.port &&
    !url.username &&
    !url.password &&
    url.pathname === '/' &&
    snsHost.exec(url.hostname)?.[1] === regionOf(topicArn) &&
    url.searchParams.get('Action') === 'ConfirmSubscription' &&
    url.searchParams.get('TopicArn') === topicArn &&
    url.searchParams.get('Token') === message.Token;
  return right ? url.href : undefined;
}
