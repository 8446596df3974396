import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  MetricQuestion,
  MetricSource,
} from '@ghostlight/plugin-delivery-node';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import { instantAnswer, numberOf, rangeAnswer } from './answers';
import { selectorsOf } from './queries/selectorsOf';
import {
  fillTemplate,
  isOfWorkload,
  type TemplateName,
} from './queries/templates';
import type { PrometheusInstance } from './readInstances';

/** Prometheus answers 11,000 points of a series at most. */
const mostPoints = 10_000;

/** Reads how versions do from one Prometheus. */
export class PrometheusMetrics implements MetricSource {
  readonly id: string;
  readonly title: string;

  private constructor(
    private readonly instance: PrometheusInstance,
    private readonly client: VendorClient,
  ) {
    const { name } = instance;
    this.id = name === 'default' ? 'prometheus' : `prometheus:${name}`;
    this.title = name === 'default' ? 'Prometheus' : `Prometheus ${name}`;
  }

  static create(options: {
    instance: PrometheusInstance;
    logger: LoggerService;
  }): PrometheusMetrics {
    const { instance, logger } = options;
    const { name, url, headers, timeoutMs, maxResponseBytes } = instance;
    const client = VendorClient.create({
      vendor: name === 'default' ? 'Prometheus' : `Prometheus ${name}`,
      baseUrl: url,
      headers,
      logger,
      timeoutMs,
      maxResponseBytes,
    });
    return new PrometheusMetrics(instance, client);
  }

  async values(
    question: MetricQuestion & { stepMs: number },
  ): Promise<{ at: number; value: number }[] | undefined> {
    const { metric, from, to, stepMs } = question;
    const query = this.queryOf(metric, question, this.instance.windowSeconds);
    if (query === undefined) return undefined;
    if (to < from) return [];
    const step = Math.max(stepMs, (to - from) / mostPoints, 1) / 1000;
    const { data } = await this.ask(metric, () =>
      this.client.read(rangeAnswer, '/api/v1/query_range', {
        query: [
          ['query', query],
          ['start', String(from / 1000)],
          ['end', String(to / 1000)],
          ['step', String(step)],
        ],
        signal: question.signal,
      }),
    );
    const [series, ...others] = data.result;
    if (others.length) throw severalSeries(metric);
    // A counter that has not been scraped twice is no zero: nothing is known of it.
    return (series?.values ?? []).flatMap(([seconds, text]) => {
      const value = numberOf(text);
      return value === undefined
        ? []
        : [{ at: Math.round(seconds * 1000), value }];
    });
  }

  async counts(
    question: MetricQuestion,
  ): Promise<{ bad: number; total: number } | undefined> {
    const { from, to } = question;
    const window = Math.round((to - from) / 1000);
    const [errors, requests] = (['errors', 'requests'] as const).map(name =>
      this.queryOf(name, question, Math.max(1, window)),
    );
    if (errors === undefined || requests === undefined) return undefined;
    if (window < 1) return { bad: 0, total: 0 };
    const [bad, total] = await Promise.all([
      this.sum('errors', errors, question),
      this.sum('requests', requests, question),
    ]);
    // What never failed has no series of failures.
    return { bad: bad ?? 0, total: total ?? 0 };
  }

  private async sum(
    name: TemplateName,
    query: string,
    { to, signal }: MetricQuestion,
  ): Promise<number | undefined> {
    const { data } = await this.ask(name, () =>
      this.client.read(instantAnswer, '/api/v1/query', {
        query: [
          ['query', query],
          ['time', String(to / 1000)],
        ],
        signal,
      }),
    );
    const [one, ...others] = data.result;
    if (others.length) throw severalSeries(name);
    return one?.value && numberOf(one.value[1]);
  }

  /** Undefined when this Prometheus does not measure it for this environment or version. */
  private queryOf(
    name: TemplateName,
    { entity, environment, selector = {} }: MetricQuestion,
    windowSeconds: number,
  ): string | undefined {
    const { environments, templates } = this.instance;
    const template = templates[name];
    if (template === undefined) return undefined;
    if (environments.length && !environments.includes(environment))
      return undefined;
    const selectors = selectorsOf(entity, environment, selector, this.instance);
    if (isOfWorkload(template) && selectors.workload === undefined)
      return undefined;
    return fillTemplate(template, {
      selector: selectors.selector,
      workload: selectors.workload ?? '',
      window: `${windowSeconds}s`,
    });
  }

  /** Failures in words that fit what was asked. */
  private async ask<T>(name: TemplateName, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      if (error.reason === 'unauthorized')
        throw new VendorError(
          error.reason,
          `${this.title} refuses the credentials of delivery.prometheus`,
        );
      if (error.reason === 'http-4xx')
        throw new VendorError(
          error.reason,
          `${this.title} cannot evaluate the query of ${name}: check queries.${name} of delivery.prometheus`,
        );
      throw error;
    }
  }
}

function severalSeries(name: TemplateName): InputError {
  return new InputError(
    `The query of ${name} answers with several series; put sum() or max() around it`,
  );
}
