import type {
  Sentence,
  TriageCase,
  TriageFactor,
  TriageReport,
  TriageVerdict,
} from '@ghostlight/plugin-incidents-common';
import { bookOf } from './evidence';
import { readFacts } from './facts';
import { findAll, type Findings } from './findings';
import { rankCandidates, type Candidate, type PartName } from './rankers';
import { said } from './said';
import { pathTo, suspectOf } from './suspectOf';
import { confidenceOf, faultLikelihood, signsOf, verdictOf } from './verdict';
import { apartFrom, sayTwo } from './twoCauses';
import { calledOf, causeOf, missingOf, rounded, sayFactor } from './words';

/** Of the deterministic ranking; changes with its weights. */
export const rulesVersion = 'rules-2';

const mostByDefault = 5;
/** So many have evidence and a path of their own, also if they are not named. */
const mostConsidered = 12;

/** What a ranker that was trained says of candidates of the rules. */
export interface TrainedRanker {
  version: string;
  why: Sentence;
  /** In the order of the candidates; higher is likelier. */
  score(candidates: Candidate[]): number[];
  /** `sayPart` says what the rules would of a part. */
  factors(
    candidate: Candidate,
    sayPart: (name: PartName) => Sentence,
  ): TriageFactor[];
}

export interface DiagnoseOptions {
  /** How many suspects are named; 5 by default. */
  most?: number;
  /** Orders the first candidates anew. */
  ranker?: TrainedRanker;
}

/**
 * Why an incident happened, from what is recorded of it alone: the same case, in whatever order, has the
 * same report. Finds when it began, compares every series with its past, follows trouble down the
 * dependencies and weighs several rankings of all that may be at the bottom of it.
 *
 * Methods: robust scores per series as in BARO (Pham et al., FSE 2024); what a dependency explains is
 * taken off an entity's own trouble, as CIRCA does by regression (Li et al., KDD 2022); a random walk as
 * in MicroRank (Yu et al., WWW 2021).
 */
export function diagnose(
  given: TriageCase,
  { most = mostByDefault, ranker }: DiagnoseOptions = {},
): TriageReport {
  const findings = findAll(readFacts(given));
  const isUnseen = seesNothing(given);
  const ranked = isUnseen ? [] : rankCandidates(findings);
  const signs = signsOf(findings, ranked);
  const considered = ranked.slice(0, mostConsidered);
  const paths = considered.map(candidate => pathTo(candidate, findings));
  const pathBy = new Map(
    considered.map(({ ref }, place) => [ref, paths[place]]),
  );
  const book = bookOf(
    findings,
    considered.map(({ ref }) => ref),
    paths,
  );
  const ordered = ranker ? reorder(considered, ranker) : considered;
  const fault = faultLikelihood(signs);
  const confidence = ordered.length ? confidenceOf(signs) : undefined;
  const verdict = isUnseen ? 'inconclusive' : verdictOf(fault, confidence);
  const shares = sharesOf(ordered, confidence ?? 0, verdict);
  const suspects = ordered.slice(0, most).map((candidate, rank) =>
    suspectOf(candidate, {
      findings,
      book,
      path: pathBy.get(candidate.ref)!,
      rank,
      confidence: shares[rank],
      factors: ranker?.factors(candidate, name =>
        sayFactor(name, candidate, findings),
      ),
    }),
  );
  return {
    verdict,
    summary: summarize(verdict, ordered, findings),
    suspects,
    evidence: book.items,
    missing: missingOf(findings),
    ranker: ranker
      ? { kind: 'learned', version: ranker.version, why: ranker.why }
      : { kind: 'rules', version: rulesVersion },
  };
}

/** Where nothing could be looked at, nothing can be said to be as usual. */
function seesNothing(given: TriageCase): boolean {
  const { alerts, metrics, objectives, changes, logs } = given;
  return [alerts, metrics, objectives, changes, logs].every(
    part => !part?.length,
  );
}

function reorder(candidates: Candidate[], ranker: TrainedRanker): Candidate[] {
  const scores = ranker.score(candidates);
  return candidates
    .map((candidate, place) => ({ candidate, place, score: scores[place] }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ candidate }) => candidate);
}

/** What the first leaves is divided among the others by their scores. */
function sharesOf(
  candidates: Candidate[],
  first: number,
  verdict: TriageVerdict,
): number[] {
  const sure = verdict === 'no-fault' ? Math.min(first, 0.2) : first;
  const [, ...others] = candidates;
  const highest = Math.max(0, ...others.map(({ score }) => score));
  const parts = others.map(({ score }) => Math.exp(score - highest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return [
    sure,
    // Some of what is left belongs to nobody here.
    ...parts.map(part =>
      rounded(Math.min(sure, ((1 - sure) * 0.7 * part) / total)),
    ),
  ];
}

function summarize(
  verdict: TriageVerdict,
  candidates: Candidate[],
  findings: Findings,
): Sentence {
  const [first] = candidates;
  if (verdict === 'no-fault')
    return said(
      'summary.noFault',
      'Nothing differs from before by more than it usually does.',
    );
  if (!first)
    return said(
      'summary.nothing',
      'Nothing is recorded that could say why: no alert, change, log or measurement.',
    );
  const entity = calledOf(first, findings);
  const cause = causeOf(first, findings).text;
  if (verdict === 'inconclusive')
    return said(
      'summary.inconclusive',
      `What is recorded does not say why; the likeliest is ${entity}: ${cause}.`,
      { entity, cause },
    );
  const second = apartFrom(candidates);
  if (second) return sayTwo(first, second, findings);
  return verdict === 'identified'
    ? said('summary.identified', `The cause is at ${entity}: ${cause}.`, {
        entity,
        cause,
      })
    : said(
        'summary.probable',
        `The cause is probably at ${entity}: ${cause}.`,
        { entity, cause },
      );
}
