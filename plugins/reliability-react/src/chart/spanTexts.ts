import { Texts } from '../texts/useTexts';
import { ChartBucket, ChartSpan } from './types';

const SPAN_KEYS = {
  maintenance: 'chart.maintenance',
  incident: 'chart.incident',
  simulated: 'chart.simulatedSpan',
} as const satisfies Record<ChartSpan['kind'], string>;

export function spanTitle(kind: ChartSpan['kind'], { t }: Texts): string {
  return t(SPAN_KEYS[kind]);
}

/** What colours and patterns say about a bucket, in words. */
export function notesOf(
  bucket: ChartBucket,
  width: number,
  spans: readonly ChartSpan[],
  texts: Texts,
): string[] {
  const notes = spans
    .filter(span => span.from < bucket.start + width && span.to > bucket.start)
    .map(span => {
      const title = spanTitle(span.kind, texts);
      return span.reason ? `${title}: ${span.reason}` : title;
    });
  const corrected = spans.some(span => span.kind !== 'simulated');
  if (bucket.excluded && !corrected) {
    notes.push(texts.t('chart.excluded'));
  }
  return [...new Set(notes)];
}
