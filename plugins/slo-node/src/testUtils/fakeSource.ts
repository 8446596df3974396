import type {
  EpochSeconds,
  Finding,
  Minute,
} from '@ghostlight/plugin-slo-common';
import type {
  SignalReading,
  Source,
  SourceFailureReason,
  SourceIndicator,
  SourceReading,
} from '@ghostlight/plugin-slo-node';

/**
 * What a fake source says about one minute of an indicator: counts, a failure of the whole item,
 * or nothing (a gap).
 *
 * @public
 */
export type FakeAnswer =
  | { good: number; total: number }
  | { failure: SourceFailureReason; message?: string }
  | undefined;

/**
 * How a fake source behaves. `answer` may be replaced while a test runs.
 *
 * @public
 */
export interface FakeSourceOptions {
  /** `default` by default. */
  name?: string;
  answer?: (indicator: SourceIndicator, minute: Minute) => FakeAnswer;
  /** Of the series with these labels; without it the source knows no labels. */
  split?: (labels: Record<string, string>, minute: Minute) => FakeAnswer;
  /** Of the minutes that end now; without it the source only knows whole ones. */
  latest?: (indicator: SourceIndicator, end: EpochSeconds) => FakeAnswer;
  /** Findings by query text; a listed query is found wrong. */
  findings?: Record<string, Finding[]>;
  oldest?: Minute;
  signals?: (entityRef: string) => SignalReading | undefined;
}

/**
 * A `Source` that answers from a function and remembers what it was asked.
 *
 * @public
 */
export interface FakeSource extends Source {
  answer: (indicator: SourceIndicator, minute: Minute) => FakeAnswer;
  readonly reads: { keys: string[]; from: Minute; to: Minute }[];
}

/**
 * Makes a source for tests. Without an `answer` every minute has 1000 events, all good.
 *
 * @public
 */
export function fakeSource(options: FakeSourceOptions = {}): FakeSource {
  const { latest, signals, split } = options;
  const source: FakeSource = {
    name: options.name ?? 'default',
    type: 'fake',
    reads: [],
    answer: options.answer ?? (() => ({ good: 1000, total: 1000 })),
    check: indicator =>
      queriesOf(indicator).flatMap(
        ({ query }) => options.findings?.[query] ?? [],
      ),
    async read({ items, from, to }) {
      source.reads.push({ keys: items.map(item => item.key), from, to });
      return items.map(item => reading(source, item, from, to));
    },
    oldest: async () => options.oldest,
    explain: queriesOf,
  };
  if (split) {
    source.measure = async ({ labels, indicator, from, to }) => {
      const answer = (_: SourceIndicator, minute: Minute) =>
        split(labels, minute);
      const item = { key: '', indicator };
      const { key: _, ...rest } = reading({ answer }, item, from, to);
      return rest;
    };
  }
  if (latest) {
    source.readLatest = async ({ indicator, end, minutes }) => {
      const to = Math.floor(end / 60);
      const answer = () => latest(indicator, end);
      const item = { key: '', indicator };
      const { key: _, ...rest } = reading({ answer }, item, to - minutes, to);
      return rest;
    };
  }
  if (signals) {
    source.readSignals = async ({ entities }) =>
      entities.flatMap(({ entityRef }) => signals(entityRef) ?? []);
  }
  return source;
}

function reading(
  source: Pick<FakeSource, 'answer'>,
  item: { key: string; indicator: SourceIndicator },
  from: Minute,
  to: Minute,
): SourceReading {
  const samples = [];
  for (let minute = from; minute < to; minute++) {
    const answer = source.answer(item.indicator, minute);
    if (!answer) continue;
    if ('failure' in answer) {
      const { failure: reason, message = `The fake source says ${reason}` } =
        answer;
      return { key: item.key, failure: { reason, message } };
    }
    samples.push({ minute, ...answer });
  }
  return { key: item.key, samples };
}

function queriesOf(indicator: SourceIndicator): ReturnType<Source['explain']> {
  if (indicator.kind === 'raw')
    return [{ name: 'raw', query: indicator.raw.query }];
  if (indicator.kind === 'threshold')
    return [{ name: 'threshold', query: indicator.metric.query }];
  const { good, bad, total } = indicator;
  return [
    ...(good ? [{ name: 'good' as const, query: good.query }] : []),
    ...(bad ? [{ name: 'bad' as const, query: bad.query }] : []),
    { name: 'total', query: total.query },
  ];
}
