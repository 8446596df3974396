/**
 * Seconds since 1970-01-01 UTC.
 *
 * @public
 */
export type EpochSeconds = number;

/**
 * Whole minutes since 1970-01-01 UTC; minute `m` covers the seconds `[60 m, 60 m + 60)`.
 *
 * @public
 */
export type Minute = number;

/** @public */
export type BudgetingMethod = 'occurrences' | 'timeslices' | 'ratio-timeslices';

/**
 * The window over which a budget is counted.
 *
 * @public
 */
export type ObjectiveWindow =
  | {
      kind: 'rolling';
      /** 300 (5 m) to 7,776,000 (90 d). */
      seconds: number;
      /** As written, for people: `30d`. */
      duration: string;
    }
  | {
      kind: 'calendar';
      unit: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
      count: number;
      /** IANA name. */
      timeZone: string;
      /** Local time from which periods are counted, `yyyy-MM-dd HH:mm:ss`. */
      startTime: string;
      duration: string;
    };

/**
 * One query and where to ask it.
 *
 * @public
 */
export interface SourceQuery {
  query: string;
}

/**
 * How (good, total) of a minute comes to be.
 *
 * - `ratio`: counts of events. Exactly one of `good` and `bad`, with `total`; `counter` says whether
 *   the queries select ever-growing counters (then increases are taken) or per-interval counts.
 * - `raw`: one query that already is a ratio; a minute counts 1 with `good` the success share.
 * - `threshold`: one query with a value; a minute counts 1, good when `value operator threshold`.
 * - `push`: counts arrive at `POST /v1/samples`.
 * - `composite`: weighted members, all objectives of the ledger.
 *
 * @public
 */
export type Indicator =
  | {
      kind: 'ratio';
      source: string;
      counter: boolean;
      good?: SourceQuery;
      bad?: SourceQuery;
      total: SourceQuery;
    }
  | {
      kind: 'raw';
      source: string;
      rawType: 'success' | 'failure';
      raw: SourceQuery;
    }
  | {
      kind: 'threshold';
      source: string;
      metric: SourceQuery;
      operator: 'lte' | 'gte' | 'lt' | 'gt';
      threshold: number;
    }
  | { kind: 'push'; source: 'push' }
  | { kind: 'composite'; source: 'composite'; members: CompositeMember[] };

/** @public */
export interface CompositeMember {
  /** Objective ref. */
  ref: string;
  /** Above 0; normalised over the members. */
  weight: number;
}

/**
 * One pair of the multi-window multi-burn-rate table.
 *
 * @public
 */
export interface BurnPairRule {
  /** `page-1h`, `page-6h`, `ticket-1d`, `ticket-3d` in the standard table. */
  name: string;
  severity: 'page' | 'ticket';
  longSeconds: number;
  shortSeconds: number;
  /** Burn rate both windows must exceed. */
  threshold: number;
  /** Set when the target can never burn this fast: at 90 % a total outage burns at 10. */
  unreachable?: true;
}

/**
 * Where in its document an objective is written.
 *
 * @public
 */
export interface ObjectivePlace {
  /** Path of its target: `spec.objectives[0].target`. */
  target: string;
  /** Path of its indicator: `spec.indicator.spec`, or `spec.indicatorRef` where that names an SLI document. */
  indicator: string;
}

/**
 * An objective as written, compiled: every reference followed, every default filled in.
 * A document with several objectives compiles to several of these.
 *
 * @public
 */
export interface Objective {
  /** `slo:namespace/name`, plus `~objective` where the document has several. */
  ref: string;
  /** The SLO entity. */
  documentRef: string;
  /** What is measured; a full entity ref. */
  entityRef: string;
  title: string;
  description?: string;
  /** Above 0, below 1. */
  target: number;
  method: BudgetingMethod;
  /** Only for the two time-slice methods. */
  timeSlice?: {
    /** Whole minutes, 60 and up. */
    seconds: number;
    /** Share of good events that makes a slice good, 0 to 1 (`timeslices` only). */
    target: number;
  };
  window: ObjectiveWindow;
  indicator: Indicator;
  pairs: BurnPairRule[];
  /** Full ref of an ErrorBudgetPolicy, or `builtin:conservative` / `builtin:aggressive`. */
  policyRef?: string;
  /** Share of the budget left under which the status is `warning`; from the policy. */
  alertBelow: number;
  /** Where to point to when something is wrong with it. */
  place?: ObjectivePlace;
}

/**
 * Something wrong (`error`) or unwise (`warning`, `info`) in a document, said to its author.
 *
 * @public
 */
export interface Finding {
  severity: 'error' | 'warning' | 'info';
  /** `invalid`, `unknown-reference`, `unreachable-burn`, `budget-under-one-event`, `window-longer-than-history`, … */
  code: string;
  /** `spec.objectives[0].target` */
  path: string;
  message: string;
  /** What stood there, shortened. */
  found?: string;
  /** What may stand there. */
  allowed?: string;
  /** Line in the file, counted from 1; only where the text was at hand. */
  line?: number;
}
