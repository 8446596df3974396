import { randomInt } from 'node:crypto';
import type { Pod } from '@ghostlight/reliability-kubernetes';
import { isReady } from '../look/pods';

export const preferences = ['any', 'unready', 'oldest'] as const;

export type Preference = (typeof preferences)[number];

/** So many of the pods, by chance among equals. */
export function choosePods(
  pods: Pod[],
  count: number,
  preference: Preference,
): Pod[] {
  const rank = (pod: Pod) => {
    switch (preference) {
      case 'unready':
        return Number(isReady(pod));
      case 'oldest':
        return Date.parse(pod.metadata.creationTimestamp ?? '') || 0;
      default:
        return 0;
    }
  };
  return shuffled(pods)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, count);
}

function shuffled<T>(items: T[]): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}
