import { readFile } from 'node:fs/promises';
import { InputError, toError } from '@backstage/errors';
import {
  type Finding,
  type ParsedDocument,
  parseDocuments,
} from '@ghostlight/plugin-slo-common';

/** A document with the file it is in. */
export type FileDocument = ParsedDocument & { file: string };

/** A finding with the place it concerns. */
export type FileFinding = Finding & { file: string; line: number };

/** The documents of all files. Throws an `InputError` when a file cannot be read or none has one. */
export async function readFiles(files: string[]): Promise<FileDocument[]> {
  const documents: FileDocument[] = [];
  for (const file of new Set(files)) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      throw new InputError(`${file} cannot be read: ${reasonOf(error)}`);
    }
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

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a directory; name the files in it.';
  if (code === 'EACCES') return 'reading it is not permitted.';
  return toError(error).message;
}
