/** What a service answered in one minute. */
export interface MinuteTally {
  total: number;
  /** Answered without a server error. */
  ok: number;
  /** Those of `ok` that were fast enough. */
  fast: number;
}

const keptMinutes = 15;

/** Counts by minute, of the last minutes: what is pushed where no Prometheus scrapes. */
export class Tally {
  private readonly minutes = new Map<number, MinuteTally>();

  record(at: number, outcome: { ok: boolean; fast: boolean }) {
    const minute = Math.floor(at / 60_000);
    const tally = this.minutes.get(minute) ?? { total: 0, ok: 0, fast: 0 };
    tally.total += 1;
    if (outcome.ok) tally.ok += 1;
    if (outcome.ok && outcome.fast) tally.fast += 1;
    this.minutes.set(minute, tally);
    this.minutes.delete(minute - keptMinutes);
  }

  /** A minute without requests is a minute with nothing in it, not a gap. */
  of(minute: number): MinuteTally {
    return this.minutes.get(minute) ?? { total: 0, ok: 0, fast: 0 };
  }
}
