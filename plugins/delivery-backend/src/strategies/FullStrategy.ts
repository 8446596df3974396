import type {
  MetricName,
  StrategySpec,
} from '@ghostlight/plugin-delivery-common';

/** What a version is held to on its way out. Exactly one of `max` and `min`. */
export interface StrategyGate {
  metric: MetricName;
  max?: number;
  min?: number;
}

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
