import type { MetricName } from '@ghostlight/plugin-delivery-common';
import type { Formats } from '@ghostlight/reliability-react';
import { metricText } from '../words';

/** A value of a metric with its unit; without a metric it is a burn rate, `14.4×`. */
export function measureText(
  metric: MetricName | undefined,
  value: number | undefined,
  format: Formats,
): string {
  if (metric) return metricText(metric, value, format);
  if (value === undefined) return '–';
  return `${value.toLocaleString(format.language, {
    maximumSignificantDigits: 3,
  })}×`;
}
