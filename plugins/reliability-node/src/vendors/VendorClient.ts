import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  DelegateBackoff,
  TaskCancelledError,
  circuitBreaker,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { networkCode, neverSent } from './networkCode';
import { readAnswer } from './readAnswer';
import { readReply, type VendorReply } from './readReply';
import { VendorError } from './VendorError';

/**
 * What a {@link VendorClient} needs to know.
 *
 * @public
 */
export interface VendorClientOptions {
  /** For messages: `PagerDuty`. */
  vendor: string;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Sent with every request; where the credentials are. A function is asked before each, for those that expire. */
  headers: Record<string, string> | (() => Promise<Record<string, string>>);
  logger: LoggerService;
  /** Longest time for one request, in milliseconds. 10,000 by default. */
  timeoutMs?: number;
  /** Largest answer, in bytes. 8 MiB by default. */
  maxResponseBytes?: number;
  /** Milliseconds before the first of the two repetitions; the second waits twice as long. 500 by default. */
  backoffMs?: number;
}

/**
 * What checks the form of an answer; a zod schema is one.
 *
 * @public
 */
export interface VendorSchema<T> {
  safeParse(answer: unknown):
    | { success: true; data: T }
    | {
        success: false;
        error: { issues: { path: PropertyKey[]; message: string }[] };
      };
}

/**
 * What may be said with a request.
 *
 * @public
 */
export interface VendorQuestion {
  query?: readonly (readonly [string, string])[];
  signal?: AbortSignal;
}

/**
 * What may be said with a request whose whole reply is wanted, or that changes something.
 *
 * @public
 */
export interface VendorCall extends VendorQuestion {
  /** In addition to the client's own, and instead of those of the same name. */
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: JsonValue;
}

/**
 * How a vendor is asked to change something.
 *
 * @public
 */
export type VendorVerb = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const repetitions = 2;
const failuresToOpen = 5;
const circuitOpenMs = 30_000;
/** Longer than this a request does not wait for a rate limit: it is told so instead. */
const longestPauseMs = 15_000;

/**
 * Reads a vendor's JSON API: bounded in time and size, repeated twice when that can help, and left
 * alone for 30 seconds after five failures in a row. A rate limit is heeded by all requests of the
 * client. Redirects are not followed. Every failure is a {@link VendorError}.
 *
 * What changes something is sent once: it is repeated only when it was certainly not sent.
 *
 * @public
 */
export class VendorClient {
  private pausedUntil = 0;

  private constructor(
    private readonly options: Required<VendorClientOptions>,
    private readonly policy: IPolicy,
    private readonly changing: IPolicy,
  ) {}

  static create(options: VendorClientOptions): VendorClient {
    const full = {
      timeoutMs: 10_000,
      maxResponseBytes: 8 * 1024 * 1024,
      backoffMs: 500,
      ...options,
    };
    const { vendor, logger, backoffMs } = full;
    const breaker = circuitBreaker(
      handleWhen(error => isPassing(error) && !isRateLimit(error)),
      {
        halfOpenAfter: circuitOpenMs,
        breaker: new ConsecutiveBreaker(failuresToOpen),
      },
    );
    breaker.onBreak(() =>
      logger.warn(`${vendor} fails and is left alone for 30 seconds`),
    );
    breaker.onReset(() => logger.info(`${vendor} answers again`));
    const again = (when: (error: Error) => boolean) =>
      retry(handleWhen(when), {
        maxAttempts: repetitions,
        // A rate limit is waited for by the next attempt itself.
        backoff: new DelegateBackoff(({ attempt, result }) =>
          'error' in result && isRateLimit(result.error)
            ? 0
            : backoffMs * 2 ** (attempt - 1),
        ),
      });
    return new VendorClient(
      full,
      wrap(again(isPassing), breaker),
      wrap(again(isUnsent), breaker),
    );
  }

  /**
   * The JSON at an address, of the form that the schema has.
   *
   * @throws VendorError
   */
  async read<T>(
    schema: VendorSchema<T>,
    path: string,
    question?: VendorQuestion,
  ): Promise<T> {
    const parsed = schema.safeParse(await this.get(path, question));
    if (parsed.success) return parsed.data;
    const [{ path: field, message }] = parsed.error.issues;
    throw new VendorError(
      'bad-answer',
      `${
        this.options.vendor
      } answered ${path} in another form than expected: ${[...field].join(
        '.',
      )}: ${message}`,
    );
  }

  /**
   * The JSON at an address.
   *
   * @param path - from the base address, with a slash in front; whoever builds it encodes its parts
   * @throws VendorError
   */
  async get(path: string, options: VendorQuestion = {}): Promise<JsonValue> {
    const { vendor, maxResponseBytes } = this.options;
    return this.execute(this.policy, 'GET', path, options, response =>
      readAnswer(response, { vendor, path, maxResponseBytes }),
    );
  }

  /**
   * What is at an address, with status and headers: for validators such as `ETag`. Status 304 is a reply.
   * Asked again as {@link VendorClient.get} does.
   *
   * @throws VendorError whose `status` and message are the vendor's
   */
  async look(
    path: string,
    call: Omit<VendorCall, 'body'> = {},
  ): Promise<VendorReply> {
    return this.execute(this.policy, 'GET', path, call, response =>
      this.reply(response, path),
    );
  }

  /**
   * Changes something. Sent once: when the answer is lost, nobody knows what became of it but the vendor,
   * and whoever called has to look.
   *
   * @throws VendorError whose `refused` says whether the vendor said no, so that nothing has changed
   */
  async change(
    verb: VendorVerb,
    path: string,
    call: VendorCall = {},
  ): Promise<VendorReply> {
    return this.execute(this.changing, verb, path, call, response =>
      this.reply(response, path),
    );
  }

  private reply(response: Response, path: string): Promise<VendorReply> {
    const { vendor, maxResponseBytes } = this.options;
    return readReply(response, { vendor, path, maxResponseBytes });
  }

  private async execute<T>(
    policy: IPolicy,
    method: VendorVerb | 'GET',
    path: string,
    call: VendorCall,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const query = new URLSearchParams(
      (call.query ?? []).map(([name, value]) => [name, value]),
    ).toString();
    const { vendor, baseUrl } = this.options;
    const url = `${baseUrl}${path}${query && `?${query}`}`;
    try {
      return await policy.execute(
        () => this.send(method, url, call, read),
        call.signal,
      );
    } catch (error) {
      if (call.signal?.aborted || error instanceof TaskCancelledError)
        throw new VendorError('timeout', `${vendor} was not waited for`);
      if (error instanceof BrokenCircuitError)
        throw new VendorError(
          'circuit-open',
          `${vendor} failed several times in a row and is left alone for 30 seconds`,
        );
      throw error;
    }
  }

  private async send<T>(
    method: VendorVerb | 'GET',
    url: string,
    { signal, body, headers }: VendorCall,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const { vendor, timeoutMs } = this.options;
    await this.pause(signal);
    const own = await this.ownHeaders();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method,
        headers: {
          ...own,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return await read(response);
    } catch (error) {
      if (error instanceof VendorError) {
        if (error.retryAfterMs !== undefined)
          this.pausedUntil = performance.now() + error.retryAfterMs;
        throw error;
      }
      signal?.throwIfAborted();
      if (timeout.aborted)
        throw new VendorError(
          'timeout',
          `${vendor} did not answer within ${timeoutMs / 1000} seconds`,
        );
      throw new VendorError(
        'unreachable',
        `${vendor} cannot be reached: ${networkCode(error)}`,
        undefined,
        { unsent: neverSent(error) },
      );
    }
  }

  private async ownHeaders(): Promise<Record<string, string>> {
    const { headers } = this.options;
    return typeof headers === 'function' ? headers() : headers;
  }

  private async pause(signal: AbortSignal | undefined): Promise<void> {
    const wait = this.pausedUntil - performance.now();
    if (wait <= 0) return;
    if (wait > longestPauseMs)
      throw new VendorError(
        'rate-limited',
        `${this.options.vendor} wants no requests for ${Math.ceil(
          wait / 1000,
        )} seconds more`,
      );
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, wait);
      signal?.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }
}

function isPassing(error: Error): boolean {
  return error instanceof VendorError && error.passing;
}

function isUnsent(error: Error): boolean {
  return error instanceof VendorError && error.unsent;
}

function isRateLimit(error: Error): boolean {
  return error instanceof VendorError && error.reason === 'rate-limited';
}
