import {
  compositeSumsOf,
  type BudgetingMethod,
  type EpochSeconds,
  type Minute,
  type WindowSums,
} from '@ghostlight/plugin-slo-common';
import { sumsBetween, type Ledger, type Totals } from '../ledger';
import { sliceStart, type TimeSlice } from '../ledger/TimeSlice';

/** An objective of the ledger that counts for a verdict: the objective itself or a member of it. */
export interface Part {
  id: number;
  weight: number;
  method: BudgetingMethod;
  slice?: TimeSlice;
}

/** What is measured for an objective. A composite has its members as parts. */
export interface Measured {
  composite: boolean;
  parts: Part[];
}

/** Sums of a window. `bad` is set where the bad events are more or fewer than the ratio says. */
export type ViewSums = WindowSums & { bad?: number };

/**
 * The totals that a chunk of objectives needs, read from the ledger at once. First `want` all, then
 * `load`, then ask.
 */
export class LedgerView {
  private readonly totals = new Map<number, Map<Minute, Totals | undefined>>();

  private constructor(private readonly ledger: Ledger) {}

  static create(ledger: Ledger): LedgerView {
    return new LedgerView(ledger);
  }

  want({ parts }: Measured, minutes: Minute[]): void {
    for (const part of parts) {
      let known = this.totals.get(part.id);
      if (!known) this.totals.set(part.id, (known = new Map()));
      for (const minute of minutes) {
        known.set(minute, undefined);
        // Slices count when they are over.
        if (part.slice) known.set(sliceStart(minute, part.slice), undefined);
      }
    }
  }

  async load(): Promise<void> {
    const wanted = [...this.totals].map(([objectiveId, known]) => ({
      objectiveId,
      minutes: [...known.keys()],
    }));
    const found = await this.ledger.totals(wanted);
    for (const { objectiveId, minutes } of wanted) {
      const totals = found.get(objectiveId) ?? [];
      const known = this.totals.get(objectiveId);
      minutes.forEach((minute, index) => known?.set(minute, totals[index]));
    }
  }

  /** What was counted from one minute (inclusive) to another (exclusive). */
  sums({ composite, parts }: Measured, from: Minute, to: Minute): ViewSums {
    if (!composite) return this.sumsOf(parts[0], from, to);
    return compositeSumsOf(
      parts.map(part => ({
        weight: part.weight,
        sums: this.sumsOf(part, from, to),
      })),
    );
  }

  /** End of the newest measured minute up to `to`; null when there is none. */
  asOf({ parts }: Measured, to: Minute): EpochSeconds | null {
    const ends = parts.flatMap(part => {
      const last = this.totals.get(part.id)?.get(to);
      return last && last.minutes > 0 && last.at <= to ? last.at * 60 : [];
    });
    return ends.length ? Math.max(...ends) : null;
  }

  private sumsOf(part: Part, from: Minute, to: Minute): WindowSums {
    const { id, method, slice } = part;
    const known = this.totals.get(id);
    return slice
      ? sumsBetween(
          known?.get(sliceStart(from, slice)),
          known?.get(sliceStart(to, slice)),
          method,
        )
      : sumsBetween(known?.get(from), known?.get(to), method);
  }
}
