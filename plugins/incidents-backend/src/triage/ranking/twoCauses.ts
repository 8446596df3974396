import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { shownName } from './facts';
import type { Findings } from './findings';
import type { Candidate } from './rankers';
import { said } from './said';
import { calledOf, causeOf } from './words';

/** A second cause is looked for among so many, and has at least this of the first one's score. */
const mostLooked = 4;
const scoreShare = 0.6;
/** With less support of its own it is no second cause: of those it names, half are right. */
const supportFrom = 0.65;
const troubledFrom = 0.3;
const mostNamed = 4;

/**
 * Who has something of its own to show and nothing to do with the first: neither depends on the other,
 * so neither explains what the other shows.
 */
export function apartFrom([first, ...others]: Candidate[]):
  | Candidate
  | undefined {
  return others
    .slice(0, mostLooked - 1)
    .find(
      ({ ref, score, parts, explains }) =>
        score >= first.score * scoreShare &&
        Math.max(parts.resource, parts.changed) >= supportFrom &&
        !first.explains.has(ref) &&
        !explains.has(first.ref),
    );
}

/** Both, each with those in trouble that depend on it. */
export function sayTwo(
  first: Candidate,
  second: Candidate,
  findings: Findings,
): Sentence {
  const entity = calledOf(first, findings);
  const other = calledOf(second, findings);
  const cause = causeOf(first, findings).text;
  const otherCause = causeOf(second, findings).text;
  const explained = explainedBy(first, findings);
  const otherExplained = explainedBy(second, findings);
  const tell = (explains: string) => explains && `, which explains ${explains}`;
  return said(
    'summary.two',
    `Two things may have gone wrong: ${entity} (${cause})${tell(
      explained,
    )}; and ${other} (${otherCause})${tell(otherExplained)}.`,
    {
      entity,
      cause,
      other,
      otherCause,
      ...(explained && { explained }),
      ...(otherExplained && { otherExplained }),
    },
  );
}

/** The nearest first; empty where nobody in trouble depends on it. */
function explainedBy({ explains }: Candidate, { troubles }: Findings): string {
  const names = [...explains]
    .filter(([ref]) => (troubles.get(ref)?.all ?? 0) >= troubledFrom)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .map(([ref]) => shownName(ref));
  const more = names.length > mostNamed ? ', …' : '';
  return names.slice(0, mostNamed).join(', ') + more;
}
