import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { X509Certificate } from 'node:crypto';
import { snsHost } from './snsMessage';

const path = /^\/SimpleNotificationService-[A-Za-z0-9]{1,100}\.pem$/;
const patience = 5_000;
const longest = 20_000;
/** Certificates kept, and failures remembered; Amazon has a few at a time. */
const most = 20;
/** Milliseconds for which a failure is not tried again. */
const rest = 30_000;

interface Entry {
  certificate: Promise<X509Certificate>;
  failedAt?: number;
}

/** Amazon's signing certificates, fetched once. */
export class SnsCertificates {
  private readonly kept = new Map<string, Entry>();

  private constructor(
    private readonly fetcher: typeof fetch,
    private readonly now: () => number,
  ) {}

  static create(options: {
    fetch: typeof fetch;
    now: () => number;
  }): SnsCertificates {
    return new SnsCertificates(options.fetch, options.now);
  }

  /**
   * @param region - the topic's, which the certificate's host must be of
   * @returns undefined when the address is none of Amazon's, or the certificate is not valid now
   * @throws ServiceUnavailableError when it could not be fetched
   */
  async get(
    address: string,
    region: string,
  ): Promise<X509Certificate | undefined> {
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    const ours =
      url.protocol === 'https:' &&
      !url.port &&
      !url.username &&
      !url.password &&
      !url.search &&
      snsHost.exec(url.hostname)?.[1] === region &&
      path.test(url.pathname);
    if (!ours) return undefined;
    const certificate = await this.fetchOnce(url.href);
    const now = this.now();
    const valid =
      Date.parse(certificate.validFrom) <= now &&
      now <= Date.parse(certificate.validTo);
    return valid ? certificate : undefined;
  }

  private fetchOnce(href: string): Promise<X509Certificate> {
    const known = this.kept.get(href);
    const resting =
      known?.failedAt !== undefined && this.now() - known.failedAt < rest;
    if (known && (known.failedAt === undefined || resting))
      return known.certificate;
    if (this.kept.size >= most) {
      const [oldest] = this.kept.keys();
      this.kept.delete(oldest);
    }
    const entry: Entry = { certificate: this.fetch(href) };
    entry.certificate.catch(() => {
      entry.failedAt = this.now();
    });
    this.kept.set(href, entry);
    return entry.certificate;
  }

  private async fetch(href: string): Promise<X509Certificate> {
    try {
      const response = await this.fetcher(href, {
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) throw new Error(`Amazon answered ${response.status}`);
      const text = await response.text();
      if (text.length > longest) throw new Error('It is no certificate');
      return new X509Certificate(text);
    } catch (error) {
      throw new ServiceUnavailableError(
        `Amazon's certificate could not be had: ${stringifyError(error)}`,
      );
    }
  }
}
