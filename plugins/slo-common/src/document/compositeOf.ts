import type { Objective } from '../objective';
import { nominalSeconds } from './compileWindow';
import { standardPairs } from './standardPairs';

/**
 * The composite of a document whose objectives have indicators of their own. Its target is the
 * weighted mean of theirs, so that its budget is the weighted sum of their budgets.
 */
export function compositeOf(
  compiled: { objective: Objective; weight?: number }[],
  title: string,
): Objective {
  const [{ objective: first }] = compiled;
  const members = compiled.map(({ objective, weight = 1 }) => ({
    ref: objective.ref,
    weight,
  }));
  const weights = members.reduce((sum, { weight }) => sum + weight, 0);
  const target = Number(
    (
      compiled.reduce(
        (sum, { objective, weight = 1 }) => sum + objective.target * weight,
        0,
      ) / weights
    ).toPrecision(12),
  );
  const { timeSlice: _, ...shared } = first;
  return {
    ...shared,
    ref: first.documentRef,
    title,
    target,
    method: 'occurrences',
    indicator: { kind: 'composite', source: 'composite', members },
    pairs: standardPairs(nominalSeconds(first.window), target),
    place: { target: 'spec.objectives', indicator: 'spec.objectives' },
  };
}
