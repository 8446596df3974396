import {
  compositeSumsOf,
  type BudgetingMethod,
  type EpochSeconds,
  type Minute,
  type WindowSums,
} from '@ghostlight/plugin-slo-common';
import { sumsBetween, type Ledger, type Totals } from '../ledger';
import { sliceStart, type TimeSlice } from '../ledger/TimeSlice';

/** An objective that the ledger counts. */
export interface Counted {
  id: number;
  method: BudgetingMethod;
  slice?: TimeSlice;
}

/** A composite. Its members may be members of others too, so it is no tree. */
export interface Composed {
  members: { weight: number; measured: Measured }[];
}

/** What is measured for an objective: itself, or the members of a composite. */
export type Measured = Counted | Composed;

/** Sums of a window. `bad` is set where the bad events are more or fewer than the ratio says. */
export type ViewSums = WindowSums & { bad?: number };

/**
 * The totals that a chunk of objectives needs, read from the ledger at once. First `want` all, then
 * `load`, then ask.
 */
export class LedgerView {
  private readonly totals = new Map<number, Map<Minute, Totals | undefined>>();
  /** Of composites, by window: one that is a member of many is summed once. */
  private readonly composed = new Map<Composed, Map<string, ViewSums>>();

  private constructor(private readonly ledger: Ledger) {}

  static create(ledger: Ledger): LedgerView {
    return new LedgerView(ledger);
  }

  want(measured: Measured, minutes: Minute[]): void {
    for (const { id, slice } of countedIn(measured)) {
      let known = this.totals.get(id);
      if (!known) this.totals.set(id, (known = new Map()));
      for (const minute of minutes) {
        known.set(minute, undefined);
        // Slices count when they are over.
        if (slice) known.set(sliceStart(minute, slice), undefined);
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
  sums(measured: Measured, from: Minute, to: Minute): ViewSums {
    if (!('members' in measured)) return this.sumsOf(measured, from, to);
    let known = this.composed.get(measured);
    if (!known) this.composed.set(measured, (known = new Map()));
    const window = `${from} ${to}`;
    let sums = known.get(window);
    if (!sums) {
      sums = compositeSumsOf(
        measured.members.map(member => ({
          weight: member.weight,
          sums: this.sums(member.measured, from, to),
        })),
      );
      known.set(window, sums);
    }
    return sums;
  }

  /** End of the newest measured minute up to `to`; null when there is none. */
  asOf(measured: Measured, to: Minute): EpochSeconds | null {
    const ends = countedIn(measured).flatMap(({ id }) => {
      const last = this.totals.get(id)?.get(to);
      return last && last.minutes > 0 && last.at <= to ? last.at * 60 : [];
    });
    return ends.length ? Math.max(...ends) : null;
  }

  private sumsOf(counted: Counted, from: Minute, to: Minute): WindowSums {
    const { id, method, slice } = counted;
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

/** Each once, however many ways lead to it. */
function countedIn(measured: Measured): Counted[] {
  const found = new Set([measured]);
  for (const each of found) {
    if ('members' in each) {
      for (const member of each.members) found.add(member.measured);
    }
  }
  return [...found].filter((each): each is Counted => !('members' in each));
}
