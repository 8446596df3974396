import { partNames, type Parts } from './Candidate';

/** Fitted by `./ghostlight evals --fit` on its tuning seeds. */
export const weights: Parts = {
  resource: 4.43,
  symptom: 1.31,
  loudness: 1.82,
  coverage: 0.1,
  walk: 1.45,
  early: 0.43,
  change: 1.53,
  changed: 1.64,
  logs: 2.43,
  mentioned: 3.34,
  history: 1.5,
  specific: 0.05,
  alerted: 0.37,
  drop: 3.34,
  hidden: 4.8,
};

export function scoreOf(parts: Parts, by: Parts = weights): number {
  let score = 0;
  for (const name of partNames) score += by[name] * parts[name];
  return score;
}
