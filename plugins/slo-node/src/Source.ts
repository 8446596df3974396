import type {
  EpochSeconds,
  Finding,
  Indicator,
  Minute,
} from '@ghostlight/plugin-slo-common';

/**
 * An indicator that a source can read: not pushed, not composite.
 *
 * @public
 */
export type SourceIndicator = Extract<
  Indicator,
  { kind: 'ratio' | 'raw' | 'threshold' }
>;

/**
 * Good and total of one closed minute.
 *
 * @public
 */
export interface MinuteSample {
  minute: Minute;
  good: number;
  total: number;
}

/**
 * Why a source could not answer for an indicator. Bounded, so that it can label a metric.
 *
 * @public
 */
export type SourceFailureReason =
  | 'timeout'
  | 'unreachable'
  | 'unknown-source'
  | 'circuit-open'
  | 'http-4xx'
  | 'http-5xx'
  | 'not-prometheus'
  | 'too-large'
  | 'bad-query'
  | 'wrong-type'
  | 'not-a-number'
  | 'negative'
  | 'duplicate-series';

/**
 * The answer for one item. Minutes the source has nothing for are left out: they are gaps.
 * A failure concerns this item alone.
 *
 * @public
 */
export type SourceReading =
  | { key: string; samples: MinuteSample[] }
  | { key: string; failure: { reason: SourceFailureReason; message: string } };

/**
 * What a source says of one indicator: minutes, those it has nothing for left out, or why it cannot.
 *
 * @public
 */
export type SourceMeasurement =
  | { samples: MinuteSample[] }
  | { failure: { reason: SourceFailureReason; message: string } };

/**
 * The four golden signals of one entity over the last minutes, and what of its resources is in use.
 *
 * @public
 */
export interface SignalReading {
  entityRef: string;
  at: EpochSeconds;
  p50?: number;
  p95?: number;
  p99?: number;
  traffic?: number;
  errors?: number;
  /** Share of the capacity in use, 0 to 1. */
  saturation?: number;
  /** Share of what it may use, 0 to 1, of the busiest of its instances. */
  cpu?: number;
  /** Share of what it may use, 0 to 1, of the fullest of its instances. */
  memory?: number;
  /** Share of the connections it may have, 0 to 1, of its fullest pool. */
  connections?: number;
  /** How many wait in its longest queue. */
  queue?: number;
  endpoints: { endpoint: string; p99?: number; traffic?: number }[];
}

/**
 * Reads (good, total) from one configured place, such as one Prometheus.
 *
 * @public
 */
export interface Source {
  /** Name in the configuration and in `DataSource` documents. */
  readonly name: string;
  /** Kind of system: `prometheus`. */
  readonly type: string;

  /** What is wrong with an indicator's queries, found without asking the source. Empty when it can be read. */
  check(indicator: SourceIndicator): Finding[];

  /**
   * Reads the closed minutes `from` (inclusive) to `to` (exclusive) of all items. Indicators of one
   * shape are asked together. Never throws for an item's sake.
   */
  read(request: {
    items: { key: string; indicator: SourceIndicator }[];
    from: Minute;
    to: Minute;
    signal?: AbortSignal;
  }): Promise<SourceReading[]>;

  /**
   * Reads minutes of one indicator from the series that have all of these labels, such as those of one
   * version. A source that knows no labels does without it. Never throws for the indicator's sake.
   */
  measure?(request: {
    indicator: SourceIndicator;
    /** Names as they are on the workload (`app.kubernetes.io/version`): the source knows what they are called there. */
    labels: Record<string, string>;
    from: Minute;
    to: Minute;
    signal?: AbortSignal;
  }): Promise<SourceMeasurement>;

  /**
   * Reads the minutes of one indicator that end at an instant, wherever within a minute that is: what
   * there is now, where whole minutes would come too late. Their `minute` is the one in which they begin.
   * A source that only knows whole minutes does without it. Never throws for the indicator's sake.
   */
  readLatest?(request: {
    indicator: SourceIndicator;
    end: EpochSeconds;
    minutes: number;
    signal?: AbortSignal;
  }): Promise<SourceMeasurement>;

  /** The oldest minute the source can have data for, or undefined when it cannot tell. */
  oldest(signal?: AbortSignal): Promise<Minute | undefined>;

  /** Golden signals and resources of the entities that the source knows, when it is set up for them. */
  readSignals?(request: {
    entities: { entityRef: string; name: string }[];
    signal?: AbortSignal;
  }): Promise<SignalReading[]>;

  /** The window, in seconds, a counter's increase needs to see two samples; and the query as it will be sent. For display. */
  explain(
    indicator: SourceIndicator,
  ): { name: 'good' | 'bad' | 'total' | 'raw' | 'threshold'; query: string }[];
}
