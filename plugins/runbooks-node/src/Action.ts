import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  ChangedValue,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import type { ZodType } from 'zod';

/**
 * For whom an action is done, and what it may use.
 *
 * @public
 */
export interface ActionContext {
  /** Left out for a run that concerns no entity. */
  entity?: Entity;
  environment: string;
  incidentId?: string;
  /** User or service that asked, for records at the far end. */
  requestedBy: string;
  signal: AbortSignal;
}

/**
 * What an action would do. Nothing has been changed.
 *
 * @public
 */
export interface ActionPlan {
  /** What it is done to: `deployment/shop/payments`. Attempts at one target go one after the other. */
  target?: string;
  title: Sentence;
  changes: ChangedValue[];
  /** How to undo it, in words; left out when it cannot be undone. */
  undo?: Sentence;
  /** Other entities that it touches by itself; the catalog's dependants are added by the plugin. */
  touches?: string[];
  /** Share of the target's instances that it takes away for a while, 0 to 1. */
  share?: number;
  /** Share of the instances that stay healthy meanwhile, 0 to 1, where that can be told. */
  healthyShare?: number;
  /** Why it cannot be done as things stand; empty when it can. */
  refusals: Sentence[];
  /** All that is needed to do it, pinned: names, versions, the values to write. Goes into the ledger; no secrets. */
  pinned: JsonObject;
}

/**
 * What became of an act. `refused`: the far end said no, and nothing changed. A thrown error means that
 * it is not known.
 *
 * @public
 */
export type ActOutcome =
  | { state: 'applied'; result?: JsonObject }
  | { state: 'refused'; error: string };

/**
 * What the far end says of an action id.
 *
 * @public
 */
export type ReadBack =
  | { state: 'applied'; result?: JsonObject }
  | { state: 'absent' }
  | { state: 'unknown'; error: string };

/**
 * How far the effect is.
 *
 * @public
 */
export interface Observation {
  state: 'progressing' | 'done' | 'failed';
  text: string;
  result?: JsonObject;
  /** Milliseconds until the next look; 2,000 by default. */
  after?: number;
}

/**
 * What acts are given.
 *
 * @public
 */
export interface ActionCall extends ActionContext {
  /** Goes into the change, and is looked for before any repetition. */
  actionId: string;
  /** Says what happens; kept with the run, secrets taken out. */
  output(text: string): void;
}

/**
 * Something that runbooks, policies and people may have done. Everything but `act` only reads.
 *
 * Errors and outputs are untrusted text. Inputs are checked with `input` before anything is called.
 *
 * @public
 */
export interface Action<Input extends object = any> {
  /** `kubernetes:restart-rollout` */
  id: string;
  /** Codes `action.<id>.title` and `action.<id>.description`, so that screens can translate them. */
  title: string;
  description: string;
  input: ZodType<Input>;
  /** What it looks at and what it changes, for people: `Deployment`, `Pods`. */
  reads: string[];
  changes: string[];
  /** Whether it can be taken back. Policies do only reversible ones by themselves. */
  reversible: boolean;
  /** Whether it does harm on purpose, for experiments: nobody recovers by it, and nobody is advised to do it. False by default. */
  makesFaults?: boolean;
  /** Whether a repetition is harmless because the far end knows the action id. */
  idempotent: boolean;
  /**
   * Whether an input leaves it to the action to find what belongs to the entity, or names anything that
   * the action's credentials reach. The latter needs the permission `runbooks.platform.act` when somebody
   * asks for it by itself. `anything` by default.
   */
  actsOn?(input: Input): 'entity' | 'anything';
  /** Milliseconds that it takes at most; 5 min by default. */
  timeout?: number;
  /** Paths of the input that are secret: never kept nor shown. */
  secrets?: string[];
  plan(input: Input, context: ActionContext): Promise<ActionPlan>;
  /** Asks the far end whether it would take it, where it can tell. */
  dryRun?(pinned: JsonObject, context: ActionContext): Promise<ActOutcome>;
  /** @param input - again, for what may not be kept in `pinned` */
  act(pinned: JsonObject, input: Input, call: ActionCall): Promise<ActOutcome>;
  readBack(pinned: JsonObject, call: ActionCall): Promise<ReadBack>;
  /** Until it is over; left out when `act` is all. */
  observe?(
    pinned: JsonObject,
    result: JsonObject,
    call: ActionCall,
  ): Promise<Observation>;
  /** The action that takes it back, after it was done. */
  undo?(
    pinned: JsonObject,
    result: JsonObject,
  ): { action: string; input: JsonObject } | undefined;
}
