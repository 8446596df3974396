import type { EpochSeconds, Minute } from '@ghostlight/plugin-slo-common';

/** The minutes that corrections leave out of an objective's budget; overlaps count once. */
export class CorrectedSpans {
  static readonly none = new CorrectedSpans([]);

  private constructor(
    /** Half-open, sorted, disjoint. */
    private readonly spans: [from: Minute, to: Minute][],
  ) {}

  /** A minute that is touched is left out as a whole. */
  static create(spans: { from: EpochSeconds; to: EpochSeconds }[]) {
    const merged: [Minute, Minute][] = [];
    const minutes = spans
      .map(span => [Math.floor(span.from / 60), Math.ceil(span.to / 60)])
      .sort((a, b) => a[0] - b[0]);
    for (const [from, to] of minutes) {
      const last = merged[merged.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else if (to > from) merged.push([from, to]);
    }
    return new CorrectedSpans(merged);
  }

  /** Share of the minutes `from` to `to` that is left out, 0 to 1. */
  share(from: Minute, to: Minute): number {
    let covered = 0;
    for (const [start, end] of this.spans) {
      if (start >= to) break;
      covered += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
    return covered / (to - from);
  }

  has(minute: Minute): boolean {
    return this.spans.length > 0 && this.share(minute, minute + 1) === 1;
  }
}
