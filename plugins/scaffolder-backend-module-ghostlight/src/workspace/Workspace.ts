import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { checkFilePath } from './filePath';

/** Characters of a file that is read or written; the checks read no more. */
const MAX_TEXT = 1_048_576;

/**
 * Where a step writes, and where it looks for what is there already. A file that an earlier step has
 * written goes before the one of the repository.
 */
export class Workspace {
  private constructor(
    private readonly target: string,
    private readonly existing: string,
  ) {}

  /** @param options - `targetPath` and `existingPath` are folders in the workspace */
  static create(options: {
    workspacePath: string;
    targetPath?: string;
    existingPath?: string;
  }) {
    const { workspacePath, targetPath = '.', existingPath } = options;
    const target = resolveSafeChildPath(workspacePath, targetPath);
    const existing = resolveSafeChildPath(
      workspacePath,
      existingPath ?? targetPath,
    );
    return new Workspace(target, existing);
  }

  /** The text of a file; undefined when there is none. */
  async read(file: string): Promise<string | undefined> {
    return (
      (await this.readFrom(this.target, file)) ??
      (await this.readFrom(this.existing, file))
    );
  }

  async write(file: string, text: string): Promise<void> {
    const path = this.within(this.target, file);
    await mkdir(dirname(path), { recursive: true });
    // A folder on the way may be a link that leads out.
    resolveSafeChildPath(this.target, path);
    await writeFile(path, text, 'utf8');
  }

  private async readFrom(folder: string, file: string) {
    try {
      const text = await readFile(this.within(folder, file), 'utf8');
      if (text.length > MAX_TEXT)
        throw new InputError(`${file} is larger than 1 MiB`);
      return text;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  private within(folder: string, file: string): string {
    return resolveSafeChildPath(folder, join(folder, checkFilePath(file)));
  }
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
