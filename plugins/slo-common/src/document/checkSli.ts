import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import type { Metric, RatioMetric, SliSpec } from './SloDocument';

/** One of the two metric forms, and each complete. */
export function checkSli(spec: SliSpec, path: string): Finding[] {
  const { thresholdMetric, ratioMetric } = spec;
  if (Boolean(thresholdMetric) === Boolean(ratioMetric)) {
    return [
      errorAt(path, 'invalid', 'An indicator has exactly one kind of metric.', {
        found: thresholdMetric ? 'both' : 'neither',
        allowed: 'thresholdMetric | ratioMetric',
      }),
    ];
  }
  return ratioMetric
    ? checkRatio(ratioMetric, `${path}.ratioMetric`)
    : checkMetric(thresholdMetric!, `${path}.thresholdMetric`);
}

function checkRatio(ratio: RatioMetric, path: string): Finding[] {
  const { good, bad, total, raw, rawType } = ratio;
  const given = { good, bad, total, raw };
  const metrics = Object.entries(given).flatMap(([name, metric]) =>
    metric ? checkMetric(metric, `${path}.${name}`) : [],
  );
  const named = Object.entries(given)
    .filter(([, metric]) => metric)
    .map(([name]) => name);
  const form = named.join(' and ') || 'nothing';
  if (!['good and total', 'bad and total', 'raw'].includes(form)) {
    return [
      ...metrics,
      errorAt(path, 'invalid', 'A ratio takes one of three forms.', {
        found: form,
        allowed: 'good and total | bad and total | raw and rawType',
      }),
    ];
  }
  if (raw && !rawType) {
    return [
      ...metrics,
      errorAt(
        `${path}.rawType`,
        'missing',
        'A raw ratio says what it is the share of.',
        { found: undefined, allowed: 'success | failure' },
      ),
    ];
  }
  return metrics;
}

function checkMetric(metric: Metric, path: string): Finding[] {
  const { metricSourceRef, type, spec } = metric.metricSource;
  const at = `${path}.metricSource`;
  if (!metricSourceRef && !type) {
    return [
      errorAt(at, 'missing', 'A metric names where it comes from.', {
        found: undefined,
        allowed:
          'metricSourceRef | type, such as Prometheus, push or composite',
      }),
    ];
  }
  const own = type?.toLowerCase();
  if (own === 'push' || own === 'composite') return [];
  const query = spec?.query;
  if (query === undefined && metricSourceRef) return [];
  if (typeof query !== 'string' || !query.trim()) {
    return [
      errorAt(`${at}.spec.query`, 'missing', 'A metric has a query.', {
        found: query,
        allowed: 'a query in the language of the source, such as PromQL',
      }),
    ];
  }
  return Object.keys(spec ?? {})
    .filter(key => key !== 'query')
    .map(key =>
      warningAt(
        `${at}.spec.${key}`,
        'unknown-field',
        'This field is not used by the source.',
        { found: key, allowed: 'query' },
      ),
    );
}
