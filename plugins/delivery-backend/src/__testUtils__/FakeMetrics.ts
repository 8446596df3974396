import type { MetricSource } from '@ghostlight/plugin-delivery-node';

/** Measures what a test says. */
export class FakeMetrics implements MetricSource {
  readonly id = 'fake-metrics';
  readonly title = 'Fake metrics';
  /** Share of requests that fail at an instant, epoch milliseconds. */
  errorRate: (at: number) => number = () => 0;
  /** Seconds. */
  latency = 0.2;
  /** Requests a second; undefined when it does not measure this entity. */
  traffic: number | undefined = 100;
  down = false;

  async values({
    metric,
    from,
    to,
    stepMs,
  }: Parameters<MetricSource['values']>[0]) {
    this.answer();
    if (this.traffic === undefined) return undefined;
    const points: { at: number; value: number }[] = [];
    for (let at = from; at <= to; at += stepMs)
      points.push({ at, value: this.valueOf(metric, at) });
    return points;
  }

  async counts({ from, to }: Parameters<MetricSource['counts']>[0]) {
    this.answer();
    if (this.traffic === undefined) return undefined;
    const total = Math.round(((to - from) / 1000) * this.traffic);
    return { bad: total * this.errorRate(to), total };
  }

  private valueOf(metric: string, at: number): number {
    if (metric === 'error_rate') return this.errorRate(at);
    if (metric === 'latency_p95') return this.latency;
    return metric === 'throughput' ? this.traffic! : 0.3;
  }

  private answer(): void {
    if (this.down) throw new Error('connect ECONNREFUSED');
  }
}
