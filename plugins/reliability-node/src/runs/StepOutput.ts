import { StringDecoder } from 'node:string_decoder';
import type { StepRecord } from './database';
import type { RunChange } from './RunChange';

/** Characters in a line of the journal. */
const pieceCap = 8_000;
/** Bytes (UTF-8) that are kept of a step. */
const outputCap = 65_536;
/** Milliseconds until it is written at the latest. */
const rest = 500;

/** Something that was said, and how many bytes after it can surely not be kept. */
export interface Said {
  text: string;
  beyond: number;
}

/** What a step says at length: collected, and written down twice a second at most. */
export class StepOutput {
  private said: Said = { text: '', beyond: 0 };
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private closed = false;

  private constructor(private readonly write: (said: Said) => Promise<void>) {}

  static create(write: (said: Said) => Promise<void>): StepOutput {
    return new StepOutput(write);
  }

  add(text: string): void {
    if (this.closed || !text) return;
    this.said = joined(this.said, text.replaceAll('\u0000', ''), 0);
    this.timer ??= setTimeout(() => this.flush(), rest);
  }

  /** What was said since it was last taken, when nothing is being written. */
  async take(): Promise<Said> {
    await this.writing;
    clearTimeout(this.timer);
    this.timer = undefined;
    const { said } = this;
    this.said = { text: '', beyond: 0 };
    return said;
  }

  /** Writes down what is left, if it still can be, and hears no more. */
  async close(): Promise<void> {
    this.closed = true;
    const said = await this.take();
    if (said.text || said.beyond) await this.write(said).catch(() => undefined);
  }

  private flush(): void {
    this.timer = undefined;
    const { said } = this;
    this.said = { text: '', beyond: 0 };
    this.writing = this.write(said)
      .catch(() => {
        // The database may be back later. Who has lost the run is told so where it matters.
        this.said = joined(said, this.said.text, this.said.beyond);
        if (!this.closed) this.timer ??= setTimeout(() => this.flush(), rest);
      })
      .finally(() => {
        this.writing = undefined;
      });
  }
}

/** No more text than can be kept of a step that said nothing before. */
function joined(said: Said, text: string, beyond: number): Said {
  const room = Math.max(0, outputCap - said.text.length);
  return {
    text: said.text + text.slice(0, room),
    beyond: said.beyond + Buffer.byteLength(text.slice(room)) + beyond,
  };
}

/** Writes down what was said, as far as it is kept. */
export function keepOutput(
  change: RunChange,
  step: StepRecord,
  { text, beyond }: Said,
): void {
  const room =
    step.outputLeftOut || change.full ? 0 : outputCap - step.outputBytes;
  const kept = cutToBytes(text, room);
  for (const piece of piecesOf(kept))
    change.remark('output', { step, text: piece, textCap: pieceCap });
  const bytes = Buffer.byteLength(kept);
  step.outputBytes += bytes;
  step.outputLeftOut += Buffer.byteLength(text) - bytes + beyond;
}

/** Says how much was left out of a step that is over. */
export function noteLeftOut(change: RunChange, step: StepRecord): void {
  const { outputLeftOut: leftOut } = step;
  if (!leftOut) return;
  change.remark('output', {
    step,
    text: `[${leftOut} bytes of output were left out]`,
    data: { leftOut },
  });
}

function cutToBytes(text: string, bytes: number): string {
  const whole = Buffer.from(text);
  // What is left of a character at the end is not decoded.
  return whole.length <= bytes
    ? text
    : new StringDecoder('utf8').write(whole.subarray(0, bytes));
}

function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    let to = from + pieceCap;
    // Not between the two halves of a character.
    if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    yield text.slice(from, to);
    from = to;
  }
}
