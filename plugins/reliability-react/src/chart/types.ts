/**
 * One SLI bucket of a chart; the `slo` API's `Bucket` fits.
 *
 * @public
 */
export interface ChartBucket {
  /** Epoch seconds. */
  start: number;
  /** Good events. */
  good: number;
  /** All events. */
  total: number;
  /** Measured seconds in it. 0 is a gap: neither good nor bad. */
  measured: number;
  /** Seconds left out by corrections. */
  excluded?: number;
  /** Share of the budget left at its end; null when unknown. */
  left: number | null;
}

/**
 * A span of time that is drawn behind a chart; the `slo` API's `Correction` fits.
 *
 * @public
 */
export interface ChartSpan {
  /** Unique in the chart. */
  id: string;
  /** Epoch seconds. */
  from: number;
  /** Epoch seconds. */
  to: number;
  /** Maintenance and incidents are left out of the budget; simulated time counts. */
  kind: 'maintenance' | 'incident' | 'simulated';
  /** Why, in words. */
  reason?: string;
}

/**
 * Something that happened at an instant: a change (▲) or an incident (■).
 *
 * @public
 */
export interface ChartMark {
  /** Unique in the chart. */
  id: string;
  /** Epoch seconds. */
  at: number;
  /** ▲ or ■. */
  kind: 'change' | 'incident';
  /** “deployment v2.3.4” */
  label: string;
  /** Where a click or Enter leads. */
  href?: string;
}

/**
 * A run of buckets below the target; the `slo` API's `Violation` fits.
 *
 * @public
 */
export interface ChartViolation {
  /** Epoch seconds. */
  start: number;
  /** Epoch seconds. */
  end: number;
  /** Bad events in it. */
  bad: number;
  /** All events in it. */
  total: number;
}

/**
 * Where the budget will be if things go on; the `slo` API's `forecast` fits.
 *
 * @public
 */
export interface ChartForecast {
  /** Epoch seconds. */
  at: number;
  /** Share of the budget left then. */
  left: number;
  /** Lower end of its interval. */
  low: number;
  /** Upper end of its interval. */
  high: number;
}

/**
 * The time that a chart shows, in epoch seconds.
 *
 * @public
 */
export interface ChartRange {
  /** Start. */
  from: number;
  /** End. */
  to: number;
}

/**
 * A choice of {@link RangePresets}.
 *
 * @public
 */
export interface RangePreset {
  /** Kept in the URL, such as `30d`. */
  id: string;
  /** What the button says, such as “30 d”. */
  label: string;
}
