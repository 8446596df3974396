import type { Facts } from '../facts/Facts';
import type { Deviation } from '../series/Deviation';
import { deviationOf } from '../series/deviationOf';
import { onsetOf, type Onset } from '../series/onsetOf';
import { prepareValues, type Prepared } from '../series/prepareValues';
import { ascending, quantileOf } from '../series/robust';

const fewestAlike = 3;

export interface Deviations {
  onset: Onset;
  /** The strongest first. */
  deviations: Deviation[];
  compared: number;
  tooShort: number;
}

/** Every series against its own past. */
export function findDeviations(facts: Facts): Deviations {
  const prepared = facts.series.map(series => prepareValues(series, facts.at));
  const onset = onsetOf(facts, prepared);
  const usual = usualLevels(facts, prepared);
  const deviations: Deviation[] = [];
  let compared = 0;
  for (const [place, series] of facts.series.entries()) {
    const deviation = deviationOf(series, prepared[place], onset.at, {
      usual: usual.get(series.given.name),
    });
    if (!deviation) continue;
    compared += 1;
    if (deviation.strength > 0) deviations.push(deviation);
  }
  deviations.sort(
    (a, b) =>
      b.strength - a.strength ||
      b.excess - a.excess ||
      compareText(a.series.node, b.series.node) ||
      compareText(a.series.given.name, b.series.given.name),
  );
  return {
    onset,
    deviations,
    compared,
    tooShort: facts.series.length - compared,
  };
}

/** What is usual of a measurement among the entities that have it, so that a trifle is seen as one. */
function usualLevels(facts: Facts, prepared: Prepared[]): Map<string, number> {
  const levels = new Map<string, number[]>();
  for (const [place, { given }] of facts.series.entries()) {
    const { values } = prepared[place];
    const held = values
      .subarray(0, Math.ceil(values.length / 2))
      .filter(value => !Number.isNaN(value));
    if (!held.length) continue;
    const level = Math.abs(quantileOf(ascending(held), 0.5));
    const others = levels.get(given.name);
    if (others) others.push(level);
    else levels.set(given.name, [level]);
  }
  const usual = new Map<string, number>();
  for (const [name, found] of levels)
    if (found.length >= fewestAlike)
      usual.set(name, quantileOf(ascending(found), 0.5));
  return usual;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
