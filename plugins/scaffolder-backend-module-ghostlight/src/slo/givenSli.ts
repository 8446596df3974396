import { InputError } from '@backstage/errors';
import { metricOf } from './metrics';
import type { FoundSli, ObjectiveType } from './Sli';

/** Queries that somebody entered. */
export interface GivenQueries {
  good?: string;
  bad?: string;
  total?: string;
  value?: string;
}

/** An SLI of queries: good or bad events with all of them, or a value that is compared. */
export function givenSli(
  type: ObjectiveType,
  { good, bad, total, value }: GivenQueries,
  options: { source?: string; threshold?: number },
): FoundSli {
  const { source, threshold } = options;
  const origin = { kind: 'given' as const };
  if (value) {
    if (good || bad || total)
      throw new InputError(
        'queries: a value stands alone (found others beside it; allowed: value | good and total | bad and total)',
      );
    if (threshold === undefined)
      throw new InputError(
        'threshold: a value is compared with a number (found nothing; allowed: a number)',
      );
    return {
      spec: { thresholdMetric: metricOf(value, source) },
      comparison: {
        op: type === 'throughput' ? 'gte' : 'lte',
        value: threshold,
      },
      origin,
    };
  }
  // What is missing or too much is told by the check of the document.
  return {
    spec: {
      ratioMetric: {
        counter: true,
        ...(good ? { good: metricOf(good, source) } : {}),
        ...(bad ? { bad: metricOf(bad, source) } : {}),
        ...(total ? { total: metricOf(total, source) } : {}),
      },
    },
    origin,
  };
}
