import type { DoraMetric } from '@ghostlight/plugin-delivery-common';
import {
  ChartFrame,
  secondsOf,
  Sparkline,
  useFormats,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { doraText, valueText } from './doraText';

const WIDTH = 220;
const HEIGHT = 40;

/** How a metric went, span by span: small, with its numbers as a table. */
export function Course(props: {
  /** What the metric is called. */
  title: string;
  /** Of the file. */
  name: string;
  metric: DoraMetric;
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const { title, name, metric } = props;
  const { unit, trend } = metric;
  // Nothing was counted: there is no course to draw.
  if (metric.n === 0 || !trend.some(span => span.value !== undefined)) {
    return null;
  }
  return (
    <ChartFrame
      title={t('dora.course', { metric: title })}
      headingLevel={4}
      fileName={`dora-${name}`}
      table={() => ({
        columns: [
          { title: t('dora.begins'), text: true },
          { title },
          { title: t('dora.counted') },
        ],
        rows: trend.map(span => [
          format.time(secondsOf(span.from), 'date'),
          span.value === undefined
            ? t('dora.notEnough')
            : valueText(unit, span.value, { t, format }),
          format.count(span.n),
        ]),
        raw: trend.map(span => [span.from, span.value ?? null, span.n]),
      })}
    >
      <Sparkline
        values={trend.map(span => span.value ?? null)}
        label={t('dora.trend', {
          metric: title,
          value: doraText(metric, { t, format }),
        })}
        width={WIDTH}
        height={HEIGHT}
        tone="accent"
      />
    </ChartFrame>
  );
}
