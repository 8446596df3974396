import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  MetricQuestion,
  MetricSource,
} from '@ghostlight/plugin-delivery-node';
import { cleanCounts, type Counts } from './Counts';
import type { Reading } from './judgeReadings';
import { Turns } from './Turns';

/** What the sources say. `why` is for people: why there is nothing, or undefined when nobody measures it. */
export type Answered<T> = { data: T } | { data?: undefined; why?: string };

/** What is asked, without the signal, which the reader brings. */
export type MetricAsk = Omit<MetricQuestion, 'signal'>;

/** Times in a row that a source may not answer before it is left alone. */
const failuresToLeave = 3;
const leftAloneMs = 30_000;

interface Known {
  source: MetricSource;
  turns: Turns;
  failures: number;
  leftUntil: number;
}

/**
 * Asks the metric sources, one after the other until one measures what is asked. Each has its own
 * turns, a time for each question, and is left alone for half a minute when it does not answer: a slow
 * one takes nothing from the others.
 */
export class MetricReader {
  private constructor(
    private readonly known: () => Known[],
    private readonly patience: number,
    private readonly now: () => number,
    private readonly logger: LoggerService | undefined,
  ) {}

  static create(options: {
    sources: ReadonlyMap<string, MetricSource>;
    now: () => number;
    logger?: LoggerService;
    /** Milliseconds for one question. Default 10,000. */
    patience?: number;
    /** Questions to one source at once. Default 8. */
    atOnce?: number;
  }): MetricReader {
    const { sources, now, logger, patience = 10_000, atOnce = 8 } = options;
    const all = new Map<string, Known>();
    const known = () =>
      // Modules may add one until the plugin starts.
      [...sources].map(([id, source]) => {
        const found = all.get(id) ?? {
          source,
          turns: Turns.create(atOnce),
          failures: 0,
          leftUntil: 0,
        };
        all.set(id, found);
        return found;
      });
    return new MetricReader(known, patience, now, logger);
  }

  get empty(): boolean {
    return this.known().length === 0;
  }

  /** How many requests failed, of how many. */
  async counts(
    ask: Omit<MetricAsk, 'metric'>,
    signal?: AbortSignal,
  ): Promise<Answered<Counts>> {
    const answer = await this.ask(
      (source, inner) =>
        source.counts({ ...ask, metric: 'error_rate', signal: inner }),
      signal,
    );
    return answer.data ? { data: cleanCounts(answer.data) } : answer;
  }

  /** Values over time, those that are no number left out. */
  async values(
    ask: MetricAsk & { stepMs: number },
    signal?: AbortSignal,
  ): Promise<Answered<Reading[]>> {
    const answer = await this.ask(
      (source, inner) => source.values({ ...ask, signal: inner }),
      signal,
    );
    return answer.data
      ? { data: answer.data.filter(({ value }) => Number.isFinite(value)) }
      : answer;
  }

  private async ask<T>(
    question: (
      source: MetricSource,
      signal: AbortSignal,
    ) => Promise<T | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<Answered<T>> {
    let why: string | undefined;
    for (const known of this.known()) {
      const { title } = known.source;
      if (this.now() < known.leftUntil) {
        why ??= `${title} does not answer and is left alone for half a minute`;
        continue;
      }
      try {
        const data = await known.turns.take(() =>
          inTime(this.patience, signal, inner => question(known.source, inner)),
        );
        known.failures = 0;
        if (data !== undefined) return { data };
      } catch (error) {
        signal?.throwIfAborted();
        const text = error instanceof Error ? error.message : String(error);
        why ??= `${title}: ${text}`.slice(0, 500);
        known.failures += 1;
        // Of many questions that were on their way together one is enough to say it.
        const isLeft = this.now() < known.leftUntil;
        if (isLeft || known.failures < failuresToLeave) continue;
        known.failures = 0;
        known.leftUntil = this.now() + leftAloneMs;
        this.logger?.warn(`Metric source ${title} is left alone: ${text}`);
      }
    }
    return { why };
  }
}

/** Whatever the source does with the signal, it is not waited for longer. */
async function inTime<T>(
  patience: number,
  outer: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = AbortSignal.timeout(patience);
  const signal = outer ? AbortSignal.any([outer, late]) : late;
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () =>
      reject(
        late.aborted
          ? new Error(`no answer within ${patience / 1000} s`)
          : signal.reason,
      );
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => signal.removeEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([call(signal), aborted]);
  } finally {
    stop();
  }
}
