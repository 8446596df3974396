import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  checkComposites,
  checkIndicator,
  compileObjectives,
  type Finding,
  type Objective,
  placeQueryFindings,
  type SloDocument,
} from '@ghostlight/plugin-slo-common';
import type { FileDocument, FileFinding } from './readFiles';

/**
 * Compiles the SLOs among documents, each with the others at hand, and gathers what is wrong with
 * any of them in the order of files and lines.
 */
export function compileFiles(documents: FileDocument[]): {
  objectives: Objective[];
  findings: FileFinding[];
} {
  const byRef = new Map<string, FileDocument>();
  const findings: FileFinding[] = [];
  for (const parsed of documents) {
    findings.push(...placed(parsed, parsed.findings));
    if (!parsed.document) continue;
    const ref = refOf(parsed.document);
    const first = byRef.get(ref);
    if (first) {
      const twice: Finding = {
        severity: 'error',
        code: 'duplicate-document',
        path: 'metadata.name',
        message: `The document is there already, at ${first.file}:${first.line}.`,
        found: parsed.document.metadata.name,
        allowed: 'a name of its own',
      };
      findings.push(...placed(parsed, [twice]));
    } else {
      byRef.set(ref, parsed);
    }
  }

  const objectives: Objective[] = [];
  for (const [documentRef, parsed] of byRef) {
    const slo = parsed.document;
    if (slo?.kind !== 'SLO') continue;
    const compiled = compileObjectives(slo, {
      documentRef,
      lookup: (kind, name) =>
        byRef.get(
          stringifyEntityRef({ kind, namespace: slo.metadata.namespace, name }),
        )?.document,
    });
    objectives.push(...compiled.objectives);
    findings.push(
      ...placed(parsed, [
        ...compiled.findings,
        ...queryFindings(compiled.objectives),
      ]),
    );
  }
  const composites = checkComposites(objectives);
  for (const [documentRef, found] of composites.findings) {
    const parsed = byRef.get(documentRef);
    if (parsed) findings.push(...placed(parsed, found));
  }
  const order = new Map([...documents.keys()].map(i => [documents[i].file, i]));
  findings.sort(
    (a, b) =>
      (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line,
  );
  return { objectives: composites.objectives, findings };
}

function refOf({ kind, metadata }: SloDocument): string {
  const { namespace, name } = metadata;
  return stringifyEntityRef({ kind, namespace, name });
}

function placed(parsed: FileDocument, findings: Finding[]): FileFinding[] {
  return findings.map(finding => ({
    ...finding,
    file: parsed.file,
    line: finding.line ?? parsed.lineOf(finding.path),
  }));
}

/** What is wrong with the queries themselves; once for objectives that share an indicator. */
function queryFindings(objectives: Objective[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const objective of objectives) {
    for (const finding of placeQueryFindings(
      checkIndicator(objective.indicator),
      objective,
    )) {
      found.set(`${finding.path} ${finding.code}`, finding);
    }
  }
  return [...found.values()];
}
