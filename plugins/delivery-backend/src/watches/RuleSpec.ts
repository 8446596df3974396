import { InputError } from '@backstage/errors';
import type { MetricName, WatchRule } from '@ghostlight/plugin-delivery-common';
import { metricNames, metricWords, objectiveRef } from '../analysis';

/**
 * A rule as it is written: `error_rate >= 0.05 critical 5 min`, or of an objective's burn rate
 * `slo:default/payments-availability >= 14.4 critical 5 min`.
 */
export type RuleSpec = Pick<
  WatchRule,
  | 'metric'
  | 'objective'
  | 'comparison'
  | 'threshold'
  | 'forMinutes'
  | 'severity'
>;

/** Row E4 of the capabilities. */
export const defaultRules: RuleSpec[] = [
  rule('error_rate', '>=', 0.05, 'critical', 5),
  rule('latency_p95', '>=', 5, 'critical', 5),
  rule('throughput', '<=', 50, 'warning', 10),
  rule('cpu', '>=', 0.85, 'warning', 10),
  rule('memory', '>=', 0.9, 'critical', 5),
  rule('llm_quality_score', '<=', 0.8, 'critical', 15),
];

const form =
  /^([a-z0-9_]+|slo:[^\s;<>=]+)\s*(>=|<=)\s*(\d+(?:\.\d+)?)\s+(critical|warning)\s+(?:for\s+)?(\d+(?:\.\d+)?)\s*min$/;
const off = /^([a-z0-9_]+|slo:\S+)\s+off$/;

/**
 * Changes rules by what is written, one to a line or parted by semicolons: `latency_p95 >= 0.5 critical
 * 5 min` replaces the rule of that metric, `throughput off` takes it away.
 *
 * @throws InputError that names the rule
 */
export function changeRules(rules: RuleSpec[], text: string): RuleSpec[] {
  let changed = rules;
  for (const line of text.split(/[;\n]/)) {
    const written = line.trim();
    if (!written) continue;
    const taken = off.exec(written);
    const next = taken ? undefined : parseRule(written);
    const measure = next ? measureOf(next) : nameOf(taken![1], written);
    changed = changed.filter(known => measureOf(known) !== measure);
    if (next) changed = [...changed, next];
  }
  return inOrder(changed);
}

/** @throws InputError that says what is wrong with it */
export function parseRule(written: string): RuleSpec {
  const found = form.exec(written.trim());
  if (!found)
    throw new InputError(
      `'${written.slice(
        0,
        100,
      )}' is no rule; write it like 'error_rate >= 0.05 critical 5 min' or 'error_rate off'`,
    );
  const [, name, comparison, limit, severity, minutes] = found;
  const threshold = Number(limit);
  const forMinutes = Number(minutes);
  if (forMinutes < 1 || forMinutes > 24 * 60)
    throw new InputError(`'${written}': the time is 1 min to 24 h`);
  const common = {
    comparison: comparison as RuleSpec['comparison'],
    threshold,
    severity: severity as RuleSpec['severity'],
    forMinutes,
  };
  if (name.startsWith('slo:')) {
    const ref = nameOf(name, written);
    if (comparison !== '>=' || !(threshold > 0))
      throw new InputError(
        `'${written}': the burn rate of an objective is held to >= and a number above 0`,
      );
    return { objective: { ref, title: ref }, ...common };
  }
  const metric = metricOf(name, written);
  const { unit } = metricWords[metric];
  if ((unit === 'ratio' || unit === 'score') && threshold > 1)
    throw new InputError(
      `'${written}': the limit of ${metric} is from 0 to 1, not ${limit}`,
    );
  return { metric, ...common };
}

/** As it is written. */
export function ruleText(spec: RuleSpec): string {
  const { comparison, threshold, severity, forMinutes } = spec;
  return `${measureOf(
    spec,
  )} ${comparison} ${threshold} ${severity} ${forMinutes} min`;
}

/** Its metric, or the ref of its objective. */
function measureOf({ metric, objective }: RuleSpec): string | undefined {
  return metric ?? objective?.ref;
}

function nameOf(name: string, written: string): string {
  if (!name.startsWith('slo:')) return metricOf(name, written);
  if (!objectiveRef.test(name) || name.length > 300)
    throw new InputError(
      `'${written.slice(0, 100)}': an objective is named like slo:default/name`,
    );
  return name;
}

function rule(
  metric: MetricName,
  comparison: RuleSpec['comparison'],
  threshold: number,
  severity: RuleSpec['severity'],
  forMinutes: number,
): RuleSpec {
  return { metric, comparison, threshold, severity, forMinutes };
}

function metricOf(name: string, written: string): MetricName {
  const metric = metricNames.find(known => known === name);
  if (!metric)
    throw new InputError(
      `'${written.slice(0, 100)}': the metric is one of ${metricNames.join(
        ', ',
      )}`,
    );
  return metric;
}

function inOrder(rules: RuleSpec[]): RuleSpec[] {
  return [
    ...metricNames.flatMap(metric =>
      rules.filter(known => known.metric === metric),
    ),
    ...rules.filter(({ objective }) => objective),
  ];
}
