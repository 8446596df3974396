import { InputError } from '@backstage/errors';
import type { Claim, EvidenceItem } from '@ghostlight/plugin-incidents-common';
import { hashOf } from '@ghostlight/reliability-node';
import type { ResolvedIncident, RunbookDraftTask } from '../AnalysisRequest';
import { sizeOf } from '../asking/fitEvidence';
import type { Task } from '../asking/Task';
import { runbookDraftPrompt } from '../prompts';
import { asShown } from '../tools/ToolBox';
import {
  runbookDraftAnswer,
  schemaFor,
  type RunbookDraftAnswer,
} from '../verify/answers';
import { checkParameters, isOrdered } from '../verify/checkAction';
import {
  checkStatement,
  safeText,
  type Statement,
} from '../verify/checkStatement';
import { DropList } from '../verify/Dropped';
import { RecordBook, type HeldRecord } from '../verify/RecordBook';
import { actionsAsData, hashOfActions } from './actionsAsData';
import { numberOf } from './incidentTask';
import { renderRunbook, type DraftStep } from './renderRunbook';

/** A draft, without its run. */
export interface Draft {
  fileName: string;
  yaml: string;
  steps: Claim[];
}

const schema = schemaFor(runbookDraftAnswer);
const leastIncidents = 3;

/**
 * A runbook from what solved incidents before. Each step rests on incidents; the document is one that the
 * runbooks family compiles, or there is none.
 *
 * @throws InputError for fewer than three incidents
 */
export function runbookDraftTask(request: RunbookDraftTask): Task<Draft> {
  const { incidents, actions = [] } = request;
  if (new Set(incidents.map(({ id }) => id)).size < leastIncidents)
    throw new InputError('A runbook is drafted from at least three incidents');
  const items = incidents.map(asEvidence);
  const refs = [...new Set(incidents.flatMap(one => one.entityRefs))];
  const book = RecordBook.create({
    case: { entities: refs.map(ref => ({ ref })) },
    items,
  });
  return {
    prompt: runbookDraftPrompt,
    tier: 'analysis',
    incidentNumber: numberOf(incidents[0].id),
    bundleId: hashOf(JSON.stringify(incidents)),
    depends: [hashOfActions(actions)],
    redactions: [],
    language: request.language ?? 'en',
    by: request.by,
    again: request.again ?? false,
    schema,
    book,
    evidence: () => items,
    signal: request.signal,
    onStage: stage =>
      request.onEvent?.({ stage, at: new Date().toISOString() }),
    data(mostBytes) {
      const offered = actionsAsData(actions);
      let room = mostBytes - Buffer.byteLength(JSON.stringify(offered));
      const each = Math.floor(room / items.length);
      const shown = items.flatMap(item => {
        const fitted = shorten(item, each);
        room -= sizeOf(fitted);
        return room < 0 ? [] : [fitted];
      });
      book.show(shown);
      return {
        actions: offered,
        evidence: shown.map(asShown),
        leftOut: items.length - shown.length,
      };
    },
    check(given) {
      const parsed = runbookDraftAnswer.safeParse(given);
      if (!parsed.success) return { dropped: [], poor: true };
      const drops = DropList.create();
      const result = verifyDraft(parsed.data, request, book, drops);
      return {
        ...(result && { result }),
        dropped: drops.dropped,
        poor: !result,
      };
    },
  };
}

/** What holds of a draft, as a document that compiles. */
export function verifyDraft(
  answer: RunbookDraftAnswer,
  request: Pick<RunbookDraftTask, 'incidents' | 'actions' | 'language'>,
  book: RecordBook,
  drops: DropList,
): Draft | undefined {
  const installed = new Map(
    (request.actions ?? [])
      .filter(one => one.enabled)
      .map(one => [one.id, one]),
  );
  const held = (said: { text: string; evidence: string[] }, what: string) =>
    said.evidence.length
      ? checkStatement(said, what, { book, drops, most: 1_000 })
      : drops.add(what, 'no-record');
  const steps = answer.steps.slice(0, 30).flatMap<DraftStep>((step, i) => {
    const what = `steps[${i}]`;
    const text = held(step, what);
    const title = safeText(step.title, `${what}.title`, 120, drops);
    if (!text || !title) return [];
    const common = {
      phase: step.phase,
      title,
      text: text.text,
      evidence: text.evidence,
      supported: text.supported,
      minutes: Math.min(240, Math.max(1, Math.round(step.minutes) || 10)),
    };
    if (step.kind !== 'action') return [{ ...common, kind: step.kind }];
    const action = installed.get(step.action.trim());
    const cited = text.evidence.map(id => book.get(id) as HeldRecord);
    // What cannot be done by the portal is done by a person.
    const byHand = { ...common, kind: 'manual' as const };
    if (!action) {
      drops.add(`${what}.action`, 'unknown-action', step.action);
      return [byHand];
    }
    if (isOrdered(action, book)) {
      drops.add(what, 'ordered-by-record');
      return [];
    }
    const input = checkParameters(
      step.parameters,
      action,
      `${what}.parameters`,
      {
        book,
        cited,
        drops,
      },
    );
    return [
      input ? { ...common, kind: 'action', action: action.id, input } : byHand,
    ];
  });
  const causes = answer.causes.slice(0, 10).flatMap((cause, i) => {
    const what = `causes[${i}]`;
    const { evidence } = cause;
    const said = held({ text: cause.cause, evidence }, what);
    const helped = held({ text: cause.mitigation, evidence }, what);
    if (!said || !helped) return [];
    const check: Statement | undefined = cause.check.trim()
      ? held({ text: cause.check, evidence }, `${what}.check`)
      : undefined;
    return [
      {
        cause: said.text,
        mitigation: helped.text,
        ...(check && { check: check.text }),
      },
    ];
  });
  const known = new Set(request.incidents.flatMap(({ alerts = [] }) => alerts));
  const alerts = answer.alerts.filter(
    (name, i) =>
      known.has(name) || drops.add(`alerts[${i}]`, 'quote-not-held', name),
  );
  const evidence = book.shown.map(({ id }) => id);
  const title = held({ text: answer.title, evidence }, 'title');
  const description = held(
    { text: answer.description, evidence },
    'description',
  );
  if (!title || !steps.length) return undefined;
  return renderRunbook(
    {
      title: title.text,
      description: description?.text,
      alerts: [...new Set(alerts)].slice(0, 10),
      causes,
      steps,
    },
    request,
    book,
  );
}

function asEvidence(incident: ResolvedIncident, place: number): EvidenceItem {
  const { id, title, entityRefs, rootCause, mitigation, minutes } = incident;
  const lines = [
    `Incident ${id}`,
    entityRefs.length && `Entities: ${entityRefs.slice(0, 20).join(', ')}`,
    incident.alerts?.length &&
      `Alerts: ${incident.alerts.slice(0, 20).join(', ')}`,
    rootCause && `Root cause: ${rootCause}`,
    mitigation && `Mitigation: ${mitigation}`,
    minutes !== undefined && `Took ${Math.round(minutes)} minutes`,
    ...(incident.timeline ?? []).map(({ at, text }) => `${at} ${text}`),
  ];
  return {
    id: `E${place + 1}`,
    type: 'similar',
    source: 'incidents',
    ...(entityRefs[0] && { entityRef: entityRefs[0] }),
    title: `${id}: ${title}`.slice(0, 300),
    text: lines.filter(Boolean).join('\n').slice(0, 6_000),
    data: { id },
  };
}

function shorten(item: EvidenceItem, bytes: number): EvidenceItem {
  const over = sizeOf(item) - bytes;
  if (over <= 0) return item;
  const text = item.text.slice(0, Math.max(200, item.text.length - over - 50));
  return {
    ...item,
    text: `${text.replace(/[\ud800-\udbff]$/, '')}…`,
    truncated: true,
  };
}
