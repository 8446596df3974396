import { ConflictError } from '@backstage/errors';

/** What to do with a file that is there. */
export type IfExists = 'fail' | 'append';

/**
 * The text of a file with one document more. What is there stays as it is, to the letter.
 *
 * Throws a `ConflictError` when the file is there and nothing is to be added to it.
 */
export function addDocument(
  existing: string | undefined,
  document: string,
  options: { file: string; ifExists: IfExists },
): string {
  if (existing === undefined || !existing.trim()) return document;
  if (options.ifExists === 'fail') {
    throw new ConflictError(
      `${options.file} is there already and is not overwritten. Choose another file, or let the document be added to it with ifExists: append.`,
    );
  }
  const ended = existing.endsWith('\n') ? existing : `${existing}\n`;
  const isOpen = /^---[ \t]*$/.test(ended.trimEnd().split('\n').pop() ?? '');
  return `${ended}${isOpen ? '' : '---\n'}${document}`;
}
