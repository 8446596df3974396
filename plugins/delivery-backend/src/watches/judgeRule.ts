import type { MetricName, Sentence } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import {
  breaks,
  judgeReadings,
  metricText,
  metricWords,
  type ReadingVerdict,
} from '../analysis';
import { judgeOwn, sayObjectiveRule } from './judgeObjective';
import type { StoredRule } from './WatchRow';

/** How a rule stands by its readings. `since` and `until` in epoch milliseconds, of what broke it. */
export interface RuleVerdict extends ReadingVerdict {
  said: Sentence;
  /** It was so before the deployment, too, and is not much worse now. */
  before: boolean;
}

/** So many times the value from before is something else than before. */
const muchWorse = 2;

/** Judges a rule by its readings, `stepMs` apart, since the deployment at `startedAt`. */
export function judgeRule(
  rule: StoredRule,
  stepMs: number,
  startedAt: number,
): RuleVerdict {
  if (rule.own) return judgeOwn(rule, startedAt);
  const { points, comparison, threshold, forMinutes } = rule;
  const verdict = judgeReadings(points, {
    comparison,
    threshold,
    forMs: forMinutes * 60_000,
    stepMs,
  });
  const before = wasSo(rule, verdict);
  const { metric } = rule;
  const said = metric
    ? sayRule({ ...rule, metric }, verdict, before)
    : sayObjectiveRule(rule, verdict, before);
  return { ...verdict, before, said };
}

function wasSo(rule: StoredRule, { avg, final }: ReadingVerdict): boolean {
  const { before, comparison } = rule;
  if (before === undefined || avg === undefined || final === undefined)
    return false;
  if (!breaks(before, rule)) return false;
  return comparison === '>='
    ? Math.max(avg, final) < before * muchWorse
    : Math.min(avg, final) > before / muchWorse;
}

function sayRule(
  rule: StoredRule & { metric: MetricName },
  { state, final, n, since = 0, until = 0 }: ReadingVerdict,
  before: boolean,
): Sentence {
  const { metric, comparison, threshold, forMinutes, why } = rule;
  const { title } = metricWords[metric];
  const name = title.charAt(0).toUpperCase() + title.slice(1);
  const limit = metricText(metric, threshold);
  const bound = comparison === '>=' ? `${limit} or more` : `${limit} or less`;
  const params = { metric, title, limit, comparison, forMinutes, n };
  if (final === undefined)
    return say(
      'watch.rule.no-data',
      `No data for ${title}${
        why ? `: ${why}` : '; no metric source measures it'
      }.`,
      { ...params, ...(why && { why }) },
    );
  const value = metricText(metric, final);
  const withValue = { ...params, value };
  if (state === 'broken') {
    const minutes = Math.max(1, Math.round((until - since) / 60_000));
    const text = `${name} was ${bound} for ${minutes} min, at last ${value}`;
    return before
      ? say('watch.rule.before', `${text}; it was so before, too.`, {
          ...withValue,
          minutes,
          before: metricText(metric, rule.before!),
        })
      : say('watch.rule.broken', `${text}.`, { ...withValue, minutes });
  }
  if (state === 'breaking')
    return say(
      'watch.rule.breaking',
      `${name} is ${value}; it breaks the rule when it is ${bound} for ${forMinutes} min.`,
      withValue,
    );
  return say('watch.rule.holding', `${name} is ${value}.`, withValue);
}
