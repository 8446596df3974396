/** What a policy did, as far as it may have set off something else. Epoch milliseconds. */
export interface ChainedAct {
  policyRef: string;
  target: string;
  incidentId?: string;
  /** Entities that it touched. */
  entities: ReadonlySet<string>;
  /** When the symptom began that it acted on. */
  since: number;
  actedAt: number;
  /** Whether users were seen to recover. */
  isWell: boolean;
}

/** What is about to be done. */
export type ChainEnd = Omit<ChainedAct, 'actedAt' | 'isWell'>;

/** Milliseconds after an act in which a symptom may be of its making. */
const aftermath = 15 * 60_000;

/**
 * The longest chain of acts each of which may have set off the next, the last of them what is to be acted
 * on now: the symptom began soon after, in the same incident or somewhere that the act reaches. A policy
 * that tries again at the same target is none.
 *
 * @param acts - in any order
 * @returns the oldest first
 */
export function chainTo(end: ChainEnd, acts: ChainedAct[]): ChainedAct[] {
  const inOrder = [...acts].sort((a, b) => a.actedAt - b.actedAt);
  const chains = new Map<ChainedAct, ChainedAct[]>();
  const longest = (link: ChainEnd) =>
    inOrder
      .filter(before => chains.has(before) && mayHaveSetOff(before, link))
      .map(before => chains.get(before)!)
      .reduce((best, one) => (one.length > best.length ? one : best), []);
  for (const act of inOrder) chains.set(act, [...longest(act), act]);
  return longest(end);
}

function mayHaveSetOff(before: ChainedAct, next: ChainEnd): boolean {
  const after = next.since - before.actedAt;
  if (after <= 0 || after > aftermath) return false;
  if (before.policyRef === next.policyRef && before.target === next.target)
    return false;
  return (
    (before.incidentId !== undefined &&
      before.incidentId === next.incidentId) ||
    [...next.entities].some(ref => before.entities.has(ref))
  );
}
