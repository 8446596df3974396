import { badOf, errorRatioOf, type WindowSums } from './WindowSums';

/**
 * Target of a composite: the weighted mean of its members' targets.
 *
 * @public
 */
export function compositeTargetOf(
  members: { weight: number; target: number }[],
): number {
  const weights = members.reduce((sum, member) => sum + member.weight, 0);
  const target = members.reduce(
    (sum, member) => sum + (member.weight / weights) * member.target,
    0,
  );
  return Number(target.toPrecision(12));
}

/**
 * Sums of a composite over one window. Its error ratio is the weighted mean of its members'
 * (Σ wᵢ·eᵢ, weights normalised over the members that have events: a gap is neither good nor bad),
 * whatever their traffic; its total is theirs together.
 *
 * `bad` are the bad events that really were, for the least number an alert needs.
 *
 * @public
 */
export function compositeSumsOf(
  members: { weight: number; sums: WindowSums & { bad?: number } }[],
): WindowSums & { bad: number } {
  const measured = members.filter(({ sums }) => sums.total > 0);
  const weights = measured.reduce((sum, { weight }) => sum + weight, 0);
  const total = measured.reduce((sum, { sums }) => sum + sums.total, 0);
  const errorRatio = measured.reduce(
    (sum, { weight, sums }) =>
      sum + (weight / weights) * (errorRatioOf(sums) ?? 0),
    0,
  );
  const most = (pick: (sums: WindowSums) => number) =>
    members.reduce((max, { sums }) => Math.max(max, pick(sums)), 0);
  return {
    good: total * (1 - Math.min(1, errorRatio)),
    total,
    minutes: most(sums => sums.minutes),
    excludedMinutes: most(sums => sums.excludedMinutes),
    bad: measured.reduce((sum, { sums }) => sum + (sums.bad ?? badOf(sums)), 0),
  };
}
