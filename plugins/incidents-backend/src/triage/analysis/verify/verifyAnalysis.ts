import type {
  AnalysisHypothesis,
  EvidenceItem,
  TriageAnalysis,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import type { AnalysisAnswer } from './answers';
import { checkActions } from './checkActions';
import { checkHypotheses } from './checkHypotheses';
import { checkStatement, knownIds, safeText } from './checkStatement';
import { DropList } from './Dropped';
import { neutral } from './neutral';
import type { RecordBook } from './RecordBook';

export interface AnalysisContext {
  book: RecordBook;
  report: TriageReport;
  actions: ActionInfo[];
  /** Runbooks that were found for the incident. */
  runbooks: EvidenceItem[];
}

type Claim = TriageAnalysis['ruledOut'][number];

/**
 * What of an answer holds against the records that the model was shown. Pure: the same answer and records
 * have the same result. Whatever a model says, no id in it is unknown, no action outside the list, no text
 * an address.
 */
export function verifyAnalysis(
  answer: AnalysisAnswer,
  context: AnalysisContext,
): TriageAnalysis {
  const { book, report } = context;
  const drops = DropList.create();
  const hypotheses = checkHypotheses(answer, { book, report, drops });
  const claimsOf = (part: AnalysisAnswer['claims'][number]['part']) =>
    answer.claims
      .slice(0, 60)
      .flatMap<Claim>((claim, i) => {
        if (claim.part !== part) return [];
        const held = checkStatement(claim, `claims[${i}]`, { book, drops });
        return held ? [held] : [];
      })
      .slice(0, 8);
  const ruledOut = claimsOf('ruled-out').filter(
    ({ evidence }, i) =>
      evidence.length > 0 || drops.add(`ruledOut[${i}]`, 'no-record'),
  );
  const verdict = verdictOf(answer.verdict, hypotheses, report, drops);
  const actions = checkActions(answer.actions, {
    ...context,
    drops,
    hypotheses,
  });
  return {
    verdict,
    headline: headlineOf(answer.headline, hypotheses, context, drops),
    hypotheses,
    ruledOut,
    timeline: timelineOf(answer, book, drops),
    actions,
    verification: claimsOf('verification'),
    prevention: claimsOf('prevention'),
    runbooks: runbooksOf(answer.runbookQueries, context, drops),
    openQuestions: answer.openQuestions.slice(0, 8).flatMap((question, i) => {
      const said = { text: question, evidence: [] };
      const what = `openQuestions[${i}]`;
      const named = book.shown.map(({ id }) => id);
      const held = checkStatement(said, what, {
        book,
        drops,
        most: 300,
        named,
      });
      return held ? [held.text] : [];
    }),
    injections: injectionsOf(answer.injections, book, drops),
    dropped: drops.dropped,
  };
}

/** A verdict is no better than what is left to hold it. */
function verdictOf(
  said: TriageAnalysis['verdict'],
  hypotheses: AnalysisHypothesis[],
  report: TriageReport,
  drops: DropList,
): TriageAnalysis['verdict'] {
  const [first] = hypotheses;
  let verdict = said;
  if (said === 'no-fault') {
    // Nobody talks an incident away that the records show.
    if (report.verdict !== 'no-fault' || first) verdict = 'inconclusive';
  } else if (!first || first.word === 'low') verdict = 'inconclusive';
  else if (said === 'identified' && first.word !== 'high') verdict = 'probable';
  if (verdict !== said) drops.add('verdict', 'verdict-not-held', said);
  return verdict;
}

/** What the headline says is held by what the first hypotheses cite, or the first of them says it. */
function headlineOf(
  said: string,
  hypotheses: AnalysisHypothesis[],
  { book, report }: AnalysisContext,
  drops: DropList,
): string {
  const evidence = hypotheses.flatMap(({ supporting }) => supporting);
  const held = hypotheses.length
    ? checkStatement({ text: said, evidence }, 'headline', {
        book,
        drops,
        most: 200,
      })
    : undefined;
  return (
    (held?.supported ? held.text : undefined) ??
    hypotheses[0]?.title ??
    neutral(report.summary.text, '')
  );
}

function timelineOf(
  answer: AnalysisAnswer,
  book: RecordBook,
  drops: DropList,
): TriageAnalysis['timeline'] {
  return answer.timeline
    .slice(0, 30)
    .flatMap((entry, i) => {
      const what = `timeline[${i}]`;
      const at = Date.parse(entry.at);
      const held = checkStatement(entry, what, { book, drops, most: 300 });
      if (!held) return [];
      const instants = held.evidence.flatMap(
        id => book.get(id)?.instants ?? [],
      );
      // The record's own instant is kept, not how it was written down.
      const own = instants.find(one => Math.abs(one - at) < 60_000);
      if (own === undefined) {
        drops.add(what, 'time-not-held', entry.at);
        return [];
      }
      return [
        {
          at: new Date(own).toISOString(),
          text: held.text,
          evidence: held.evidence,
        },
      ];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Runbooks of the evidence that a query finds by its words. No query goes anywhere. */
function runbooksOf(
  queries: string[],
  { runbooks }: AnalysisContext,
  drops: DropList,
): TriageAnalysis['runbooks'] {
  const found = new Map<string, string>();
  queries.slice(0, 6).forEach((query, i) => {
    const text = safeText(query, `runbookQueries[${i}]`, 200, drops);
    const words = text?.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    for (const { title, text: body, data } of runbooks) {
      const ref = typeof data?.ref === 'string' ? data.ref : undefined;
      const all = `${title} ${body}`.toLowerCase();
      if (ref && words.some(word => all.includes(word))) found.set(ref, title);
    }
  });
  return [...found].slice(0, 5).map(([ref, title]) => ({ ref, title }));
}

/** What the model saw, and what code saw though the model did not say so. */
export function injectionsOf(
  said: { evidence: string; text: string }[],
  book: RecordBook,
  drops: DropList,
): TriageAnalysis['injections'] {
  const found = new Map<string, string>();
  said.slice(0, 20).forEach(({ evidence, text }, i) => {
    const what = `injections[${i}]`;
    const [id] = knownIds([evidence], what, book, drops);
    const held =
      id &&
      checkStatement({ text, evidence: [id] }, what, {
        book,
        drops,
        most: 200,
      });
    if (id) found.set(id, held ? held.text : '');
  });
  for (const { id } of book.shown)
    if (book.get(id)?.givesOrders && !found.has(id)) found.set(id, '');
  return [...found]
    .slice(0, 50)
    .map(([evidence, text]) => ({ evidence, text }));
}
