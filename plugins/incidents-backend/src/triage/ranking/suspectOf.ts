import type {
  TriageFactor,
  TriageSuspect,
} from '@ghostlight/plugin-incidents-common';
import type { EvidenceBook } from './evidence';
import { shownName } from './facts';
import type { Findings } from './findings';
import { pathOf, type Candidate } from './rankers';
import { wordOf } from './verdict';
import {
  causeOf,
  factorsOf,
  isByChange,
  kindOfSuspect,
  rounded,
  tellingOf,
} from './words';

const mostOfKind = 4;
const mostDependents = 4;
/** What began so much before a suspect speaks against it, ms. */
const earlierBy = 120_000;
const strongFrom = 0.4;

/** A score that has this much is half sure. */
const halfScore = 3;

/** The way from a symptom to a candidate: from the furthest in trouble that leads to it. */
export function pathTo(
  candidate: Candidate,
  { facts, troubles }: Findings,
): string[] {
  const far = [...candidate.explains]
    .map(([ref, hops]) => ({ ref, hops, all: troubles.get(ref)?.all ?? 0 }))
    .filter(({ all }) => all >= 0.25)
    .sort(
      (a, b) => b.hops - a.hops || b.all - a.all || (a.ref < b.ref ? -1 : 1),
    );
  const from = far[0]?.ref ?? [...candidate.explains.keys()].sort()[0];
  return (
    (from !== undefined && pathOf(from, candidate.ref, facts.below)) || [
      candidate.ref,
    ]
  );
}

export interface SuspectContext {
  findings: Findings;
  book: EvidenceBook;
  path: string[];
  rank: number;
  confidence: number;
  factors?: TriageFactor[];
}

export function suspectOf(
  candidate: Candidate,
  { findings, book, path, rank, confidence, factors }: SuspectContext,
): TriageSuspect {
  const { ref, change, score } = candidate;
  const kind = kindOfSuspect(candidate, findings);
  const node = findings.facts.nodes.get(ref);
  const hasEntity = node?.isKnown ?? false;
  const against = contradicting(candidate, findings, book);
  const byChange = isByChange(candidate) ? book.idOf(change) : undefined;
  const metric = tellingOf(candidate)?.kind;
  return {
    id: `H${rank + 1}`,
    kind,
    ...(hasEntity
      ? { entityRef: ref }
      : { name: change && !node ? change.given.title : shownName(ref) }),
    ...(byChange && { change: byChange }),
    ...(metric && { metric }),
    cause: causeOf(candidate, findings),
    score: rounded(score / (score + halfScore)),
    confidence: rounded(confidence),
    word: wordOf(confidence),
    path: node ? path : [],
    // In a circle of dependencies a record would speak for and against.
    supporting: supporting(candidate, findings, book, path).filter(
      id => !against.includes(id),
    ),
    contradicting: against,
    factors: factors ?? factorsOf(candidate, findings),
  };
}

function supporting(
  candidate: Candidate,
  { facts, troubles }: Findings,
  book: EvidenceBook,
  path: string[],
): string[] {
  const { ref, trouble, change, mentions, explains } = candidate;
  const nearest = [...explains]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostDependents)
    .map(([other]) => troubles.get(other));
  const facing = (list: unknown[]) => list.slice(0, mostOfKind);
  return book.idsOf([
    ...(candidate.parts.change > 0.05 || isByChange(candidate) ? [change] : []),
    ...facing((trouble?.deviations ?? []).filter(({ weighed }) => weighed)),
    ...facing(trouble?.alerts ?? []),
    ...facing((trouble?.logs ?? []).filter(({ log }) => log.isError)),
    ...facing(trouble?.objectives ?? []),
    ...facing(mentions),
    path,
    ...nearest.flatMap(other => [
      other?.alerts[0],
      other?.deviations.find(
        ({ nature, weighed }) => nature === 'symptom' && weighed,
      ),
    ]),
    ...facts.similar.filter(
      ({ origin, nodes }) => origin === ref || (!origin && nodes.includes(ref)),
    ),
  ]);
}

/** What of a dependency explains it, what began earlier elsewhere, and changes that others had. */
function contradicting(
  candidate: Candidate,
  { facts, troubles, deviations, onset }: Findings,
  book: EvidenceBook,
): string[] {
  const { ref, trouble, explained, explains, change } = candidate;
  const against: unknown[] = [];
  if (explained >= 0.5 && !(trouble && trouble.cause >= strongFrom))
    for (const other of facts.below.get(ref) ?? []) {
      const theirs = troubles.get(other);
      if (theirs && theirs.all >= strongFrom)
        against.push(
          theirs.deviations.find(({ weighed }) => weighed),
          theirs.alerts[0],
        );
    }
  const began = trouble?.began;
  if (began !== undefined)
    against.push(
      ...deviations
        .filter(
          ({ series, weighed = 0, began: theirs }) =>
            series.node !== ref &&
            weighed >= strongFrom &&
            theirs < began - earlierBy &&
            !explains.has(series.node),
        )
        .slice(0, 2),
    );
  if (change && change.at > onset.at) against.push(change);
  const supports = new Set(
    book.idsOf([change, ...(trouble?.deviations ?? [])]),
  );
  return book
    .idsOf(against)
    .filter(id => !supports.has(id))
    .slice(0, 6);
}
