import { readFacts } from '../../plugins/incidents-backend/src/triage/ranking/facts';
import {
  findAll,
  type Findings,
} from '../../plugins/incidents-backend/src/triage/ranking/findings';
import {
  partNames,
  rankCandidates,
  scoreOf,
  weights as inForce,
  type Candidate,
  type Parts,
} from '../../plugins/incidents-backend/src/triage/ranking/rankers';
import {
  signNames,
  signsOf,
} from '../../plugins/incidents-backend/src/triage/ranking/verdict';
import { makeIncident } from '../simulator/makeIncident';
import { fitLogistic } from './fitLogistic';
import { isotonic } from './isotonic';

const tuningSeeds = 30_000;
/** Towards the weights in force, so that a simulator's habits do not rule. */
const shrinkage = 0.004;
const rounds = 400;
const presenceSigns = [
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
] as const;
const rightSigns = [
  'strongest',
  'alerts',
  'unmeasured',
  'score',
  'lead',
  'share',
  'change',
  'rivals',
] as const;

interface Sample {
  causes?: string[];
  findings: Findings;
  candidates: Candidate[];
}

/**
 * Fits weights (a softmax over the candidates of each case; what that gains is told of the half of the
 * cases that they were not fitted on), then what tells a fault and what tells a right answer (logistic),
 * then how often an answer so sure was right (isotonic).
 */
export function fitRanking(count: number): string {
  const samples: Sample[] = [];
  for (let seed = tuningSeeds; seed < tuningSeeds + count; seed++) {
    const { case: given, expected } = makeIncident(seed);
    const findings = findAll(readFacts(given));
    samples.push({
      causes: expected.causes,
      findings: light(findings),
      candidates: rankCandidates(findings),
    });
  }
  const half = samples.filter((_, place) => place % 2 === 0);
  const other = samples.filter((_, place) => place % 2 === 1);
  const trial = fitWeights(half);
  const fitted = fitWeights(samples);
  const lines = [
    `weights in force: ${shown(topShares(other, inForce))}; fitted: ${shown(
      topShares(other, trial),
    )} (cases that they were not fitted on)`,
    `weights: ${JSON.stringify(rounded(fitted))}`,
  ];
  const rows = samples.map(({ causes, findings, candidates }) => {
    const ordered = candidates
      .map(candidate => ({
        ...candidate,
        score: scoreOf(candidate.parts, fitted),
      }))
      .sort((a, b) => b.score - a.score);
    return {
      signs: signsOf(findings, ordered),
      fault: causes ? 1 : 0,
      right: causes?.includes(ordered[0]?.ref) ? 1 : 0,
    };
  });
  const pick = (
    names: readonly (typeof signNames)[number][],
    of: typeof rows,
  ) => of.map(({ signs }) => names.map(name => signs[name]));
  const presence = fitLogistic(
    pick(presenceSigns, rows),
    rows.map(({ fault }) => fault),
  );
  lines.push(`presence: ${presence.tell(presenceSigns)}`);
  const likelihoods = pick(presenceSigns, rows).map(presence.predict);
  for (const from of [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8]) {
    const hit = rows.filter(
      ({ fault }, at) => fault && likelihoods[at] >= from,
    ).length;
    const alarm = rows.filter(
      ({ fault }, at) => !fault && likelihoods[at] >= from,
    ).length;
    const faulty = rows.filter(({ fault }) => fault).length;
    lines.push(
      `  from ${from}: ${((100 * hit) / faulty).toFixed(
        1,
      )} % of faults seen, ${((100 * alarm) / (rows.length - faulty)).toFixed(
        1,
      )} % false alarms`,
    );
  }
  const faulty = rows.filter(({ fault }) => fault);
  const right = fitLogistic(
    pick(rightSigns, faulty),
    faulty.map(row => row.right),
  );
  lines.push(`rightness: ${right.tell(rightSigns)}`);
  const raw = pick(rightSigns, faulty).map(right.predict);
  lines.push(
    `measured: ${JSON.stringify(
      isotonic(raw.map((value, at) => [value, faulty[at].right])),
    )}`,
  );
  return lines.join('\n');
}

/** Without the values of series, which nothing after needs. */
function light(findings: Findings): Findings {
  for (const series of findings.facts.series)
    series.given = { ...series.given, values: [] };
  return findings;
}

function fitWeights(samples: Sample[]): Parts {
  const cases = samples
    .map(({ causes = [], candidates }) => ({
      parts: candidates.map(({ parts }) => partNames.map(name => parts[name])),
      right: candidates.map(({ ref }) => causes.includes(ref)),
    }))
    .filter(({ right }) => right.some(Boolean));
  const start = partNames.map(name => inForce[name]);
  const weights = [...start];
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight, at) => shrinkage * (weight - start[at]));
    for (const { parts, right } of cases) {
      const scores = parts.map(row =>
        row.reduce((sum, value, at) => sum + value * weights[at], 0),
      );
      const highest = Math.max(...scores);
      const powers = scores.map(score => Math.exp(score - highest));
      const all = powers.reduce((sum, value) => sum + value, 0);
      const good = powers.reduce(
        (sum, value, at) => sum + (right[at] ? value : 0),
        0,
      );
      for (const [at, row] of parts.entries()) {
        const pull =
          (powers[at] / all - (right[at] ? powers[at] / good : 0)) /
          cases.length;
        for (const [which, value] of row.entries())
          slope[which] += pull * value;
      }
    }
    for (const [at, value] of slope.entries()) {
      first[at] = 0.9 * first[at] + 0.1 * value;
      second[at] = 0.99 * second[at] + 0.01 * value * value;
      const step =
        first[at] /
        (1 - 0.9 ** round) /
        (Math.sqrt(second[at] / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = Math.max(0, weights[at] - 0.05 * step);
    }
  }
  return Object.fromEntries(
    partNames.map((name, at) => [name, weights[at]]),
  ) as Parts;
}

function topShares(samples: Sample[], weights: Parts): [number, number] {
  let faulty = 0;
  let first = 0;
  let three = 0;
  for (const { causes, candidates } of samples) {
    if (!causes) continue;
    faulty += 1;
    const refs = candidates
      .map(({ ref, parts }) => ({ ref, score: scoreOf(parts, weights) }))
      .sort((a, b) => b.score - a.score)
      .map(({ ref }) => ref);
    const place = refs.findIndex(ref => causes.includes(ref));
    if (place === 0) first += 1;
    if (place >= 0 && place < 3) three += 1;
  }
  return [first / faulty, three / faulty];
}

const shown = ([first, three]: [number, number]) =>
  `top-1 ${(100 * first).toFixed(1)} %, top-3 ${(100 * three).toFixed(1)} %`;

const rounded = (parts: Parts) =>
  Object.fromEntries(
    partNames.map(name => [name, Number(parts[name].toFixed(2))]),
  );
