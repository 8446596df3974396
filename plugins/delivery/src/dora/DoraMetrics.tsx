import type { Dora, DoraMetric } from '@ghostlight/plugin-delivery-common';
import {
  More,
  ToneWord,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { Said } from '../words';
import { Course } from './Course';
import { valueText } from './doraText';
import { DORA_METRICS, moreIsBetter, type MetricKey } from './metrics';
import classes from './dora.module.css';

/** The five metrics, each with what it was counted from. */
export function DoraMetrics({ dora }: { dora: Dora }) {
  return (
    <ul className={classes.metrics}>
      {DORA_METRICS.map(name => (
        <li key={name} className={classes.metric}>
          <Metric name={name} metric={dora[name]} />
        </li>
      ))}
    </ul>
  );
}

function Metric(props: { name: MetricKey; metric: DoraMetric }) {
  const t = useDeliveryText();
  const { name, metric } = props;
  const { value, meets } = metric;
  const title = t(`dora.${name}`);
  return (
    <>
      <div className={classes.head}>
        <strong>{title}</strong>
        {meets !== undefined && (
          <ToneWord
            tone={meets ? 'positive' : 'warning'}
            word={t(meets ? 'dora.meets' : 'dora.misses')}
          />
        )}
      </div>
      {value === undefined ? (
        <p className={uiClasses.plain}>
          <Said sentence={metric.said} />
        </p>
      ) : (
        <Known name={name} metric={metric} />
      )}
      <Course title={title} name={name} metric={metric} />
      <More summary={t('dora.definition')}>
        <p className={uiClasses.plain}>
          <Said sentence={metric.definition} />
        </p>
      </More>
    </>
  );
}

/** Value, n, interval and target, each with its unit. */
function Known(props: { name: MetricKey; metric: DoraMetric }) {
  const t = useDeliveryText();
  const format = useFormats();
  const { name, metric } = props;
  const { unit, value, low, high, target, n, p90 } = metric;
  const text = (each: number | undefined) =>
    valueText(unit, each, { t, format });
  const facts = [
    t('dora.n', { n: format.count(n) }),
    low !== undefined &&
      high !== undefined &&
      t('dora.interval', { low: text(low), high: text(high) }),
    p90 !== undefined && t('dora.p90', { value: text(p90) }),
    t(moreIsBetter(metric) ? 'dora.targetLeast' : 'dora.targetMost', {
      target: text(target),
    }),
  ];
  return (
    <>
      <div>
        <span className={classes.value}>{text(value)}</span>{' '}
        {t(`dora.unit_${name}`)}
      </div>
      <div className={uiClasses.muted}>{facts.filter(Boolean).join(' · ')}</div>
    </>
  );
}
