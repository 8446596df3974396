import type { Objective } from '@ghostlight/plugin-slo-common';
import { createHash } from 'node:crypto';

/** Of what decides how a minute is measured; when it changes, measuring starts anew. */
export function definitionHash(objective: Objective): string {
  const { indicator, method, timeSlice } = objective;
  return createHash('sha256')
    .update(stable({ indicator, method, timeSlice }))
    .digest('base64url');
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
