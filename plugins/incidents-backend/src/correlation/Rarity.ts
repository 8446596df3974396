/** Alerts that are counted together. */
const generation = 10_000;
const mostTerms = 200_000;

/** How seldom words and labels are, over the alerts of late. */
export class Rarity {
  private current = new Map<string, number>();
  private previous = new Map<string, number>();
  private alerts = 0;
  private before = 0;

  private constructor() {}

  static create(): Rarity {
    return new Rarity();
  }

  /** Counts the terms of one alert. */
  add(terms: Iterable<string>): void {
    if (this.alerts >= generation || this.current.size >= mostTerms) {
      this.previous = this.current;
      this.before = this.alerts;
      this.current = new Map();
      this.alerts = 0;
    }
    this.alerts += 1;
    for (const term of terms)
      this.current.set(term, (this.current.get(term) ?? 0) + 1);
  }

  /** From 0, what every alert has, to 1, what none had yet: a normalised inverse document frequency. */
  of(term: string): number {
    const all = this.alerts + this.before;
    if (all === 0) return 0;
    const seen = (this.current.get(term) ?? 0) + (this.previous.get(term) ?? 0);
    return Math.log((all + 1) / (seen + 1)) / Math.log(all + 1);
  }
}
