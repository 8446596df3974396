import type { MetricName } from '@ghostlight/plugin-delivery-common';
import type { Formats } from '@ghostlight/reliability-react';

const UNITS: Record<MetricName, 'ratio' | 'seconds' | 'per-second' | 'score'> =
  {
    error_rate: 'ratio',
    latency_p95: 'seconds',
    throughput: 'per-second',
    cpu: 'ratio',
    memory: 'ratio',
    llm_quality_score: 'score',
  };

export function isMetric(name: unknown): name is MetricName {
  return typeof name === 'string' && Object.hasOwn(UNITS, name);
}

function number(value: number, format: Formats): string {
  return value.toLocaleString(format.language, { maximumSignificantDigits: 3 });
}

/** `8.1 %`, `0.34 s`, `120/s`, as the reader's language writes numbers. */
export function unitText(
  unit: 'ratio' | 'seconds' | 'per-second' | 'score',
  value: number | undefined,
  format: Formats,
): string {
  if (value === undefined) return '–';
  if (unit === 'ratio') return format.percent(value);
  if (unit === 'seconds') return `${number(value, format)}\u00a0s`;
  if (unit === 'per-second') return `${number(value, format)}/s`;
  return number(value, format);
}

/** The same of a metric by its name. */
export function metricText(
  metric: MetricName,
  value: number | undefined,
  format: Formats,
): string {
  return unitText(UNITS[metric], value, format);
}
