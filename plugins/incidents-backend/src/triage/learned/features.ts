import { partNames, type Candidate } from '../ranking/rankers';

/** Of what is stored; raised when a feature changes its meaning. */
export const featureVersion = 2;

const measured = [
  'cpu',
  'memory',
  'disk',
  'network',
  'errors',
  'latency',
  'connections',
  'queue',
] as const;

/** The parts of the rules' rankers, what was measured of the entity, its burn and the age of its change. */
export const featureNames: readonly string[] = [
  'score',
  ...partNames,
  ...measured,
  'burn',
  'changeAge',
];

const fullBurn = 15;
const fullScore = 10;

export interface Featured {
  ref: string;
  /** In the order of `featureNames`, 0 to 1. */
  features: number[];
}

export function featuresOf({
  ref,
  score,
  parts,
  trouble,
}: Candidate): Featured {
  const strongest = (kind: string) =>
    Math.max(
      0,
      ...(trouble?.deviations ?? [])
        .filter(deviation => deviation.kind === kind)
        .map(({ weighed = 0 }) => weighed),
    );
  const burn = Math.max(
    0,
    ...(trouble?.objectives ?? []).map(({ given }) => given.burnRate ?? 0),
  );
  const features = [
    Math.min(1, score / fullScore),
    ...partNames.map(name => parts[name]),
    ...measured.map(strongest),
    Math.min(1, Math.log1p(burn) / Math.log1p(fullBurn)),
    parts.change,
  ];
  return {
    ref,
    features: features.map(value => Number(Math.min(1, value).toFixed(4))),
  };
}
