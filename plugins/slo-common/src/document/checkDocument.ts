import type { JsonObject, JsonValue } from '@backstage/types';
import {
  errorAt,
  findingsOfIssues,
  plainValue,
  valueAt,
} from '@ghostlight/reliability-common';
import type { z } from 'zod';
import type { Finding } from '../objective';
import { checkAlertPolicy } from './checkAlertPolicy';
import { checkErrorBudgetPolicy } from './checkErrorBudgetPolicy';
import { checkSli } from './checkSli';
import { checkSlo } from './checkSlo';
import { kindSchemas } from './schema/kinds';
import type { SloDocument, SloDocumentKind } from './SloDocument';

/**
 * Checks one parsed value: a document as written, or a catalog entity made of it.
 *
 * Never throws. The document is there only when no finding is an error; findings of unknown fields
 * are warnings, and those fields are left out.
 *
 * @public
 */
export function checkDocument(value: unknown): {
  document?: SloDocument;
  findings: Finding[];
} {
  const plain = plainValue(value);
  if (!isObject(plain.value)) {
    return {
      findings: plain.findings.length
        ? plain.findings
        : [
            errorAt('', 'invalid', 'A document is a mapping.', {
              found: plain.value,
              allowed: 'apiVersion, kind, metadata, spec',
            }),
          ],
    };
  }
  const { relations: _r, status: _s, ...written } = plain.value;
  const kind = written.kind;
  if (!isDocumentKind(kind)) {
    return {
      findings: [
        ...plain.findings,
        errorAt('kind', 'invalid', 'Not a kind of this family.', {
          found: kind,
          allowed: Object.keys(kindSchemas).join(' | '),
        }),
      ],
    };
  }
  const { document, findings } = parseKind(kindSchemas[kind], written);
  const all = [
    ...plain.findings,
    ...findings,
    ...(document ? checkKind(document) : []),
  ];
  return all.some(({ severity }) => severity === 'error')
    ? { findings: all }
    : { document, findings: all };
}

/**
 * Whether a parsed value is of this family, so that other entities in a file can be passed over.
 * A wrong version of OpenSLO and a forgotten apiVersion count, so that their author hears of it.
 *
 * @public
 */
export function isSloDocument(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const apiVersion = valueAt(value, ['apiVersion']);
  const kind = valueAt(value, ['kind']);
  if (typeof apiVersion !== 'string') return isDocumentKind(kind);
  if (/^openslo(\.com)?\//i.test(apiVersion)) return true;
  return /^ghostlight\.dev\//i.test(apiVersion) && kind === 'ErrorBudgetPolicy';
}

/** Two rounds at most: the second without the fields that the first did not know. */
function parseKind(schema: z.ZodType, value: JsonObject) {
  const first = schema.safeParse(value);
  if (first.success) {
    return { document: first.data as SloDocument, findings: [] };
  }
  const findings = findingsOfIssues(first.error.issues, value, schema);
  if (findings.some(({ severity }) => severity === 'error')) {
    return { findings };
  }
  for (const issue of first.error.issues) {
    const holder = valueAt(value, issue.path);
    if (issue.code === 'unrecognized_keys' && isObject(holder)) {
      for (const key of issue.keys) delete holder[key];
    }
  }
  const second = schema.safeParse(value);
  return second.success
    ? { document: second.data as SloDocument, findings }
    : {
        findings: [
          ...findings,
          ...findingsOfIssues(second.error.issues, value, schema),
        ],
      };
}

/** What holds between the fields of one document. */
function checkKind(document: SloDocument): Finding[] {
  switch (document.kind) {
    case 'SLO':
      return checkSlo(document.spec);
    case 'SLI':
      return checkSli(document.spec, 'spec');
    case 'AlertPolicy':
      return checkAlertPolicy(document.spec, 'spec');
    case 'ErrorBudgetPolicy':
      return checkErrorBudgetPolicy(document.spec);
    default:
      return [];
  }
}

function isDocumentKind(kind: unknown): kind is SloDocumentKind {
  return typeof kind === 'string' && Object.hasOwn(kindSchemas, kind);
}

function isObject(value: JsonValue | unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
