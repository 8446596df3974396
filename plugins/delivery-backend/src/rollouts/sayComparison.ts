import type { MetricName, Sentence } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import {
  metricText,
  metricWords,
  rateOf,
  type CanaryTestState,
  type CanaryVerdict,
  type ReadingVerdict,
} from '../analysis';
import { spanText, type MetricGate } from '../strategies';

/** The new version's failures beside the old one's, in words. */
export function sayErrors(
  { verdict, because, moreRequests }: CanaryVerdict,
  { canary, baseline }: CanaryTestState,
  max: number,
): Sentence {
  const rate = metricText('error_rate', rateOf(canary));
  const n = Math.round(canary.total);
  const params = {
    rate,
    n,
    baseline: metricText('error_rate', rateOf(baseline)),
    baselineN: Math.round(baseline.total),
    max: metricText('error_rate', max),
  };
  const beside =
    baseline.total > 0
      ? `, ${params.baseline} of ${params.baselineN} with the old one`
      : '';
  const seen = `${rate} of ${n} requests fail with the new version${beside}`;
  if (verdict === 'fail' && because === 'worse')
    return say(
      'rollout.errors.worse',
      `${seen}: more than chance explains.`,
      params,
    );
  if (verdict === 'fail')
    return say(
      'rollout.errors.over',
      `${seen}: more than the ${params.max} that may.`,
      params,
    );
  if (verdict === 'pass') return say('rollout.errors.pass', `${seen}.`, params);
  if (moreRequests === undefined)
    return say(
      'rollout.errors.undecided',
      `${seen}: neither good nor bad enough to decide.`,
      params,
    );
  return say(
    'rollout.errors.littleTraffic',
    `Too little traffic to decide: ${seen}; about ${moreRequests} more requests are needed.`,
    { ...params, more: moreRequests },
  );
}

/** A gate that has a limit, in words. */
export function sayGate(
  gate: MetricGate,
  { state, n, final, since, until, spanN }: ReadingVerdict,
  forMs: number,
): Sentence {
  const { metric } = gate;
  const { title } = metricWords[metric];
  const limit = metricText(metric, gate.max ?? gate.min ?? 0);
  const bound = gate.max === undefined ? `at least ${limit}` : `below ${limit}`;
  if (final === undefined) return sayNoData(metric, 'there is no reading yet');
  const value = metricText(metric, final);
  const params = {
    metric,
    title,
    value,
    limit,
    n,
    for: spanText(forMs / 1000),
  };
  const now = `${upper(title)} is ${value}`;
  if (state === 'broken')
    return say(
      'rollout.gate.fail',
      `${upper(title)} was not ${bound} for ${spanText(
        Math.round(((until ?? 0) - (since ?? 0)) / 1000),
      )} (${spanN} readings), at last ${value}.`,
      params,
    );
  if (state === 'breaking')
    return say(
      'rollout.gate.breaking',
      `${now}, not ${bound}; it fails when that lasts ${params.for}.`,
      params,
    );
  return say('rollout.gate.pass', `${now}, ${bound} (${n} readings).`, params);
}

export function sayNoData(metric: MetricName, why?: string): Sentence {
  const { title } = metricWords[metric];
  return say(
    'rollout.gate.noData',
    `No data for ${title}${
      why ? `: ${why}` : '; no metric source measures it'
    }.`,
    { metric, title, ...(why && { why }) },
  );
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
