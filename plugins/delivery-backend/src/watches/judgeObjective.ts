import type { Sentence } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import { breaks, burnText, type ReadingVerdict } from '../analysis';
import type { StoredRule } from './WatchRow';

/** Judges a rule of the entity's own objective by the verdict that the slo plugin gave. */
export function judgeOwn(
  rule: StoredRule,
  startedAt: number,
): ReadingVerdict & { before: boolean; said: Sentence } {
  const { points, own, before } = rule;
  const values = points.map(({ value }) => value);
  const { since } = own!;
  const wasSo =
    (since !== undefined && since < startedAt) ||
    (before !== undefined && breaks(before, rule));
  const states = {
    firing: 'broken',
    almost: 'breaking',
    quiet: 'holding',
    'no-data': 'no-data',
  } as const;
  const verdict: ReadingVerdict = {
    state:
      values.length || since !== undefined ? states[own!.state] : 'no-data',
    n: values.length,
    ...(since !== undefined && { since, until: points.at(-1)?.at ?? since }),
    ...(values.length && { final: values[values.length - 1] }),
  };
  const isBefore = verdict.state === 'broken' && wasSo;
  return {
    ...verdict,
    before: isBefore,
    said: sayOwn(rule, verdict, isBefore),
  };
}

function sayOwn(
  { objective, threshold, own }: StoredRule,
  { state, final, since }: ReadingVerdict,
  before: boolean,
): Sentence {
  const { title } = objective!;
  const { long } = own!;
  const params = {
    title,
    long,
    limit: burnText(threshold),
    ...(final !== undefined && { value: burnText(final) }),
  };
  if (state === 'no-data')
    return say(
      'watch.objective.no-data',
      `No data for the objective “${title}”.`,
      params,
    );
  const value = final === undefined ? '' : ` at ${params.value}`;
  const burns = `The budget of “${title}” burns${value}`;
  if (state === 'broken') {
    const text = `${burns}, fast enough to page somebody (${params.limit} over ${long})`;
    return before
      ? say('watch.objective.page.before', `${text}; it did so before, too.`, {
          ...params,
        })
      : say('watch.objective.page', `${text}.`, {
          ...params,
          since: new Date(since ?? 0).toISOString(),
        });
  }
  return say('watch.objective.holding', `${burns} over ${long}.`, params);
}

/** A rule that is written for an objective, in words. */
export function sayObjectiveRule(
  rule: StoredRule,
  { state, final, n, since = 0, until = 0 }: ReadingVerdict,
  before: boolean,
): Sentence {
  const { objective, threshold, forMinutes, why } = rule;
  const { title } = objective!;
  const limit = burnText(threshold);
  const params = { title, limit, forMinutes, n };
  if (final === undefined)
    return say(
      'watch.objective.no-data',
      `No data for the objective “${title}”${why ? `: ${why}` : ''}.`,
      { ...params, ...(why && { why }) },
    );
  const value = burnText(final);
  const withValue = { ...params, value };
  if (state === 'broken') {
    const minutes = Math.max(1, Math.round((until - since) / 60_000));
    const text = `The budget of “${title}” burned at ${limit} or more for ${minutes} min, at last at ${value}`;
    return before
      ? say('watch.objective.before', `${text}; it did so before, too.`, {
          ...withValue,
          minutes,
          before: burnText(rule.before!),
        })
      : say('watch.objective.broken', `${text}.`, { ...withValue, minutes });
  }
  if (state === 'breaking')
    return say(
      'watch.objective.breaking',
      `The budget of “${title}” burns at ${value}; it breaks the rule when it burns at ${limit} or more for ${forMinutes} min.`,
      withValue,
    );
  return say(
    'watch.objective.holding',
    `The budget of “${title}” burns at ${value}.`,
    withValue,
  );
}
