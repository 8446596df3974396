import {
  type ReadDocument,
  readDocuments,
} from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import { checkDocument, isSloDocument } from './checkDocument';
import type { SloDocument } from './SloDocument';

/**
 * One document of a file. Without `document` an error in `findings` says why.
 *
 * @public
 */
export interface ParsedDocument {
  /** Position in the file, counted from 0, other entities included. */
  index: number;
  /** Line on which it begins, counted from 1. */
  line: number;
  file?: string;
  document?: SloDocument;
  findings: Finding[];
  /** Line of the value at a path such as `spec.objectives[0].target`, or of the nearest around it. */
  lineOf(path: string): number;
}

/**
 * Reads the documents of this family from YAML (or JSON) text. Entities of other kinds are passed
 * over, and a document that cannot be read never hides the others. Never throws.
 *
 * At most 1 MiB of text and 2,000 documents of 128 KiB, 40 levels and 100 aliases each are read.
 *
 * @public
 */
export function parseDocuments(
  text: string,
  options: { file?: string } = {},
): ParsedDocument[] {
  const file = options.file ? { file: options.file } : {};
  return readDocuments(text, { isOurs: isSloDocument, mayBeOurs }).map(
    ({ value, ...read }) =>
      read.findings.length
        ? { ...read, ...file }
        : { ...read, ...file, ...check(value, read) },
  );
}

function mayBeOurs(text: string): boolean {
  return /openslo|ErrorBudgetPolicy|kind["']?:\s*["']?SL[OI]\b/i.test(text);
}

function check(value: unknown, { lineOf }: ReadDocument) {
  const { document, findings } = checkDocument(value);
  return {
    ...(document ? { document } : {}),
    findings: findings.map(finding => ({
      ...finding,
      line: lineOf(finding.path),
    })),
  };
}
