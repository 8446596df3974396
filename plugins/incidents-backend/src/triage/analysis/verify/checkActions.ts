import type {
  AnalysisAction,
  AnalysisHypothesis,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import type { AnalysisAnswer } from './answers';
import { checkParameters, isOrdered } from './checkAction';
import { checkStatement } from './checkStatement';
import type { DropList } from './Dropped';
import type { HeldRecord, RecordBook } from './RecordBook';

const most = 4;

/**
 * Actions that may be proposed: installed, switched on, with parameters of their form, for an entity that
 * something suspects or that is next to one, on the word of a record that gives no orders. A person
 * approves each in any case.
 */
export function checkActions(
  said: AnalysisAnswer['actions'],
  context: {
    book: RecordBook;
    report: TriageReport;
    actions: ActionInfo[];
    hypotheses: AnalysisHypothesis[];
    drops: DropList;
  },
): AnalysisAction[] {
  const { book, drops } = context;
  const installed = new Map(
    context.actions.filter(one => one.enabled).map(one => [one.id, one]),
  );
  const near = suspected(context);
  const seen = new Set<string>();
  const held: AnalysisAction[] = [];
  said.slice(0, 12).forEach((one, i) => {
    const what = `actions[${i}]`;
    if (held.length >= most) return drops.add(what, 'too-many');
    const action = installed.get(one.action.trim());
    if (!action) return drops.add(what, 'unknown-action', one.action);
    const entityRef = book.entityOf(one.entity);
    if (!entityRef) return drops.add(what, 'unknown-entity', one.entity);
    if (!near.has(entityRef) || !isSureEnough(action, entityRef, context))
      return drops.add(what, 'not-suspected', entityRef);
    const why = checkStatement(
      { text: one.why, evidence: one.evidence },
      what,
      {
        book,
        drops,
        most: 300,
      },
    );
    if (!why) return undefined;
    const cited = why.evidence.map(id => book.get(id) as HeldRecord);
    if (!cited.length) return drops.add(what, 'no-record');
    if (!cited.some(record => !record.givesOrders) || isOrdered(action, book))
      return drops.add(what, 'ordered-by-record');
    const input = checkParameters(one.parameters, action, what, {
      book,
      cited,
      drops,
    });
    if (!input) return undefined;
    const identity = `${action.id} ${entityRef}`;
    if (seen.has(identity)) return drops.add(what, 'repeated');
    seen.add(identity);
    held.push({
      index: held.length,
      action: action.id,
      input,
      entityRef,
      // As it is installed: the model's words for it are not needed.
      title: action.title.text,
      why: why.text,
      evidence: why.evidence,
      reversible: action.reversible,
    });
    return undefined;
  });
  return held;
}

/** What cannot be undone is for what is surely the cause, and for nothing near it. */
function isSureEnough(
  { reversible }: ActionInfo,
  entityRef: string,
  { hypotheses }: { hypotheses: AnalysisHypothesis[] },
): boolean {
  return (
    reversible ||
    hypotheses.some(one => one.entityRef === entityRef && one.word === 'high')
  );
}

/** Entities of hypotheses that are left and of suspects, and those at one hop of them. */
function suspected(context: {
  book: RecordBook;
  report: TriageReport;
  hypotheses: AnalysisHypothesis[];
}): Set<string> {
  const { book, report, hypotheses } = context;
  const refs = new Set<string>();
  const add = (given: string | undefined) => {
    const ref = given && book.entityOf(given);
    if (!ref) return;
    refs.add(ref);
    for (const one of book.neighboursOf(ref)) refs.add(one);
  };
  for (const { entityRef, change } of [...hypotheses, ...report.suspects]) {
    add(entityRef);
    add(change && book.get(change)?.item.entityRef);
  }
  return refs;
}
