import { createHash } from 'node:crypto';
import type { Source } from '../argo/Application';

/** JSON with the fields of objects in order, so that the same value is the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item)
            .filter(([, field]) => field !== null && field !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}

/** Tells whether manifests come from the same place with the same parameters; the revision is not looked at. */
export function sourceDigest(sources: Source[]): string {
  const places = sources.map(({ targetRevision, ...place }) => place);
  return createHash('sha256').update(canonical(places)).digest('hex');
}
