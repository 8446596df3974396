import { errorAt } from './findings';
import type { DocumentFinding } from './Finding';
import { type LineAt, readYaml } from './readYaml';
import { splitDocuments } from './splitDocuments';

/** Characters; a file larger than this says something else than documents. */
const MAX_TEXT = 1_048_576;
const MAX_DOCUMENTS = 2_000;

/**
 * One document of a file as it was read. Without `value` an error in `findings` says why.
 *
 * @public
 */
export interface ReadDocument {
  /** Position in the file, counted from 0, other entities included. */
  index: number;
  /** Line on which it begins, counted from 1. */
  line: number;
  value?: unknown;
  findings: DocumentFinding[];
  /** Line of the value at a path such as `spec.objectives[0].target`, or of the nearest around it. */
  lineOf(path: string): number;
}

/**
 * Reads the documents that concern somebody from YAML (or JSON) text. What does not concern them is
 * passed over, and a document that cannot be read never hides the others. Never throws.
 *
 * At most 1 MiB of text and 2,000 documents of 128 KiB, 40 levels and 100 aliases each are read.
 *
 * @param options - `isOurs` is asked for each mapping or list that was read, `mayBeOurs` for the text of
 * a document that was too large to be read
 * @public
 */
export function readDocuments(
  text: string,
  options: {
    isOurs: (value: unknown) => boolean;
    mayBeOurs: (text: string) => boolean;
  },
): ReadDocument[] {
  const parts = text.length > MAX_TEXT ? [] : splitDocuments(text);
  if (text.length > MAX_TEXT || parts.length > MAX_DOCUMENTS) {
    const finding = errorAt('', 'too-large', 'The file is too large.', {
      found: `${text.length} characters, ${parts.length || 'many'} documents`,
      allowed: `at most ${MAX_TEXT} characters, ${MAX_DOCUMENTS} documents`,
    });
    return [{ index: 0, line: 1, findings: [finding], lineOf: () => 1 }];
  }

  const documents: ReadDocument[] = [];
  let index = 0;
  for (const part of parts) {
    const { value, lineAt, findings } = readYaml(part);
    if (findings.length) {
      // An API entity may well carry a definition larger than we would read.
      const isOther =
        findings.every(({ code }) => code === 'too-large') &&
        !options.mayBeOurs(part.text);
      if (!isOther) {
        const { line } = part;
        documents.push({ index, line, findings, lineOf: () => line });
      }
      index += 1;
      continue;
    }
    // OpenSLO's own examples put several documents into one list.
    const isList = Array.isArray(value);
    for (const [i, item] of (isList ? value : [value]).entries()) {
      const at: LineAt = path => lineAt(isList ? [i, ...path] : path);
      const lineOf = (path: string) => at(segmentsOf(path));
      if (concerns(item, options.isOurs)) {
        documents.push({
          index,
          line: lineOf(''),
          value: item,
          findings: [],
          lineOf,
        });
      }
      index += 1;
    }
  }
  return documents;
}

/** A lone text or number is nobody's entity, and so worth a word. */
function concerns(value: unknown, isOurs: (value: unknown) => boolean) {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || isOurs(value);
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
