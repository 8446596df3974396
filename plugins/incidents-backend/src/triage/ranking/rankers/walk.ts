import type { Facts } from '../facts';
import type { Trouble } from '../findings';

const rounds = 30;
const damping = 0.85;
/** To a dependency that nothing is known of, and back to who calls. */
const quietStep = 0.12;
const backStep = 0.1;

/**
 * Where somebody ends up who starts at what is in trouble and keeps walking to the dependency that
 * looks worst, staying where trouble is the entity's own: PageRank on the graph of anomalies, as
 * MonitorRank (Kim et al., SIGMETRICS 2013) and MicroRank (Yu et al., WWW 2021) do. Of the largest.
 */
export function walk(
  refs: string[],
  { below, above }: Facts,
  troubles: Map<string, Trouble>,
  ownShare: (ref: string) => number,
): Map<string, number> {
  const places = new Map(refs.map((ref, place) => [ref, place]));
  const level = refs.map(ref => troubles.get(ref)?.all ?? 0);
  const total = level.reduce((sum, value) => sum + value, 0);
  if (!total) return new Map();
  const start = level.map(value => value / total);
  const steps = refs.map((ref, place) => {
    const to: [number, number][] = [];
    const step = (other: string, weight: number) => {
      const found = places.get(other);
      if (found !== undefined && weight > 0) to.push([found, weight]);
    };
    for (const other of below.get(ref) ?? []) {
      const trouble = troubles.get(other);
      step(other, trouble?.all || (trouble?.isMeasured ? 0.02 : quietStep));
    }
    for (const other of above.get(ref) ?? [])
      step(other, backStep * (troubles.get(other)?.all ?? 0));
    to.push([place, ownShare(ref) + 0.01]);
    const sum = to.reduce((all, [, weight]) => all + weight, 0);
    return to.map<[number, number]>(([other, weight]) => [other, weight / sum]);
  });
  let here = start;
  for (let round = 0; round < rounds; round++) {
    const next = start.map(value => value * (1 - damping));
    for (const [place, to] of steps.entries())
      for (const [other, share] of to)
        next[other] += damping * here[place] * share;
    here = next;
  }
  const highest = Math.max(...here);
  return new Map(refs.map((ref, place) => [ref, here[place] / highest]));
}
