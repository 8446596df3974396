import { partNames, type Parts } from './Candidate';

/** Fitted by `./ghostlight evals --fit` on its tuning seeds. */
export const weights: Parts = {
  resource: 4.56,
  symptom: 1.2,
  loudness: 2.11,
  coverage: 0.11,
  walk: 1.55,
  early: 0.23,
  change: 2.19,
  changed: 1.46,
  logs: 2.72,
  mentioned: 3.82,
  history: 1.5,
  specific: 0.05,
  alerted: 0.29,
  drop: 4.01,
  hidden: 6.55,
};

export function scoreOf(parts: Parts, by: Parts = weights): number {
  let score = 0;
  for (const name of partNames) score += by[name] * parts[name];
  return score;
}
