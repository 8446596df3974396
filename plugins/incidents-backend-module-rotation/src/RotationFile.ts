import { InputError } from '@backstage/errors';
import { readFile, stat } from 'node:fs/promises';
import { readDocument, type Rotations } from './document';

const largest = 4 * 1024 * 1024;

/** A file of rotations, read again when it has changed. */
export class RotationFile {
  private read?: { stamp: string; rotations?: Rotations; error?: unknown };

  private constructor(private readonly path: string) {}

  static create(path: string): RotationFile {
    return new RotationFile(path);
  }

  /** @throws InputError when it cannot be read or has mistakes */
  async rotations(): Promise<Rotations> {
    const stamp = await this.stamp();
    if (this.read?.stamp !== stamp) {
      try {
        const text = await readFile(this.path, 'utf8');
        this.read = { stamp, rotations: readDocument(text, this.path) };
      } catch (error) {
        this.read = { stamp, error };
      }
    }
    if (!this.read.rotations) throw this.read.error;
    return this.read.rotations;
  }

  private async stamp(): Promise<string> {
    try {
      const { mtimeMs, size, ino } = await stat(this.path);
      if (size > largest)
        throw new InputError(`${this.path} is larger than ${largest} bytes`);
      return `${ino} ${size} ${mtimeMs}`;
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError(
        `${this.path} cannot be read (${
          (error as NodeJS.ErrnoException).code
        }). Check incidents.oncall.rotation; a relative path starts where the backend was started.`,
      );
    }
  }
}
