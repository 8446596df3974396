import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { EvidencePart, PartContext } from '../EvidencePart';

const most = 20;

/** Runbooks that the runbooks family says are for this. */
export async function readRunbooks({
  runbooks,
  credentials,
  scope,
}: PartContext): Promise<EvidencePart> {
  const suggestions = await runbooks.listSuggestions(
    { incidentId: incidentIdOf(scope.number) },
    { credentials },
  );
  const found = suggestions.flatMap(({ runbook, because }) =>
    runbook ? [{ runbook, because }] : [],
  );
  const near = new Set(scope.near);
  return {
    case: {
      runbooks: found.slice(0, most).map(({ runbook, because }) => ({
        ref: runbook.ref,
        title: runbook.title,
        entityRef: runbook.serviceRefs.find(ref => near.has(ref)),
        text: [runbook.description, ...because.map(({ text }) => text)]
          .filter(Boolean)
          .join('\n'),
        alerts: runbook.triggers.flatMap(({ alert }) => alert ?? []),
      })),
    },
  };
}
