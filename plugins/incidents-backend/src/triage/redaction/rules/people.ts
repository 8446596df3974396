import type { Span } from '../spans';
import { matchesOf } from '../matchesOf';

const user =
  /\buser:[a-z0-9][a-z0-9_.-]{0,62}\/([A-Za-z0-9][A-Za-z0-9_.-]{0,62})/gi;

/** Refs of people in the catalog. */
export function findPeople(text: string): Span[] {
  return matchesOf(text, user).map(found => ({
    from: found.index,
    to: found.index + found[0].length,
    kind: 'person' as const,
    value: found[0].toLowerCase(),
  }));
}
