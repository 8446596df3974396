import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  TaskCancelledError,
  bulkhead,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { PrometheusError } from '../PrometheusError';
import type { PrometheusInstance } from '../readInstances';
import { parseEnvelope, parseSeries } from './parseAnswer';
import type { AnswerSeries } from './parseAnswer';
import { readBody } from './readBody';

/** How long an open circuit stays open before one request may try again. */
const circuitOpenMs = 30_000;
const failuresToOpen = 5;

/** An answer and the server's own clock when it gave it, where it says so. */
export interface Answer {
  series: AnswerSeries[];
  serverSeconds?: number;
}

type Endpoint = Pick<
  PrometheusInstance,
  'name' | 'url' | 'headers' | 'timeoutMs' | 'maxResponseBytes' | 'concurrency'
>;

/** The code of a network failure, such as `ECONNREFUSED`; addresses are kept out of messages. */
function networkCode(error: Error): string {
  const { cause } = error;
  const code =
    isError(cause) && typeof cause.code === 'string' ? cause.code : undefined;
  return code ?? 'the connection broke';
}

/**
 * Asks one Prometheus over HTTP. Bounded in time, in size and in requests at once; redirects are not
 * followed; after 5 failures of the server in a row nothing is asked for 30 seconds. Every failure is a
 * PrometheusError.
 */
export class PrometheusClient {
  private constructor(
    private readonly endpoint: Endpoint,
    private readonly limit: ReturnType<typeof bulkhead>,
    private readonly breaker: ReturnType<typeof circuitBreaker>,
  ) {}

  static create(options: { endpoint: Endpoint; logger: LoggerService }) {
    const { endpoint, logger } = options;
    const breaker = circuitBreaker(
      handleWhen(e => e instanceof PrometheusError && e.ofServer),
      {
        halfOpenAfter: circuitOpenMs,
        breaker: new ConsecutiveBreaker(failuresToOpen),
      },
    );
    breaker.onBreak(broken => {
      const message = 'error' in broken ? broken.error.message : '';
      logger.warn(
        `Prometheus source ${endpoint.name} fails and is left alone for 30 seconds: ${message}`,
      );
    });
    breaker.onReset(() =>
      logger.info(`Prometheus source ${endpoint.name} answers again`),
    );
    const limit = bulkhead(endpoint.concurrency, Infinity);
    return new PrometheusClient(endpoint, limit, breaker);
  }

  /** Evaluates a query at `start`, `start + step`, … up to and including `end`, in epoch seconds. */
  async queryRange(
    request: { query: string; start: number; end: number; step: number },
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { query, ...times } = request;
    const form = new URLSearchParams({ query });
    for (const [name, value] of Object.entries(times))
      form.set(name, String(value));
    const { data, serverSeconds } = await this.ask(
      '/api/v1/query_range',
      form,
      signal,
    );
    return { series: parseSeries(data, 'matrix'), serverSeconds };
  }

  /** Evaluates a query at the server's present. */
  async query(query: string, signal?: AbortSignal): Promise<Answer> {
    const { data, serverSeconds } = await this.ask(
      '/api/v1/query',
      new URLSearchParams({ query }),
      signal,
    );
    return { series: parseSeries(data, 'vector'), serverSeconds };
  }

  /** The `data` of a status page such as `runtimeinfo`. */
  async status(page: string, signal?: AbortSignal): Promise<unknown> {
    const path = `/api/v1/status/${page}`;
    return (await this.ask(path, undefined, signal)).data;
  }

  private async ask(
    path: string,
    form: URLSearchParams | undefined,
    signal?: AbortSignal,
  ): Promise<{ data: unknown; serverSeconds?: number }> {
    try {
      return await this.limit.execute(
        () => this.breaker.execute(() => this.send(path, form, signal)),
        signal,
      );
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw new PrometheusError(
          'circuit-open',
          'The source failed several times in a row and is left alone for 30 seconds',
        );
      if (error instanceof TaskCancelledError || signal?.aborted)
        throw new PrometheusError('timeout', 'The reading was called off');
      throw error;
    }
  }

  private async send(
    path: string,
    form: URLSearchParams | undefined,
    signal?: AbortSignal,
  ) {
    const { url, headers, timeoutMs, maxResponseBytes } = this.endpoint;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${url}${path}`, {
        method: form ? 'POST' : 'GET',
        body: form,
        headers: { Accept: 'application/json', ...headers },
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new PrometheusError(
          'not-prometheus',
          `HTTP status ${response.status}: redirects are not followed`,
        );
      }
      const body = await readBody(response, maxResponseBytes);
      const type = response.headers.get('content-type') ?? '';
      const date = Date.parse(response.headers.get('date') ?? '');
      return {
        data: parseEnvelope(response.status, type, body),
        ...(Number.isFinite(date) && { serverSeconds: date / 1000 }),
      };
    } catch (error) {
      if (error instanceof PrometheusError || signal?.aborted) throw error;
      if (timeout.aborted)
        throw new PrometheusError(
          'timeout',
          `No complete answer within ${timeoutMs / 1000} seconds`,
        );
      throw new PrometheusError(
        'unreachable',
        `The source cannot be reached: ${
          isError(error) ? networkCode(error) : 'unknown'
        }`,
      );
    }
  }
}
