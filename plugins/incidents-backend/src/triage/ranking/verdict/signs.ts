import type { Findings } from '../findings';
import type { Candidate } from '../rankers';

/** What tells whether anything is wrong at all, and how clear the first suspect is. */
export const signNames = [
  'strongest',
  'second',
  'loud',
  'alerts',
  'logs',
  'burning',
  'spread',
  'together',
  'series',
  'unmeasured',
  'score',
  'lead',
  'share',
  'change',
  'rivals',
] as const;

export type SignName = (typeof signNames)[number];
export type Signs = Record<SignName, number>;

/** Softmax of scores has this of the difference. */
const sharpness = 1;
const wrongFrom = 0.3;

export function signsOf(findings: Findings, candidates: Candidate[]): Signs {
  const { troubles, facts, onset, deviations } = findings;
  const levels = new Map<string, number>();
  let loud = 0;
  for (const { series, weighed: strength, excess } of deviations) {
    if (strength === undefined) continue;
    levels.set(series.node, Math.max(levels.get(series.node) ?? 0, strength));
    loud = Math.max(loud, Math.log1p(excess) * strength);
  }
  const ordered = [...levels.values()].sort((a, b) => b - a);
  const wrong = [...troubles.values()].filter(({ all }) => all >= wrongFrom);
  const near = 120_000 + 0.1 * Math.max(0, facts.at - onset.at);
  const together = wrong.filter(
    ({ began }) => began !== undefined && Math.abs(began - onset.at) <= near,
  ).length;
  let quiet = 1;
  for (const { weight } of facts.alerts) quiet *= 1 - 0.6 * weight ** 1.5;
  const [first, second] = candidates;
  const total = candidates.reduce(
    (sum, { score }) =>
      sum + Math.exp(sharpness * (score - (first?.score ?? 0))),
    0,
  );
  return {
    strongest: ordered[0] ?? 0,
    second: ordered[1] ?? 0,
    loud: loud / 5,
    alerts: 1 - quiet,
    logs: Math.max(
      0,
      ...findings.logs.map(({ log, novelty }) => (log.isError ? novelty : 0)),
    ),
    burning: [...troubles.values()].some(({ objectives }) => objectives.length)
      ? 1
      : 0,
    spread: Math.min(1, Math.log1p(wrong.length) / 3),
    together: wrong.length ? together / wrong.length : 0,
    // As far as the simulated ones go; nothing is known of more.
    series: Math.min(1, Math.log10(1 + findings.compared) / 3),
    unmeasured: findings.compared ? 0 : 1,
    score: (first?.score ?? 0) / 10,
    lead: ((first?.score ?? 0) - (second?.score ?? 0)) / 5,
    share: total ? 1 / total : 0,
    change: first?.parts.changed ?? 0,
    rivals: Math.min(1, Math.log1p(candidates.length) / 5),
  };
}
