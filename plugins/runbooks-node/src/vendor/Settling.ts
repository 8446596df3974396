import type { ReadBack } from '../Action';

const mostKept = 1_000;

/**
 * Says that something is absent only after it was looked for during some time: what was under way when
 * the answer was lost may still arrive.
 *
 * @public
 */
export class Settling {
  /** When each was first looked for, by the monotonic clock. */
  private readonly first = new Map<string, number>();

  private constructor(private readonly settleMs: number) {}

  /** @param options - `settleMs`: from the first look until absence counts */
  static create(options: { settleMs: number }): Settling {
    return new Settling(options.settleMs);
  }

  /** To be asked before the far end is. */
  look(actionId: string): { absent(what: string): ReadBack } {
    const first = this.first.get(actionId) ?? performance.now();
    this.first.set(actionId, first);
    if (this.first.size > mostKept)
      this.first.delete(this.first.keys().next().value!);
    const waited = performance.now() - first;
    return {
      absent: what =>
        waited >= this.settleMs
          ? { state: 'absent' }
          : {
              state: 'unknown',
              error: `${what} is not there yet; it may still come`,
            },
    };
  }
}
