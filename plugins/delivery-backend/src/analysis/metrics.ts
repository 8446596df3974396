import type { MetricName } from '@ghostlight/plugin-delivery-common';

/** How a metric is called and written. */
export const metricWords: Record<
  MetricName,
  { title: string; unit: 'ratio' | 'seconds' | 'per-second' | 'score' }
> = {
  error_rate: { title: 'error rate', unit: 'ratio' },
  latency_p95: { title: 'p95 latency', unit: 'seconds' },
  throughput: { title: 'throughput', unit: 'per-second' },
  cpu: { title: 'CPU', unit: 'ratio' },
  memory: { title: 'memory', unit: 'ratio' },
  llm_quality_score: { title: 'LLM quality score', unit: 'score' },
};

export const metricNames = Object.keys(metricWords) as MetricName[];

/** `8.1 %`, `0.34 s`, `120/s`, `0.82`. */
export function metricText(metric: MetricName, value: number): string {
  const { unit } = metricWords[metric];
  if (unit === 'ratio') return `${digits(value * 100)} %`;
  if (unit === 'seconds') return `${digits(value)} s`;
  return unit === 'per-second' ? `${digits(value)}/s` : digits(value);
}

/** Three digits that count, and no exponent where one can do without. */
function digits(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
