import type { Signs, SignName } from './signs';

type Coefficients = Partial<Record<SignName, number>> & { base: number };

/** Fitted by `./ghostlight evals --fit` on its tuning seeds, rounded. */
const presence: Coefficients = {
  base: -0.7,
  strongest: 4.11,
  second: -1.24,
  loud: 1.91,
  alerts: 2.98,
  logs: 0.82,
  // None of the simulated ones has objectives.
  burning: 1.5,
  spread: -0.92,
  together: 0.82,
  series: -0.87,
  unmeasured: 1.03,
};

const rightness: Coefficients = {
  base: -2.21,
  strongest: 0.3,
  alerts: 0.34,
  unmeasured: -0.16,
  score: 0.99,
  lead: 3.31,
  share: 1.25,
  change: -0.05,
  rivals: 0.51,
};

/**
 * Of the raw figure, how often the first suspect was right: an isotonic table, measured by
 * `./ghostlight evals --fit`.
 */
const measured: [raw: number, share: number][] = [
  [0.138, 0.148],
  [0.293, 0.296],
  [0.403, 0.365],
  [0.514, 0.481],
  [0.583, 0.63],
  [0.703, 0.701],
  [0.847, 0.846],
  [0.923, 0.885],
  [0.96, 0.962],
  [0.992, 0.985],
];

function logistic(signs: Signs, { base, ...by }: Coefficients): number {
  let sum = base;
  for (const [name, weight] of Object.entries(by))
    sum += weight * signs[name as SignName];
  return 1 / (1 + Math.exp(-sum));
}

/** How likely anything is wrong at all. */
export const faultLikelihood = (signs: Signs) => logistic(signs, presence);

export const rawConfidence = (signs: Signs) => logistic(signs, rightness);

/** How often the first suspect of such a case was right. */
export function confidenceOf(signs: Signs): number {
  const raw = rawConfidence(signs);
  const above = measured.findIndex(([from]) => from >= raw);
  const place = above < 0 ? measured.length - 1 : Math.max(1, above);
  const [low, high] = [measured[place - 1], measured[place]];
  const share = (raw - low[0]) / (high[0] - low[0]);
  return low[1] + (high[1] - low[1]) * Math.min(1, Math.max(0, share));
}
