import type { JsonObject } from '@backstage/types';
import type { Conditions, Limits, Mode, Trigger, Verification } from '../api';

/**
 * Which entities a policy or experiment is for; all that are given must hold, all entities when empty.
 *
 * @public
 */
export interface AppliesTo {
  entities?: string[];
  /** Values of the annotation `ghostlight.dev/tier`. */
  tiers?: string[];
  types?: string[];
  systems?: string[];
  owners?: string[];
}

/**
 * One thing to try; the next one when it did not help.
 *
 * @public
 */
export type PolicyRung = { attempts: number } & (
  | { runbookRef: string; inputs: JsonObject }
  | { action: string; input: JsonObject }
);

/**
 * A checked policy.
 *
 * @public
 */
export interface PolicySpec {
  title: string;
  description?: string;
  appliesTo: AppliesTo;
  /** Any of them. */
  triggers: Trigger[];
  conditions: Conditions;
  /** The mode that its author wants; `auto` has to be earned first. */
  mode: Mode;
  /** Verified recoveries in approve mode before it may act alone; 3 by default. */
  earnAfter: number;
  ladder: PolicyRung[];
  limits: Limits;
  verification: Verification;
  /** `on-call`, or an entity ref. */
  escalateTo: string;
  /** How long an approval may be waited for. */
  approvalSeconds: number;
  /** Entity refs; the owners of the entity when empty. */
  approvers: string[];
}
