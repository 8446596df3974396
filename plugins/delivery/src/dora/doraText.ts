import type { DoraMetric } from '@ghostlight/plugin-delivery-common';
import type { Formats } from '@ghostlight/reliability-react';
import type { DeliveryText } from '../translation';

type Unit = DoraMetric['unit'];

/** A value of a metric with its unit; `–` where there is not enough data. */
export function valueText(
  unit: Unit,
  value: number | undefined,
  { t, format }: { t: DeliveryText; format: Formats },
): string {
  if (value === undefined) return '–';
  if (unit === 'ratio') return format.percent(value);
  if (unit === 'seconds') return format.duration(value);
  return t('dora.perDay', {
    value: value.toLocaleString(format.language, {
      maximumSignificantDigits: 2,
    }),
  });
}

export function doraText(
  metric: DoraMetric,
  tools: { t: DeliveryText; format: Formats },
): string {
  return valueText(metric.unit, metric.value, tools);
}
