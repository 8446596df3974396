import {
  parseTriageCase,
  type EvidenceBundle,
  type Sentence,
  type TriageCase,
} from '@ghostlight/plugin-incidents-common';
import { createHash } from 'node:crypto';
import { isoOf } from '../../service/times';
import { diagnose, type DiagnoseOptions } from '../ranking';
import type { Redactor } from '../redaction';
import { canonicalJson } from './canonicalJson';
import { decorate } from './decorate';
import type { CollectedEvidence } from './EvidenceCollector';
import type { EvidencePart } from './EvidencePart';
import type { EvidenceScope } from './findScope';
import { redactCase } from './redactCase';

/**
 * Makes one case of what was found, redacted, and the bundle of its records, which nobody can change. A
 * bundle with the same records has the same id, whenever it was made.
 */
export function seal(options: {
  incidentId: string;
  scope: EvidenceScope;
  found: EvidencePart[];
  redactor: Redactor;
  /** Epoch milliseconds. */
  now: number;
  ranking?: DiagnoseOptions;
}): CollectedEvidence {
  const { incidentId, scope, found, redactor, now, ranking } = options;
  const given: TriageCase = Object.assign(
    {
      id: incidentId,
      title: scope.incident.title,
      startedAt: isoOf(scope.firstSymptom),
      at: isoOf(scope.at),
    },
    ...found.map(part => part.case ?? {}),
  );
  const made = parseTriageCase(withoutGaps(redactCase(given, redactor)));
  const report = diagnose(made, ranking);
  const items = decorate(report.evidence, {
    incidentId,
    owners: found.flatMap(part => part.owners ?? []),
    links: new Map(found.flatMap(part => [...(part.links ?? [])])),
  });
  const missing = found
    .flatMap(part => part.missing ?? [])
    .map(sentence => redactSentence(sentence, redactor));
  const content = withoutGaps({ incidentId, items, missing });
  const bundle: EvidenceBundle = {
    id: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    // The case ends with a whole minute, which may not be over yet.
    at: isoOf(Math.min(scope.at, now)),
    incidentId,
    items: content.items,
    missing: content.missing,
    redactions: redactor.counts(),
  };
  return {
    case: freeze(made),
    bundle: freeze(bundle),
    report: {
      ...report,
      evidence: bundle.items,
      missing: [...report.missing, ...bundle.missing],
    },
    redactor,
  };
}

/** As JSON has it: what is undefined is not there. */
function withoutGaps<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** Why something is missing may be what another system said. */
function redactSentence(sentence: Sentence, redactor: Redactor): Sentence {
  const { code, text, params } = sentence;
  const shown = (some: string) => redactor.redact(some).text.slice(0, 500);
  return {
    code,
    text: shown(text),
    ...(params && {
      params: Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === 'string' ? shown(value) : value,
        ]),
      ),
    }),
  };
}

function freeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
