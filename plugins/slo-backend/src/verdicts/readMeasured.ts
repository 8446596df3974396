import type { Knex } from 'knex';
import { timeSliceOf } from '../ledger';
import {
  readObjectivesByRef,
  type JudgedObjective,
} from './database/readObjectives';
import type { Measured } from './LedgerView';

/** Composites may have composites as members, so deep. */
const depth = 5;

/**
 * What is measured for each of these objectives, by id. A member of a composite that is not there
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
    objectives.map(found => [found.id, measuredOf(found, 1, byRef, 0)]),
  );
}

function memberRefs({ objective: { indicator } }: JudgedObjective): string[] {
  return indicator.kind === 'composite'
    ? indicator.members.map(({ ref }) => ref)
    : [];
}

function measuredOf(
  { id, objective }: JudgedObjective,
  weight: number,
  byRef: Map<string, JudgedObjective>,
  level: number,
): Measured {
  const { indicator, method } = objective;
  if (indicator.kind !== 'composite') {
    return { weight, id, method, slice: timeSliceOf(objective) };
  }
  // A composite that contains itself ends here.
  if (level >= depth) return { weight, members: [] };
  const members = indicator.members.flatMap(member => {
    const found = byRef.get(member.ref);
    return found ? measuredOf(found, member.weight, byRef, level + 1) : [];
  });
  return { weight, members };
}
