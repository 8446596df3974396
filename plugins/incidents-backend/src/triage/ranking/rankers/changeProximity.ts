import type { ChangeFact } from '../facts';

const minute = 60_000;
/** A change may be recorded so much after what it caused. */
const skew = 3 * minute;
const longest = 24 * 60 * minute;
/** Half as suspicious after so long. */
const halfLife = 40 * minute;
const kindWeights = {
  deployment: 1,
  config: 1,
  flag: 1,
  scale: 0.7,
  rollback: 0.6,
  other: 0.6,
};

/** How near in time a change was, 0 to 1. */
export function changeProximity(
  { at, given }: ChangeFact,
  onset: number,
): number {
  const age = onset - at;
  if (age < -skew || age > longest) return 0;
  const nearness = 0.5 ** (Math.max(0, age) / halfLife);
  const failed = given.outcome === 'failed' ? 0.8 : 1;
  return nearness * kindWeights[given.kind] * failed;
}
