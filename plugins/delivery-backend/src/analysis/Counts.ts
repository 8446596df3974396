/** Requests, and how many of them failed. Fractions are taken as they are: a metric source extrapolates. */
export interface Counts {
  bad: number;
  total: number;
}

export const noCounts: Counts = { bad: 0, total: 0 };

/** What was counted since, when both were counted from the same beginning. A counter that went back counts from there. */
export function countsSince(now: Counts, before: Counts): Counts {
  return cleanCounts({
    bad: now.bad - before.bad,
    total: now.total - before.total,
  });
}

export function addCounts(one: Counts, other: Counts): Counts {
  return { bad: one.bad + other.bad, total: one.total + other.total };
}

/** Extrapolated counts may go back a little; what was counted once is not counted again. */
export function highestCounts(one: Counts, other: Counts): Counts {
  return {
    bad: Math.max(one.bad, other.bad),
    total: Math.max(one.total, other.total),
  };
}

/** Finite, not negative, and not more failures than requests. */
export function cleanCounts({ bad, total }: Counts): Counts {
  const all = atLeastZero(total);
  return { bad: Math.min(atLeastZero(bad), all), total: all };
}

/** Zero without requests. */
export function rateOf({ bad, total }: Counts): number {
  return total > 0 ? bad / total : 0;
}

/** More than anybody has, and still exact. */
const most = 1e15;

function atLeastZero(value: number): number {
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : 0;
}
