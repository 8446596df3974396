import type { Metric, SliSpec } from '@ghostlight/plugin-slo-common';

/** A metric of a source; of the Prometheus called `default` without one. */
export function metricOf(query: string, source?: string): Metric {
  return {
    metricSource: {
      ...(source ? { metricSourceRef: source } : { type: 'Prometheus' }),
      spec: { query },
    },
  };
}

/** The same with other queries, in an order of fields that does not change. */
export function mapQueries(
  { description, thresholdMetric, ratioMetric }: SliSpec,
  map: (query: string) => string,
): SliSpec {
  const mapped = (metric: Metric): Metric => {
    const { metricSourceRef, type, spec } = metric.metricSource;
    const query = spec?.query;
    return {
      metricSource: {
        ...(metricSourceRef ? { metricSourceRef } : {}),
        ...(type ? { type } : {}),
        ...(spec
          ? { spec: typeof query === 'string' ? { query: map(query) } : spec }
          : {}),
      },
    };
  };
  const { counter, good, bad, total, rawType, raw } = ratioMetric ?? {};
  return {
    ...(description ? { description } : {}),
    ...(thresholdMetric ? { thresholdMetric: mapped(thresholdMetric) } : {}),
    ...(ratioMetric
      ? {
          ratioMetric: {
            ...(counter === undefined ? {} : { counter }),
            ...(good ? { good: mapped(good) } : {}),
            ...(bad ? { bad: mapped(bad) } : {}),
            ...(total ? { total: mapped(total) } : {}),
            ...(rawType ? { rawType } : {}),
            ...(raw ? { raw: mapped(raw) } : {}),
          },
        }
      : {}),
  };
}
