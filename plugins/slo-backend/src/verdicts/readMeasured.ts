import { MAX_COMPOSITE_DEPTH } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { timeSliceOf } from '../ledger';
import {
  readObjectivesByRef,
  type JudgedObjective,
} from './database/readObjectives';
import type { Measured } from './LedgerView';

/**
 * What is measured for each of these objectives, by id. A member of a composite that is not there
 * counts for nothing, nor does one that leads back to the composite; documents are checked for that.
 */
export async function readMeasured(
  database: Knex,
  objectives: Known[],
): Promise<Map<number, Measured>> {
  const byRef = new Map(objectives.map(found => [found.objective.ref, found]));
  let layer = objectives;
  for (let depth = 0; depth < MAX_COMPOSITE_DEPTH && layer.length; depth++) {
    const missing = new Set(layer.flatMap(memberRefs));
    for (const ref of byRef.keys()) missing.delete(ref);
    layer = missing.size
      ? await readObjectivesByRef(database, [...missing])
      : [];
    for (const found of layer) byRef.set(found.objective.ref, found);
  }
  const measuredOf = measuring(byRef);
  return new Map(objectives.map(found => [found.id, measuredOf(found)]));
}

/** What has to be known of an objective. */
type Known = Pick<JudgedObjective, 'id' | 'objective'>;

function memberRefs({ objective: { indicator } }: Known): string[] {
  return indicator.kind === 'composite'
    ? indicator.members.map(({ ref }) => ref)
    : [];
}

/** Makes each objective's part once, so that what many composites share does not multiply. */
function measuring(byRef: Map<string, Known>) {
  const made = new Map<number, Measured>();
  const open = new Set<number>();
  return function measuredOf({ id, objective }: Known): Measured {
    const known = made.get(id);
    if (known) return known;
    const { indicator, method } = objective;
    let measured: Measured = { id, method, slice: timeSliceOf(objective) };
    if (indicator.kind === 'composite') {
      open.add(id);
      measured = {
        members: indicator.members.flatMap(({ ref, weight }) => {
          const found = byRef.get(ref);
          return found && !open.has(found.id)
            ? [{ weight, measured: measuredOf(found) }]
            : [];
        }),
      };
      open.delete(id);
    }
    made.set(id, measured);
    return measured;
  };
}
