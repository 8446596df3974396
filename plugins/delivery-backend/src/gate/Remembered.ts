/**
 * Answers that are good for a moment, by key: of many who ask at once one call is made, and what failed
 * is asked again. Bounded; what was asked longest ago goes first.
 */
export class Remembered<T> {
  private readonly answers = new Map<
    string,
    { at: number; answer: Promise<T> }
  >();

  private constructor(
    private readonly life: number,
    private readonly now: () => number,
    private readonly most: number,
  ) {}

  static create<T>(options: {
    /** Milliseconds. */
    life: number;
    now: () => number;
    most?: number;
  }): Remembered<T> {
    return new Remembered<T>(options.life, options.now, options.most ?? 20_000);
  }

  of(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    const now = this.now();
    if (known && now - known.at < this.life && now >= known.at)
      return known.answer;
    const answer = ask();
    this.answers.delete(key);
    this.answers.set(key, { at: now, answer });
    answer.catch(() => {
      if (this.answers.get(key)?.answer === answer) this.answers.delete(key);
    });
    if (this.answers.size > this.most)
      this.answers.delete(this.answers.keys().next().value!);
    return answer;
  }
}
