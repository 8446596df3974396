import type { Knex } from 'knex';
import { timeSliceOf } from '../ledger';
import {
  readObjectivesByRef,
  type JudgedObjective,
} from './database/readObjectives';
import type { Measured, Part } from './LedgerView';

/** Composites may have composites as members, so deep. */
const depth = 5;

/**
 * What is measured for each of these objectives, by id. Members of a composite that are composites
 * themselves give their own members, with their share of the weight; a member that is not there
 * counts for nothing.
 */
export async function readMeasured(
  database: Knex,
  objectives: JudgedObjective[],
): Promise<Map<number, Measured>> {
  const byRef = new Map(objectives.map(found => [found.objective.ref, found]));
  let layer = objectives;
  for (let level = 0; level < depth && layer.length; level++) {
    const missing = new Set(layer.flatMap(memberRefs));
    for (const ref of byRef.keys()) missing.delete(ref);
    layer = missing.size
      ? await readObjectivesByRef(database, [...missing])
      : [];
    for (const found of layer) byRef.set(found.objective.ref, found);
  }
  return new Map(
    objectives.map(found => [
      found.id,
      {
        composite: found.objective.indicator.kind === 'composite',
        parts: partsOf(found, 1, byRef, 0),
      },
    ]),
  );
}

function memberRefs({ objective: { indicator } }: JudgedObjective): string[] {
  return indicator.kind === 'composite'
    ? indicator.members.map(({ ref }) => ref)
    : [];
}

function partsOf(
  { id, objective }: JudgedObjective,
  weight: number,
  byRef: Map<string, JudgedObjective>,
  level: number,
): Part[] {
  const { indicator, method } = objective;
  if (indicator.kind !== 'composite') {
    return [{ id, weight, method, slice: timeSliceOf(objective) }];
  }
  // A composite that contains itself ends here.
  if (level >= depth) return [];
  const weights = indicator.members.reduce((sum, m) => sum + m.weight, 0);
  return indicator.members.flatMap(member => {
    const found = byRef.get(member.ref);
    const share = (weight * member.weight) / weights;
    return found ? partsOf(found, share, byRef, level + 1) : [];
  });
}
