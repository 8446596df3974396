import { InputError } from '@backstage/errors';
import {
  type Finding,
  type ParsedDocument,
  parseDocuments,
} from '@ghostlight/plugin-slo-common';
import { readText } from './readText';

/** A document with the file it is in. */
export type FileDocument = ParsedDocument & { file: string };

/** A finding with the place it concerns. */
export type FileFinding = Finding & { file: string; line: number };

/** The documents of all files. Throws an `InputError` when a file cannot be read or none has one. */
export async function readFiles(files: string[]): Promise<FileDocument[]> {
  const documents: FileDocument[] = [];
  for (const file of new Set(files)) {
    const text = await readText(file);
    for (const parsed of parseDocuments(text, { file })) {
      documents.push({ ...parsed, file });
    }
  }
  if (documents.length === 0) {
    throw new InputError(
      `No OpenSLO or error-budget policy document in ${files.join(', ')}.`,
    );
  }
  return documents;
}
