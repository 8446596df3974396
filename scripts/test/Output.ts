import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** A file that takes what a stage writes, so that stages side by side do not mix theirs. */
export class Output {
  private ended = false;

  private constructor(private readonly descriptor: number) {}

  static create(scratch: string, name: string) {
    return new Output(openSync(join(scratch, `${name}.log`), 'w+'));
  }

  /** For the stage's processes. */
  get stdio(): ['ignore', number, number] {
    return ['ignore', this.descriptor, this.descriptor];
  }

  /** Prints all of it in one piece; nothing is taken any more. */
  end(name: string) {
    if (this.ended) return;
    this.ended = true;
    const chunk = Buffer.alloc(1 << 16);
    let at = 0;
    for (;;) {
      const length = readSync(this.descriptor, chunk, 0, chunk.length, at);
      if (!length) break;
      if (at === 0) process.stdout.write(`\n── ${name} ──\n`);
      process.stdout.write(Buffer.from(chunk.subarray(0, length)));
      at += length;
    }
    closeSync(this.descriptor);
  }
}
