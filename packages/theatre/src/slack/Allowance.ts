/** How often may be posted: so many at once, then one in a while, for each conversation. */
export class Allowance {
  private readonly used = new Map<string, { count: number; at: number }>();

  private constructor(
    private readonly burst: number,
    private readonly everyMs: number,
    private readonly now: () => number,
  ) {}

  static create(options: {
    burst: number;
    everyMs: number;
    /** Epoch milliseconds. */
    now(): number;
  }): Allowance {
    return new Allowance(options.burst, options.everyMs, options.now);
  }

  /** @returns milliseconds to wait, when it was too often; 0 when it was counted */
  take(key: string): number {
    const now = this.now();
    const { count, at } = this.used.get(key) ?? { count: 0, at: now };
    const left = Math.max(0, count - (now - at) / this.everyMs);
    if (left + 1 > this.burst) return (left + 1 - this.burst) * this.everyMs;
    this.used.set(key, { count: left + 1, at: now });
    return 0;
  }
}
