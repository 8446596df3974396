import type { Sentence } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import { burnOf, burnText, type Counts } from '../analysis';
import type { ObjectiveVerdict } from './judgeObjective';

/** What an objective counted of both versions. */
interface Sides {
  title: string;
  target: number;
  maxBurnRate: number;
  canary: Counts;
  baseline: Counts;
}

/** How fast both versions spend a budget, in words. */
export function sayObjective(
  { verdict, because, more }: ObjectiveVerdict,
  { title, target, maxBurnRate, canary, baseline }: Sides,
): Sentence {
  const n = Math.round(canary.total);
  const baselineN = Math.round(baseline.total);
  const params = {
    title,
    burn: burnText(burnOf(canary, target)),
    n,
    baseline: burnText(burnOf(baseline, target)),
    baselineN,
    limit: burnText(maxBurnRate),
  };
  const beside =
    baseline.total > 0
      ? `, at ${params.baseline} (n = ${baselineN}) with the old one`
      : '';
  const seen = `The budget of “${title}” burns at ${params.burn} (n = ${n}) with the new version${beside}`;
  if (verdict === 'fail' && because === 'worse')
    return say(
      'rollout.objective.worse',
      `${seen}: more than chance explains.`,
      params,
    );
  if (verdict === 'fail')
    return say(
      'rollout.objective.over',
      `${seen}: more than the ${params.limit} that it may.`,
      params,
    );
  if (verdict === 'pass')
    return say('rollout.objective.pass', `${seen}.`, params);
  if (more === undefined)
    return say(
      'rollout.objective.undecided',
      `${seen}: neither good nor bad enough to decide.`,
      params,
    );
  return say(
    'rollout.objective.littleTraffic',
    `Too little traffic to decide: ${lower(
      seen,
    )}; about ${more} more are needed.`,
    { ...params, more },
  );
}

/** How fast a budget burns of which nothing tells the versions apart, in words. */
export function sayWhole(
  { verdict, more }: ObjectiveVerdict,
  of: { title: string; target: number; maxBurnRate: number; counts: Counts },
): Sentence {
  const { title, target, maxBurnRate, counts } = of;
  const params = {
    title,
    burn: burnText(burnOf(counts, target)),
    n: Math.round(counts.total),
    limit: burnText(maxBurnRate),
  };
  const seen = `“${title}” cannot be told apart by version and is judged whole: since the step began its budget burns at ${params.burn} (n = ${params.n})`;
  if (verdict === 'fail')
    return say(
      'rollout.objective.whole.fail',
      `${seen}, more than the ${params.limit} that it may.`,
      params,
    );
  if (verdict === 'pass')
    return say('rollout.objective.whole.pass', `${seen}.`, params);
  return say(
    'rollout.objective.whole.undecided',
    more === undefined
      ? `${seen}: too little to decide.`
      : `${seen}: too little traffic to decide; about ${more} more are needed.`,
    { ...params, ...(more !== undefined && { more }) },
  );
}

export function sayUnmeasured(title: string, why?: string): Sentence {
  return say(
    'rollout.objective.noData',
    `The objective “${title}” could not be measured${why ? `: ${why}` : ''}.`,
    { title, ...(why && { why }) },
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
