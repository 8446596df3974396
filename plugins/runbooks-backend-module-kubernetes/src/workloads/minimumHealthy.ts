import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { say } from '../action/say';

/** How many of so many pods are meant; one when nothing is said. */
export function countOf(
  { count, share }: { count?: number; share?: number },
  pods: number,
): number {
  if (share === undefined) return count ?? 1;
  return Math.max(1, Math.floor(share * pods));
}

export function tooFew(healthy: number, minimum: number): Sentence[] {
  return healthy < minimum
    ? [
        say(
          'minimum-healthy',
          `Only ${healthy} of the pods would stay ready, and ${minimum} must`,
          { healthy, minimum },
        ),
      ]
    : [];
}
