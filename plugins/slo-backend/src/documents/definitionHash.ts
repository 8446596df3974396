import { nominalSeconds, type Objective } from '@ghostlight/plugin-slo-common';
import { createHash } from 'node:crypto';

/**
 * Of what decides how a minute is measured, and how many days of them the window takes: when the
 * first changes, measuring starts anew; when the second grows, there may be more of the past to read.
 */
export function definitionHash(objective: Objective): string {
  const { indicator, method, timeSlice, window } = objective;
  const hash = createHash('sha256')
    .update(stable({ indicator, method, timeSlice }))
    .digest('base64url');
  return `${hash}:${Math.ceil(nominalSeconds(window) / 86_400)}`;
}

/** Whether what was measured by one definition is what the other would measure. */
export function measuresSame(one: string, other: string): boolean {
  return one.split(':')[0] === other.split(':')[0];
}

/** Whether the window takes more days by the later definition. */
export function looksFurtherBack(earlier: string, later: string): boolean {
  const daysOf = (hash: string) => Number(hash.split(':')[1]);
  return daysOf(later) > daysOf(earlier);
}

/** JSON with sorted keys, so that the order in which a file lists its fields does not count. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
