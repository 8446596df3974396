import type { Finding } from '../objective';
import { checkDocument, isSloDocument } from './checkDocument';
import { errorAt } from './findings';
import { type LineAt, readYaml } from './readYaml';
import type { SloDocument } from './SloDocument';
import { splitDocuments } from './splitDocuments';

/** Characters; a file larger than this says something else than objectives. */
const MAX_TEXT = 1_048_576;
const MAX_DOCUMENTS = 2_000;

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
  const parts = text.length > MAX_TEXT ? [] : splitDocuments(text);
  if (text.length > MAX_TEXT || parts.length > MAX_DOCUMENTS) {
    const finding = errorAt('', 'too-large', 'The file is too large.', {
      found: `${text.length} characters, ${parts.length || 'many'} documents`,
      allowed: `at most ${MAX_TEXT} characters, ${MAX_DOCUMENTS} documents`,
    });
    return [
      { index: 0, line: 1, ...file, findings: [finding], lineOf: () => 1 },
    ];
  }

  const documents: ParsedDocument[] = [];
  let index = 0;
  for (const part of parts) {
    const { value, lineAt, findings } = readYaml(part);
    if (findings.length && isOther(part.text, findings)) {
      index += 1;
      continue;
    }
    if (findings.length) {
      documents.push({
        index,
        line: part.line,
        ...file,
        findings,
        lineOf: () => part.line,
      });
      index += 1;
      continue;
    }
    // OpenSLO's own examples put several documents into one list.
    const isList = Array.isArray(value);
    for (const [i, item] of (isList ? value : [value]).entries()) {
      const at: LineAt = path => lineAt(isList ? [i, ...path] : path);
      if (concernsUs(item)) {
        documents.push({ index, ...file, ...check(item, at) });
      }
      index += 1;
    }
  }
  return documents;
}

/** An API entity may well carry a definition larger than we would read. */
function isOther(text: string, findings: Finding[]): boolean {
  return (
    findings.every(({ code }) => code === 'too-large') &&
    !/openslo|ErrorBudgetPolicy|kind["']?:\s*["']?SL[OI]\b/i.test(text)
  );
}

/** A lone text or number is nobody's entity, and so worth a word. */
function concernsUs(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || isSloDocument(value);
}

function check(value: unknown, lineAt: LineAt) {
  const { document, findings } = checkDocument(value);
  const lineOf = (path: string) => lineAt(segmentsOf(path));
  return {
    line: lineOf(''),
    ...(document ? { document } : {}),
    findings: findings.map(finding => ({
      ...finding,
      line: lineOf(finding.path),
    })),
    lineOf,
  };
}

function segmentsOf(path: string): (string | number)[] {
  return path
    .split(/\.|(?=\[)/)
    .filter(Boolean)
    .map(part => {
      const index = /^\[(\d+)\]$/.exec(part);
      return index ? Number(index[1]) : part;
    });
}
