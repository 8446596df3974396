import type { Said } from '@ghostlight/plugin-incidents-common';
import type { SuppressionKind } from '../AlertRow';

/** Why an alert is kept from making incidents. */
export interface Verdict {
  kind: SuppressionKind;
  /** What keeps it quiet: a silence, a correction, a rule, an incident. */
  cause: string;
  /** In words. */
  reason: string;
  /** The same; left out where the words are somebody's own. */
  said?: Said;
  /** When to look again; left out when nobody knows. */
  until?: number;
}

/** By which an undone suppression is known again. */
export function nameOf({ kind, cause }: Pick<Verdict, 'kind' | 'cause'>) {
  return `${kind} ${cause}`;
}
