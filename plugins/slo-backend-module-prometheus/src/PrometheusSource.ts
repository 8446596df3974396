import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  checkIndicator,
  indicatorQueries,
  printQuery,
} from '@ghostlight/plugin-slo-common';
import type { Finding, Minute } from '@ghostlight/plugin-slo-common';
import type {
  SignalReading,
  Source,
  SourceIndicator,
  SourceMeasurement,
  SourceReading,
} from '@ghostlight/plugin-slo-node';
import { PrometheusClient } from './client/PrometheusClient';
import { findOldest } from './findOldest';
import { ItemCompiler } from './reading/compileItem';
import type { CompiledItem } from './reading/compileItem';
import { matchersOf, narrowIndicator } from './reading/narrowIndicator';
import { planGroups, rowId } from './reading/planGroups';
import { RowReader } from './reading/RowReader';
import type { RowResult } from './reading/RowReader';
import { toSamples } from './reading/toSamples';
import type { ItemValues } from './reading/toSamples';
import type { PrometheusInstance } from './readInstances';
import { readSignals } from './signals/readSignals';

type ReadRequest = Parameters<Source['read']>[0];
type LatestRequest = Parameters<NonNullable<Source['readLatest']>>[0];
type MeasureRequest = Parameters<NonNullable<Source['measure']>>[0];

/** Reads objectives and golden signals from one Prometheus. */
export class PrometheusSource implements Source {
  readonly type = 'prometheus';
  readonly readSignals?: Source['readSignals'];

  private constructor(
    readonly name: string,
    private readonly windowSeconds: number,
    private readonly client: PrometheusClient,
    private readonly compiler: ItemCompiler,
    private readonly reader: RowReader,
    private readonly versionLabels: Record<string, string>,
    signals: PrometheusInstance['signals'],
  ) {
    if (signals)
      this.readSignals = (request): Promise<SignalReading[]> =>
        readSignals({ client, profile: signals, ...request });
  }

  static create(options: {
    instance: PrometheusInstance;
    logger: LoggerService;
  }): PrometheusSource {
    const { instance, logger } = options;
    const client = PrometheusClient.create({ endpoint: instance, logger });
    return new PrometheusSource(
      instance.name,
      instance.windowSeconds,
      client,
      new ItemCompiler(instance.windowSeconds),
      new RowReader(client),
      instance.versionLabels,
      instance.signals,
    );
  }

  check(indicator: SourceIndicator): Finding[] {
    return checkIndicator(indicator);
  }

  explain(indicator: SourceIndicator): ReturnType<Source['explain']> {
    return indicatorQueries(indicator, this.windowSeconds).map(
      ({ name, query }) => ({ name, query: printQuery(query) }),
    );
  }

  async oldest(signal?: AbortSignal): Promise<Minute | undefined> {
    return findOldest(this.client, signal);
  }

  async measure(request: MeasureRequest): Promise<SourceMeasurement> {
    const { labels, signal, ...range } = request;
    // What is wrong with it is said of the query as it is written; narrowed, it is bounded by a label.
    const problem = this.check(request.indicator).find(
      ({ severity }) => severity === 'error',
    );
    if (problem) return refused(`${problem.path}: ${problem.message}`);
    let indicator: SourceIndicator;
    try {
      const matchers = matchersOf(labels, this.versionLabels);
      indicator = narrowIndicator(request.indicator, matchers);
    } catch (error) {
      return refused(isError(error) ? error.message : 'Not a PromQL query');
    }
    const { from, to } = range;
    const items = [{ key: 'only', indicator }];
    const [{ key: _, ...answer }] = await this.read({
      items,
      from,
      to,
      signal,
    });
    return answer;
  }

  async readLatest(request: LatestRequest): Promise<SourceMeasurement> {
    const { indicator, end, minutes, signal } = request;
    const to = Math.floor(end / 60);
    const [{ key: _, ...answer }] = await this.read({
      items: [{ key: 'only', indicator }],
      from: to - minutes,
      to,
      shift: end % 60,
      signal,
    });
    return answer;
  }

  async read(
    request: ReadRequest & { shift?: number },
  ): Promise<SourceReading[]> {
    const { items, from, to, shift = 0, signal } = request;
    if (to <= from) return items.map(({ key }) => ({ key, samples: [] }));
    const compiled: CompiledItem[] = [];
    for (const { indicator } of items) {
      compiled.push(this.compiler.compile(indicator));
      // Compiling 10,000 for the first time takes seconds; others want the thread too.
      if (compiled.length % 250 === 0) await setImmediate();
    }
    const groups = planGroups(
      compiled.flatMap(item => ('parts' in item ? item.parts : [])),
    );
    const { rows, serverSeconds } = await this.reader.read(
      groups,
      { from, to, shift },
      signal,
    );
    // A minute that has not ended on the server's clock is not closed there. The Date header has whole seconds.
    const closed = Math.min(to, Math.floor((serverSeconds + 1 - shift) / 60));
    return items.map(({ key, indicator }, index) => {
      const result = readItem(compiled[index], indicator, rows, from, closed);
      if ('samples' in result) return { key, samples: result.samples };
      const { reason, message } = result.failure;
      return { key, failure: { reason, message } };
    });
  }
}

function refused(message: string): SourceMeasurement {
  return { failure: { reason: 'bad-query', message } };
}

function readItem(
  compiled: CompiledItem,
  indicator: SourceIndicator,
  rows: Map<string, RowResult>,
  from: Minute,
  to: Minute,
): ReturnType<typeof toSamples> {
  if ('failure' in compiled) return compiled;
  const values: ItemValues = new Map();
  for (const part of compiled.parts) {
    const row = rows.get(rowId(part))!;
    if ('failure' in row) return row;
    values.set(part.name, { part, ...row });
  }
  return toSamples(indicator, values, { from, to }, Date.now() / 1000);
}
