import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  checkIndicator,
  compileObjectives,
  type Finding,
  type ParsedDocument,
  parseDocuments,
  placeQueryFindings,
  type SloDocument,
} from '@ghostlight/plugin-slo-common';

/**
 * What `ghostlight slo check` would say of the last document of a file, and beside it of the others.
 *
 * @param known - documents of the catalog that it may refer to, by kind and name
 */
export function checkSloFile(
  text: string,
  options: {
    entityRef: string;
    known: readonly SloDocument[];
  },
): { findings: Finding[]; others: Finding[] } {
  const parsed = parseDocuments(text);
  const own = parsed[parsed.length - 1];
  const rest = parsed.slice(0, -1);
  const findings = own ? [...own.findings] : [];
  if (own?.document) {
    findings.push(...twinsOf(own.document, rest));
    findings.push(...compile(own.document, rest, options));
  }
  return { findings, others: rest.flatMap(other => other.findings) };
}

function compile(
  slo: SloDocument,
  rest: readonly ParsedDocument[],
  { entityRef, known }: { entityRef: string; known: readonly SloDocument[] },
): Finding[] {
  if (slo.kind !== 'SLO') return [];
  const atHand = [...rest.flatMap(({ document }) => document ?? []), ...known];
  const { objectives, findings } = compileObjectives(slo, {
    documentRef: refOf(slo),
    entityRef,
    lookup: (kind, name) =>
      atHand.find(other => other.kind === kind && other.metadata.name === name),
  });
  const queries = objectives.flatMap(objective =>
    placeQueryFindings(checkIndicator(objective.indicator), objective),
  );
  return [...findings, ...queries];
}

function twinsOf(
  document: SloDocument,
  rest: readonly ParsedDocument[],
): Finding[] {
  const ref = refOf(document);
  const twin = rest.find(
    other => other.document && refOf(other.document) === ref,
  );
  return twin
    ? [
        {
          severity: 'error',
          code: 'duplicate-document',
          path: 'metadata.name',
          message: `The document is there already, in line ${twin.line}.`,
          found: document.metadata.name,
          allowed: 'a name of its own',
        },
      ]
    : [];
}

function refOf({ kind, metadata }: SloDocument): string {
  const { namespace, name } = metadata;
  return stringifyEntityRef({ kind, namespace, name });
}
