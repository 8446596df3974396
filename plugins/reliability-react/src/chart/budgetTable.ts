import { Texts } from '../texts/useTexts';
import { ChartTable } from './chartTable';
import { isGap } from './spans';
import { notesOf } from './spanTexts';
import { ChartBucket, ChartSpan } from './types';

/** The numbers of a budget chart. */
export function budgetTable(
  buckets: readonly ChartBucket[],
  width: number,
  spans: readonly ChartSpan[],
  texts: Texts,
): ChartTable {
  const { t, format } = texts;
  const notes = buckets.map(bucket =>
    [
      ...(isGap(bucket) ? [t('chart.noData')] : []),
      ...notesOf(bucket, width, spans, texts),
    ].join('; '),
  );
  return {
    columns: [
      { title: t('chart.time') },
      { title: t('budget.left') },
      { title: t('budget.good') },
      { title: t('budget.bad') },
      { title: t('budget.total') },
      { title: t('budget.notes'), text: true },
    ],
    rows: buckets.map((bucket, index) => [
      format.time(bucket.start + width),
      isGap(bucket) ? '–' : format.percent(bucket.left),
      format.count(bucket.good),
      format.count(bucket.total - bucket.good),
      format.count(bucket.total),
      notes[index],
    ]),
    raw: buckets.map((bucket, index) => [
      new Date((bucket.start + width) * 1000).toISOString(),
      isGap(bucket) ? null : bucket.left,
      bucket.good,
      bucket.total - bucket.good,
      bucket.total,
      notes[index],
    ]),
  };
}
