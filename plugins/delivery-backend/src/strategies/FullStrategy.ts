import type {
  MetricName,
  StrategySpec,
} from '@ghostlight/plugin-delivery-common';

/** A metric that a version is held to on its way out. Exactly one of `max` and `min`. */
export interface MetricGate {
  metric: MetricName;
  objective?: undefined;
  max?: number;
  min?: number;
}

/** An objective of the slo family whose budget a version may spend so fast at most. */
export interface ObjectiveGate {
  metric?: undefined;
  /** Its ref. */
  objective: string;
  maxBurnRate: number;
}

/** What a version is held to on its way out. */
export type StrategyGate = MetricGate | ObjectiveGate;

/** A strategy with nothing left out. */
export interface FullStrategy extends StrategySpec {
  /** What share of the traffic, and for how many seconds it is watched then. Ends at 100. */
  steps: { weight: number; seconds: number }[];
  /** Of the last of them. */
  watchSeconds: number;
  gates: StrategyGate[];
  /** Whether a gate that fails takes everything back; otherwise it holds and asks. */
  automaticRollback: boolean;
}
