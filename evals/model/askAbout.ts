import { createHash } from 'node:crypto';
import {
  parseTriageCase,
  type TriageCase,
} from '@ghostlight/plugin-incidents-common';
import type { AnalysisRequest } from '../../plugins/incidents-backend/src/triage/analysis';
import { canonicalJson } from '../../plugins/incidents-backend/src/triage/evidence';
import { redactCase } from '../../plugins/incidents-backend/src/triage/evidence/redactCase';
import { diagnose } from '../../plugins/incidents-backend/src/triage/ranking';
import { installedActions } from '../../plugins/incidents-backend/src/triage/redTeam/__testUtils__/installedActions';
import { Redactor } from '../../plugins/incidents-backend/src/triage/redaction';

/** All have the same: a name or a place in the list would tell something, and change when cases come and go. */
const incidentId = 'INC-0001';

/**
 * What the product asks about a case: redacted, ranked, as a bundle. The title of the case is left out, as
 * its words say what it is; in its stead stands what a portal makes of the first alert.
 */
export function askAbout(golden: TriageCase): AnalysisRequest {
  const redactor = Redactor.create();
  const given = parseTriageCase(
    JSON.parse(
      JSON.stringify({
        ...redactCase({ ...golden, title: titleOf(golden) }, redactor),
        id: incidentId,
      }),
    ),
  );
  const report = diagnose(given);
  const { evidence: items, missing } = report;
  const content = JSON.parse(JSON.stringify({ incidentId, items, missing }));
  return {
    incident: { id: incidentId },
    collected: {
      case: given,
      bundle: {
        id: createHash('sha256').update(canonicalJson(content)).digest('hex'),
        at: new Date(given.at ?? given.startedAt ?? 0).toISOString(),
        incidentId,
        items,
        missing,
        redactions: redactor.counts(),
      },
    },
    report,
    actions: installedActions,
    by: 'user:default/evals',
    again: true,
  };
}

function titleOf({ alerts = [] }: TriageCase): string {
  const [first] = [...alerts].sort(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
  if (!first) return 'Somebody asks whether something is wrong';
  const { title, name, entityRef } = first;
  return [title ?? name, entityRef].filter(Boolean).join(': ');
}
