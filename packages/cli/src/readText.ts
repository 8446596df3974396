import { readFile } from 'node:fs/promises';
import { InputError, toError } from '@backstage/errors';

/** The text of a file. Throws an `InputError` that says why it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a directory; name the files in it.';
  if (code === 'EACCES') return 'reading it is not permitted.';
  return toError(error).message;
}
