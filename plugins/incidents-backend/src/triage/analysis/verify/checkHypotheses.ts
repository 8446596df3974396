import type {
  AnalysisHypothesis,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import type { AnalysisAnswer } from './answers';
import { checkStatement, knownIds, type Statement } from './checkStatement';
import { confidenceOf } from './confidenceOf';
import type { DropList } from './Dropped';
import type { RecordBook } from './RecordBook';

interface Context {
  book: RecordBook;
  report: TriageReport;
  drops: DropList;
}

type Said = AnalysisAnswer['hypotheses'][number];

const most = 4;
/** Clocks of a portal and of what it watches differ. */
const slack = 60_000;

/** Hypotheses that hold, the surest first. */
export function checkHypotheses(
  answer: AnalysisAnswer,
  context: Context,
): AnalysisHypothesis[] {
  const { drops } = context;
  const seen = new Set<string>();
  const keys = new Set(
    answer.hypotheses.slice(0, 8).map(({ key }) => key.trim()),
  );
  const claims = claimsByKey(answer, keys, context);
  const held = answer.hypotheses.flatMap((said, i) => {
    const what = `hypotheses[${i}]`;
    if (i >= 8 || seen.size >= most) {
      drops.add(what, 'too-many');
      return [];
    }
    const checked = checkOne(said, what, claims.get(said.key.trim()), context);
    if (!checked) return [];
    const identity = `${checked.entityRef ?? ''} ${
      checked.change ?? checked.title
    }`;
    if (seen.has(identity)) {
      drops.add(what, 'repeated');
      return [];
    }
    seen.add(identity);
    return [checked];
  });
  return held
    .sort((a, b) => b.confidence - a.confidence)
    .map((hypothesis, i) => ({ ...hypothesis, id: `A${i + 1}` }));
}

function claimsByKey(
  answer: AnalysisAnswer,
  keys: Set<string>,
  { book, drops }: Context,
): Map<string, Statement[]> {
  const byKey = new Map<string, Statement[]>();
  answer.claims.slice(0, 60).forEach((claim, i) => {
    if (claim.part !== 'hypothesis') return;
    const what = `claims[${i}]`;
    const key = claim.hypothesis.trim();
    if (!keys.has(key)) {
      drops.add(what, 'unknown-hypothesis');
      return;
    }
    const all = byKey.get(key) ?? [];
    byKey.set(key, all);
    if (!claim.evidence.length) {
      drops.add(what, 'no-record');
      return;
    }
    const held = checkStatement(claim, what, { book, drops });
    if (held && all.length < 8) all.push(held);
  });
  return byKey;
}

function checkOne(
  said: Said,
  what: string,
  claims: Statement[] | undefined,
  { book, report, drops }: Context,
): AnalysisHypothesis | undefined {
  const entityRef = said.entity.trim() ? book.entityOf(said.entity) : undefined;
  if (said.entity.trim() && !entityRef)
    return drops.add(what, 'unknown-entity', said.entity);
  let contradicting = knownIds(
    said.contradicting,
    `${what}.contradicting`,
    book,
    drops,
  );
  let supporting = knownIds(said.supporting, `${what}.supporting`, book, drops);
  const both = supporting.filter(id => contradicting.includes(id));
  if (both.length) {
    drops.add(what, 'contradicts');
    contradicting = contradicting.filter(id => !both.includes(id));
    supporting = supporting.filter(id => !both.includes(id));
  }
  for (const { evidence } of claims ?? [])
    for (const id of evidence)
      if (
        !supporting.includes(id) &&
        !contradicting.includes(id) &&
        !both.includes(id)
      )
        supporting.push(id);
  const change = said.change.trim() || undefined;
  const symptom = book.firstSymptomOf(entityRef);
  if (change) {
    const record = book.get(change);
    if (!record) return drops.add(what, 'unknown-record', change);
    if (record.item.type !== 'change' && record.item.type !== 'tool')
      return drops.add(what, 'not-a-change', change);
    const first = book.firstSymptomOf(record.item.entityRef ?? entityRef);
    if (isAfter(record.item.at, first)) return drops.add(what, 'after-symptom');
    if (!supporting.includes(change)) supporting.push(change);
  }
  supporting = supporting.filter(id => {
    const item = book.get(id)?.item;
    // What changed afterwards speaks for no cause.
    const late = item?.type === 'change' && isAfter(item.at, symptom);
    if (late) drops.add(`${what}.supporting`, 'after-symptom');
    return !late;
  });
  if (!supporting.length) return drops.add(what, 'no-record');
  if (supporting.every(id => book.get(id)?.givesOrders))
    return drops.add(what, 'ordered-by-record');
  const title = checkStatement(
    { text: said.title, evidence: supporting },
    `${what}.title`,
    { book, drops, most: 200 },
  );
  if (!title) return undefined;
  // Said without a claim, its title is one; claims that do not hold take it with them.
  const told = claims ?? [title];
  if (!told.length) return drops.add(what, 'no-claim');
  const sure = confidenceOf(
    {
      title: said.title,
      entityRef,
      change,
      supporting,
      contradicting,
      supportedClaims: told.filter(({ supported }) => supported).length,
    },
    report,
    book,
  );
  return {
    id: '',
    title: title.text,
    ...(entityRef && { entityRef }),
    ...(change && { change }),
    ...(sure.suspect && { suspect: sure.suspect }),
    claims: told,
    supporting,
    contradicting,
    confidence: sure.confidence,
    word: sure.word,
    because: sure.because,
  };
}

function isAfter(at: string | undefined, symptom: number | undefined): boolean {
  return (
    at !== undefined &&
    symptom !== undefined &&
    Date.parse(at) > symptom + slack
  );
}
