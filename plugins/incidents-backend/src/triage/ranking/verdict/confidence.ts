import type { Signs, SignName } from './signs';

type Coefficients = Partial<Record<SignName, number>> & { base: number };

/** Fitted by `./ghostlight evals --fit` on its tuning seeds, rounded. */
const presence: Coefficients = {
  base: -0.46,
  strongest: 4.29,
  second: -1.23,
  loud: 1.86,
  alerts: 2.55,
  logs: 0.65,
  // None of the simulated ones has objectives.
  burning: 1.5,
  spread: -0.88,
  together: 1.01,
  series: -1.57,
  unmeasured: 0.68,
};

const rightness: Coefficients = {
  base: -2.52,
  strongest: 0.45,
  alerts: 0.48,
  unmeasured: -0.4,
  score: 1.19,
  lead: 2.69,
  share: 1.85,
  change: -0.17,
  rivals: 0.73,
};

/**
 * Of the raw figure, how often the first suspect was right: an isotonic table, measured by
 * `./ghostlight evals --fit`.
 */
const measured: [raw: number, share: number][] = [
  [0.053, 0.019],
  [0.103, 0.074],
  [0.287, 0.342],
  [0.381, 0.364],
  [0.503, 0.481],
  [0.603, 0.558],
  [0.703, 0.704],
  [0.806, 0.789],
  [0.855, 0.846],
  [0.886, 0.921],
  [0.959, 0.942],
  [0.982, 0.989],
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
