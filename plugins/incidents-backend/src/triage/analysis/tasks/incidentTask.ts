import type { JsonObject } from '@backstage/types';
import {
  incidentNumberOf,
  type EvidenceItem,
} from '@ghostlight/plugin-incidents-common';
import { InputError } from '@backstage/errors';
import type { IncidentTaskRequest } from '../AnalysisRequest';
import { fitEvidence } from '../asking/fitEvidence';
import type { Task } from '../asking/Task';
import { asShown } from '../tools/ToolBox';
import { RecordBook } from '../verify/RecordBook';

const mostEntities = 80;
const mostDependencies = 160;
const mostSuspects = 5;

/** What tasks about one incident have in common. */
export function incidentTask(request: IncidentTaskRequest): {
  common: Pick<
    Task<unknown>,
    | 'incidentNumber'
    | 'bundleId'
    | 'redactions'
    | 'language'
    | 'by'
    | 'again'
    | 'book'
    | 'evidence'
    | 'signal'
    | 'onStage'
  >;
  all: Map<string, EvidenceItem>;
  /** The incident as data in so many bytes; what is in it counts as shown. */
  dataOf(mostBytes: number): JsonObject;
} {
  const { collected, report } = request;
  const { bundle } = collected;
  const all = new Map(bundle.items.map(item => [item.id, item]));
  const book = RecordBook.create({ case: collected.case, items: bundle.items });
  return {
    common: {
      incidentNumber: numberOf(request.incident.id),
      bundleId: bundle.id,
      redactions: bundle.redactions,
      language: request.language ?? 'en',
      by: request.by,
      again: request.again ?? false,
      book,
      // In full, though the model may have seen a part.
      evidence: () => book.shown.map(item => all.get(item.id) ?? item),
      signal: request.signal,
      onStage: (stage, said) =>
        request.onEvent?.({
          stage,
          at: new Date().toISOString(),
          ...(said && { said }),
        }),
    },
    all,
    dataOf(mostBytes) {
      const graph = graphOf(request, book);
      const frame: JsonObject = {
        incident: {
          id: request.incident.id,
          ...(collected.case.title && { title: collected.case.title }),
          ...(collected.case.startedAt && {
            startedAt: collected.case.startedAt,
          }),
        },
        ranking: rankingOf(request),
        ...graph,
        missing: bundle.missing.slice(0, 10).map(({ text }) => text),
      };
      const room = mostBytes - Buffer.byteLength(JSON.stringify(frame));
      const fitted = fitEvidence(bundle.items, report, room);
      book.show(fitted.items);
      return {
        ...frame,
        evidence: fitted.items.map(asShown),
        leftOut: fitted.leftOut,
      };
    },
  };
}

/** @throws InputError when it is no id of an incident */
export function numberOf(incidentId: string): number {
  const number = incidentNumberOf(incidentId);
  if (!number) throw new InputError('This is no id of an incident');
  return number;
}

function rankingOf({ report }: IncidentTaskRequest): JsonObject {
  return {
    verdict: report.verdict,
    suspects: report.suspects
      .slice(0, mostSuspects)
      .map(({ id, kind, entityRef, name, change, cause, path, ...rest }) => ({
        id,
        kind,
        ...(entityRef && { entity: entityRef }),
        ...(name && { name }),
        ...(change && { change }),
        cause: cause.text,
        path: path.slice(0, 8),
        supporting: rest.supporting.slice(0, 12),
        contradicting: rest.contradicting.slice(0, 6),
      })),
  };
}

/** The entities that evidence and suspects are about, those near them, and what depends on what of them. */
function graphOf(
  { collected, report }: IncidentTaskRequest,
  book: RecordBook,
): JsonObject {
  const refs = new Set<string>();
  const add = (ref: string | undefined) => {
    if (ref && refs.size < mostEntities) refs.add(ref);
  };
  for (const { entityRef, path } of report.suspects)
    [entityRef, ...path].forEach(add);
  for (const { entityRef } of collected.bundle.items) add(entityRef);
  for (const ref of [...refs]) book.neighboursOf(ref).forEach(add);
  const dependencies = (collected.case.dependencies ?? [])
    .filter(({ from, to }) => refs.has(from) && refs.has(to))
    .slice(0, mostDependencies)
    .map(({ from, to }) => ({ from, to }));
  return { entities: [...refs], dependencies };
}
