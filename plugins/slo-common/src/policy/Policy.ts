import type { PolicyRule, PolicyVerdict } from '../document/SloDocument';

/**
 * An error-budget policy with every default filled in.
 *
 * @public
 */
export interface Policy {
  /** Full ref of the document, or `builtin:conservative` / `builtin:aggressive`. */
  ref: string;
  title: string;
  /** Share of the budget left under which to warn. */
  alertBelow: number;
  /** Verdict of an objective that was not measured lately, and of an entity without objectives. */
  noData: PolicyVerdict;
  /** Verdict of an objective whose budget is under one event. */
  lowTraffic: PolicyVerdict;
  rules: PolicyRule[];
}
