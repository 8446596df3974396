import type { IncidentMetrics } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { ENOUGH } from './phases';
import classes from './learning.module.css';

/** How many incidents there were, how long they took, and whether that is getting better. */
export function LearningHeadline(props: {
  metrics: IncidentMetrics;
  days: number;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { metrics, days } = props;
  const { incidents, imported, resolve } = metrics;
  const [low, high] = resolve.medianInterval ?? [];
  const { trend } = resolve;
  return (
    <h2 className={classes.headline}>
      {t('learning.headline', { count: incidents, days: String(days) })}{' '}
      {resolve.enough &&
        t('learning.headMedian', {
          median: format.duration(resolve.median),
          low: format.duration(low),
          high: format.duration(high),
        })}
      {!resolve.enough &&
        incidents > 0 &&
        t('learning.headNotEnough', {
          n: String(resolve.n),
          enough: String(ENOUGH),
        })}{' '}
      {resolve.enough && trend && trend.change !== 'unknown' && (
        <>
          {t(`learning.head_${trend.change}`, {
            previous: format.duration(trend.previousMedian),
          })}{' '}
        </>
      )}
      {imported > 0 && t('learning.headImported', { count: imported })}
    </h2>
  );
}
