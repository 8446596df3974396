import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/process';
import { recordingSchema, type Recording } from './Recording';

/** Where recorded answers are. */
export const answersFolder = join(root, 'evals/answers');

/** Recorded answers in a folder, one file for each request: `<hash of the request>.json`. */
export class Recordings {
  private constructor(
    private readonly folder: string,
    private readonly known: Map<string, Recording>,
  ) {}

  /** @throws Error that names a file which is no recording */
  static open(folder = answersFolder): Recordings {
    const known = new Map<string, Recording>();
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const file of files.filter(name => name.endsWith('.json'))) {
      const path = join(folder, file);
      const read = recordingSchema.safeParse(
        JSON.parse(readFileSync(path, 'utf8')),
      );
      if (!read.success)
        throw new Error(`${path} is no recording: ${read.error.message}`);
      if (`${read.data.request}.json` !== file)
        throw new Error(`${path} is the recording of ${read.data.request}`);
      known.set(read.data.request, read.data);
    }
    return new Recordings(folder, known);
  }

  get(hash: string): Recording | undefined {
    return this.known.get(hash);
  }

  keep(recording: Recording): void {
    const kept = recordingSchema.parse(recording);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(
      join(this.folder, `${kept.request}.json`),
      `${JSON.stringify(kept, null, 2)}\n`,
    );
    this.known.set(kept.request, kept);
  }

  /** Hashes of what nobody asks any more. */
  unused(asked: ReadonlySet<string>): string[] {
    return [...this.known.keys()].filter(hash => !asked.has(hash));
  }

  /** The answer to a question about a case, among some recordings. */
  answerAbout(name: string, hashes: string[]): object | undefined {
    for (const hash of hashes) {
      const recording = this.known.get(hash);
      const [block] = recording?.answer.content.slice(-1) ?? [];
      if (recording?.case === name && block && 'json' in block)
        return block.json as object;
    }
    return undefined;
  }

  drop(hash: string): void {
    rmSync(join(this.folder, `${hash}.json`), { force: true });
    this.known.delete(hash);
  }
}
