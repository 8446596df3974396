import type { JsonObject } from '@backstage/types';

/**
 * What is known of an action when a document is checked.
 *
 * @public
 */
export interface ActionFacts {
  reversible: boolean;
  /** JSON Schema of its input. */
  input?: JsonObject;
}

/**
 * What documents are checked with.
 *
 * @public
 */
export interface CompileOptions {
  /** The actions that are installed, by id; nothing is said about actions without it. */
  actions?: ReadonlyMap<string, ActionFacts>;
}
