import type { Entity } from '@backstage/catalog-model';
import type { MetricName } from '@ghostlight/plugin-delivery-common';

/**
 * Which series: of an entity in an environment, of one version or track of it where that is asked for.
 *
 * @public
 */
export interface MetricQuestion {
  entity: Entity;
  environment: string;
  metric: MetricName;
  /** Labels that tell the version: `{track: 'canary'}`. */
  selector?: Record<string, string>;
  /** Epoch milliseconds. */
  from: number;
  to: number;
  signal: AbortSignal;
}

/**
 * Reads how a version does from where metrics are.
 *
 * @public
 */
export interface MetricSource {
  id: string;
  title: string;
  /**
   * Values over time, oldest first: ratios for error_rate, cpu and memory (of their limit), seconds for
   * latency_p95, requests per second for throughput, 0 to 1 for llm_quality_score.
   *
   * @returns undefined when it does not measure this
   */
  values(
    question: MetricQuestion & { stepMs: number },
  ): Promise<{ at: number; value: number }[] | undefined>;
  /** Of error_rate: how many requests failed, of how many. */
  counts(
    question: MetricQuestion,
  ): Promise<{ bad: number; total: number } | undefined>;
}
