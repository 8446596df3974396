import type {
  RunbookDocument,
  RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import type { Document } from './DocumentRow';

const longest = 50_000;

/** A runbook as plain words, for search. */
export function textOf(document: Document<RunbookSpec>): RunbookDocument {
  const { ref, title, about, spec, ownerRef } = document;
  const words = [
    spec?.description ?? about.description,
    ...(spec?.triggers.map(({ alert }) => alert) ?? []),
    ...(spec?.phases.flatMap(phase => [
      phase.title,
      ...phase.steps.flatMap(step => [step.title, step.text]),
    ]) ?? []),
    ...(spec?.causes.flatMap(({ cause, mitigation }) => [cause, mitigation]) ??
      []),
    spec?.markdown,
  ];
  return {
    ref,
    title,
    text: words.filter(Boolean).join('\n').slice(0, longest),
    ...(ownerRef && { owner: ownerRef }),
    serviceRefs: about.serviceRefs,
  };
}
