/**
 * Metadata of a document; what else Backstage has there may stay.
 *
 * @public
 */
export interface DocumentMetadata {
  name: string;
  namespace?: string;
  displayName?: string;
  title?: string;
  description?: string;
  labels?: Record<string, string | string[]>;
  annotations?: Record<string, string>;
}

/**
 * Where a metric comes from: a DataSource document or configured source by name, or a type.
 *
 * @public
 */
export interface MetricSource {
  metricSourceRef?: string;
  type?: string;
  spec?: Record<string, unknown>;
}

/** @public */
export interface Metric {
  metricSource: MetricSource;
}

/** @public */
export interface RatioMetric {
  counter?: boolean;
  good?: Metric;
  bad?: Metric;
  total?: Metric;
  rawType?: 'success' | 'failure';
  raw?: Metric;
}

/** @public */
export interface SliSpec {
  description?: string;
  thresholdMetric?: Metric;
  ratioMetric?: RatioMetric;
}

/** @public */
export interface InlineIndicator {
  metadata?: DocumentMetadata;
  spec: SliSpec;
}

/** @public */
export interface TimeWindow {
  duration: string;
  isRolling?: boolean;
  calendar?: { startTime: string; timeZone: string };
}

/** @public */
export interface ObjectiveSpec {
  displayName?: string;
  op?: 'lte' | 'gte' | 'lt' | 'gt';
  value?: number;
  target?: number;
  targetPercent?: number;
  timeSliceTarget?: number;
  timeSliceWindow?: number | string;
  indicator?: InlineIndicator;
  indicatorRef?: string;
  compositeWeight?: number;
}

/** @public */
export interface SloSpec {
  description?: string;
  service: string;
  indicator?: InlineIndicator;
  indicatorRef?: string;
  timeWindow: TimeWindow[];
  budgetingMethod: 'Occurrences' | 'Timeslices' | 'RatioTimeslices';
  objectives: ObjectiveSpec[];
  alertPolicies?: AlertPolicyEntry[];
}

/**
 * An AlertPolicy by name, or written in place.
 *
 * @public
 */
export interface AlertPolicyEntry {
  alertPolicyRef?: string;
  kind?: 'AlertPolicy';
  metadata?: DocumentMetadata;
  spec?: AlertPolicySpec;
}

/** @public */
export interface AlertPolicySpec {
  description?: string;
  alertWhenBreaching?: boolean;
  alertWhenResolved?: boolean;
  alertWhenNoData?: boolean;
  conditions: AlertConditionEntry[];
  notificationTargets?: AlertTargetEntry[];
}

/**
 * An AlertCondition by name, or written in place.
 *
 * @public
 */
export interface AlertConditionEntry {
  conditionRef?: string;
  kind?: 'AlertCondition';
  metadata?: DocumentMetadata;
  spec?: AlertConditionSpec;
}

/** @public */
export interface AlertConditionSpec {
  description?: string;
  severity: string;
  condition: {
    kind?: 'burnrate';
    op?: 'lte' | 'gte' | 'lt' | 'gt';
    threshold: number;
    lookbackWindow: string;
    alertAfter?: string;
  };
}

/**
 * An AlertNotificationTarget by name, or written in place.
 *
 * @public
 */
export interface AlertTargetEntry {
  targetRef?: string;
  kind?: 'AlertNotificationTarget';
  metadata?: DocumentMetadata;
  spec?: AlertNotificationTargetSpec;
}

/** @public */
export interface AlertNotificationTargetSpec {
  description?: string;
  target: string;
}

/** @public */
export interface DataSourceSpec {
  description?: string;
  type: string;
  /** Only `source`, the name of a configured source, is used. Addresses here are never fetched. */
  connectionDetails?: Record<string, unknown>;
}

/**
 * When a rule of a policy holds. All that is given must hold.
 *
 * @public
 */
export interface PolicyCondition {
  /** Share of the budget spent, 0.9 = 90 %; holds above it. */
  budgetSpent?: number;
  /** Burn rate; holds above it. */
  burnAbove?: number;
  /** Window of `burnAbove`, `1h` by default. */
  over?: string;
  /** A burn pair of this severity fires; `ticket` holds for either. */
  firing?: 'page' | 'ticket';
}

/** @public */
export interface PolicyAction {
  /** Bounded name, such as `halt-releases`. */
  action: string;
  text: string;
}

/**
 * Exactly one of `denyWhen` and `warnWhen`.
 *
 * @public
 */
export interface PolicyRule {
  name: string;
  denyWhen?: PolicyCondition;
  warnWhen?: PolicyCondition;
  actions?: PolicyAction[];
}

/** @public */
export type PolicyVerdict = 'allow' | 'warn' | 'deny';

/** @public */
export interface ErrorBudgetPolicySpec {
  description?: string;
  /** Share of the budget left under which to warn; 0.2 by default. */
  alertBelow?: number;
  /** `warn` by default. */
  noData?: PolicyVerdict;
  /** `allow` by default. */
  lowTraffic?: PolicyVerdict;
  /** Which components it is for, when their SLO names no policy. */
  appliesTo?: {
    entities?: string[];
    tiers?: string[];
    types?: string[];
    systems?: string[];
    owners?: string[];
  };
  /** One rule that halts releases above 90 % spent by default. */
  rules?: PolicyRule[];
}

/** @public */
export interface DocumentOf<K extends string, S> {
  apiVersion: string;
  kind: K;
  metadata: DocumentMetadata;
  spec: S;
}

/**
 * A checked document of a kind of the slo family, stripped of fields it does not know.
 *
 * @public
 */
export type SloDocument =
  | DocumentOf<'SLO', SloSpec>
  | DocumentOf<'SLI', SliSpec>
  | DocumentOf<'Service', { description?: string }>
  | DocumentOf<'DataSource', DataSourceSpec>
  | DocumentOf<'AlertPolicy', AlertPolicySpec>
  | DocumentOf<'AlertCondition', AlertConditionSpec>
  | DocumentOf<'AlertNotificationTarget', AlertNotificationTargetSpec>
  | DocumentOf<'ErrorBudgetPolicy', ErrorBudgetPolicySpec>;

/** @public */
export type SloDocumentKind = SloDocument['kind'];

/** @public */
export type SloDocumentOfKind<K extends SloDocumentKind> = Extract<
  SloDocument,
  { kind: K }
>;
