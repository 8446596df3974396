import { Texts } from '../texts/useTexts';
import { ChartTable } from './chartTable';
import { isGap } from './spans';
import { notesOf } from './spanTexts';
import { ChartBucket, ChartSpan } from './types';

/** The numbers of an error-rate chart. */
export function errorTable(
  buckets: readonly ChartBucket[],
  width: number,
  spans: readonly ChartSpan[],
  texts: Texts,
): ChartTable {
  const { t, format } = texts;
  const ratio = (bucket: ChartBucket) =>
    bucket.total > 0 ? (bucket.total - bucket.good) / bucket.total : null;
  const notes = buckets.map(bucket =>
    [
      ...(isGap(bucket) ? [t('chart.noData')] : []),
      ...notesOf(bucket, width, spans, texts),
    ].join('; '),
  );
  return {
    columns: [
      { title: t('chart.time') },
      { title: t('errors.ratio') },
      { title: t('budget.bad') },
      { title: t('budget.total') },
      { title: t('budget.notes'), text: true },
    ],
    rows: buckets.map((bucket, index) => [
      format.time(bucket.start),
      format.percent(ratio(bucket)),
      format.count(bucket.total - bucket.good),
      format.count(bucket.total),
      notes[index],
    ]),
    raw: buckets.map((bucket, index) => [
      new Date(bucket.start * 1000).toISOString(),
      ratio(bucket),
      bucket.total - bucket.good,
      bucket.total,
      notes[index],
    ]),
  };
}
