/** Somebody who may have spent what was spent in a span; minutes since the epoch, the end excluded. */
export interface Claim {
  /** Names whoever it is: `INC-0042`, `v2.3.4`. */
  id: string;
  from: number;
  to: number;
}

/** A part of a claim that nobody else had a better right to. */
export interface Share {
  id: string;
  from: number;
  to: number;
}

/**
 * Shares time out so that each minute counts once: the first that claims it has it.
 *
 * @param claims - those with the better right first
 * @returns spans in order, those of the same one side by side made one
 */
export function attributeMinutes(
  claims: readonly Claim[],
  within: { from: number; to: number },
): Share[] {
  const clipped = claims
    .map(({ id, from, to }) => ({
      id,
      from: Math.max(from, within.from),
      to: Math.min(to, within.to),
    }))
    .filter(({ from, to }) => from < to);
  const bounds = [
    ...new Set(clipped.flatMap(({ from, to }) => [from, to])),
  ].sort((a, b) => a - b);
  const shares: Share[] = [];
  bounds.slice(0, -1).forEach((from, at) => {
    const owner = clipped.find(one => one.from <= from && from < one.to);
    if (!owner) return;
    const last = shares.at(-1);
    if (last && last.id === owner.id && last.to === from)
      last.to = bounds[at + 1];
    else shares.push({ id: owner.id, from, to: bounds[at + 1] });
  });
  return shares;
}
