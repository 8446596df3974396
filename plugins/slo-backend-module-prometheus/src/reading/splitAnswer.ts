import type { AnswerSeries } from '../client/parseAnswer';
import { PrometheusError } from '../PrometheusError';
import type { Row } from './planGroups';
import type { MinuteRange, RowResult } from './RowReader';

/** Hands the series of a merged answer to the rows they belong to. Off-grid points are ignored. */
export function splitAnswer(
  series: AnswerSeries[],
  rows: Row[],
  varying: number[],
  labels: string[],
  part: MinuteRange,
): Map<string, RowResult> {
  const byValues = new Map<string, Row>();
  for (const row of rows)
    byValues.set(JSON.stringify(varying.map(index => row.values[index])), row);
  const results = new Map<string, RowResult>(
    rows.map(row => [row.id, { points: new Map(), several: new Set() }]),
  );
  for (const { labels: found, points, histogram } of series) {
    const row = byValues.get(
      JSON.stringify(labels.map(label => found[label] ?? '')),
    );
    const result = row && results.get(row.id);
    if (!result || 'failure' in result) continue;
    if (histogram)
      results.set(row.id, {
        failure: new PrometheusError(
          'wrong-type',
          'The result is a native histogram, not a number',
        ),
      });
    for (const [seconds, value] of points) {
      const minute = (seconds - (part.shift ?? 0)) / 60 - 1;
      if (!Number.isInteger(minute) || minute < part.from || minute >= part.to)
        continue;
      if (result.points.has(minute)) result.several.add(minute);
      result.points.set(minute, value);
    }
  }
  return results;
}
