import type {
  DryRun,
  DryRunIncident,
} from '@ghostlight/plugin-incidents-common';

type Difference = Pick<DryRun, 'same' | 'added' | 'removed' | 'changed'>;

/**
 * What incidents there would be more, fewer, and other. Two are the same incident when they share
 * more alerts than either shares with any other that is still free.
 */
export function diffOutcomes(
  before: readonly DryRunIncident[],
  after: readonly DryRunIncident[],
): Difference {
  const pairs = pairUp(before, after);
  const kept = new Set(pairs.map(([one]) => one));
  const come = new Set(pairs.map(([, other]) => other));
  const changed = pairs.flatMap(([one, other]) => {
    const gained = without(other.alertIds, one.alertIds);
    const lost = without(one.alertIds, other.alertIds);
    const equal =
      !gained.length &&
      !lost.length &&
      one.severity === other.severity &&
      one.originRef === other.originRef;
    return equal ? [] : [{ before: one, after: other, gained, lost }];
  });
  return {
    same: pairs.length - changed.length,
    added: after.filter(incident => !come.has(incident)),
    removed: before.filter(incident => !kept.has(incident)),
    changed,
  };
}

function pairUp(
  before: readonly DryRunIncident[],
  after: readonly DryRunIncident[],
): [DryRunIncident, DryRunIncident][] {
  const homes = new Map<string, number[]>();
  after.forEach(({ alertIds }, index) => {
    for (const id of alertIds) homes.set(id, [...(homes.get(id) ?? []), index]);
  });
  const shared = before.flatMap(({ alertIds }, index) => {
    const counts = new Map<number, number>();
    for (const id of new Set(alertIds))
      for (const home of homes.get(id) ?? [])
        counts.set(home, (counts.get(home) ?? 0) + 1);
    return [...counts].map(([home, count]) => ({ index, home, count }));
  });
  shared.sort(
    (a, b) => b.count - a.count || a.index - b.index || a.home - b.home,
  );
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const pairs: { index: number; home: number }[] = [];
  for (const { index, home } of shared) {
    if (taken.before.has(index) || taken.after.has(home)) continue;
    taken.before.add(index);
    taken.after.add(home);
    pairs.push({ index, home });
  }
  pairs.sort((a, b) => a.index - b.index);
  return pairs.map(({ index, home }) => [before[index], after[home]]);
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return some.filter(id => !known.has(id));
}
