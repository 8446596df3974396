import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  ChangedValue,
  Sentence,
  StrategySpec,
  Undoer,
} from '@ghostlight/plugin-delivery-common';
import type { TargetRef } from './ChangeReport';

/**
 * A version that the platform still knows.
 *
 * @public
 */
export interface Revision {
  /** On the platform: the number of a ReplicaSet's revision, the id of an Argo CD history row, a commit. */
  id: string;
  version: string;
  image?: string;
  commit?: string;
  /** Epoch milliseconds. */
  at?: number;
  current: boolean;
}

/**
 * One effect that a plan consists of.
 *
 * @public
 */
export interface DriverStep {
  /** Unique in the plan: `pause-auto-sync`. */
  id: string;
  /** For people, in English. At most 300 characters. */
  title: string;
  /** The same by code, for other languages. */
  titleSaid?: Sentence;
  reversible: boolean;
  /** All that is needed to do it, pinned when the plan was made: names, revision, resourceVersion, the values to write. */
  pinned: JsonObject;
  /** Milliseconds; 60,000 by default. */
  timeout?: number;
}

/**
 * What a driver would do to get to a revision.
 *
 * @public
 */
export interface DriverPlan {
  from: Revision;
  to: Revision;
  values: ChangedValue[];
  /** Unified diff of the platform's objects. */
  diff?: string;
  /** What a marked object says will not come back. */
  oneWay: Sentence[];
  undoers: Undoer[];
  /** Why it cannot be applied as things stand; empty when it can. */
  refusals: Sentence[];
  lane: {
    id: string;
    title: string;
    /** The same by code, for other languages. */
    titleSaid?: Sentence;
    /** Whether nothing undoes it by itself. */
    lasts: boolean;
    said: Sentence;
  };
  /** In order. */
  steps: DriverStep[];
}

/**
 * What became of an act.
 *
 * `refused`: the platform said no, and nothing changed. A thrown error means that it is not known.
 *
 * @public
 */
export type ActOutcome =
  | { state: 'applied'; result?: JsonObject }
  | { state: 'refused'; error: string };

/**
 * What the platform says of an action id.
 *
 * @public
 */
export type ReadBack =
  | { state: 'applied'; result?: JsonObject }
  | { state: 'absent' }
  | { state: 'unknown'; error: string };

/**
 * How far the platform is with what was asked of it.
 *
 * @public
 */
export interface Observation {
  state: 'progressing' | 'healthy' | 'failed' | 'superseded';
  /** `2 of 3 pods are ready`. `superseded` says by what. */
  text: string;
  /** 0 to 1. */
  progress?: number;
  result?: JsonObject;
}

/**
 * What acts and observations are given.
 *
 * @public
 */
export interface DriverCall {
  /** Written with the change, and looked for before any repetition. */
  actionId: string;
  signal: AbortSignal;
}

/**
 * Acts on a platform. Everything but `act` only reads.
 *
 * @public
 */
export interface Driver {
  id: string;
  title: string;
  /** What runs an entity, by its annotations and what the platform knows. */
  targets(entity: Entity, signal: AbortSignal): Promise<TargetRef[]>;
  /** The versions that can be gone to, the latest first, the current one among them. */
  revisions(target: TargetRef, signal: AbortSignal): Promise<Revision[]>;
  /**
   * The ways to get to a revision, the best first.
   *
   * @throws NotFoundError when the platform does not know the revision (any more)
   */
  plan(request: {
    entity: Entity;
    target: TargetRef;
    toRevision: string;
    signal: AbortSignal;
  }): Promise<DriverPlan[]>;
  /** Asks whether the platform would take the step; changes nothing. */
  dryRun(step: DriverStep, signal: AbortSignal): Promise<ActOutcome>;
  act(step: DriverStep, call: DriverCall): Promise<ActOutcome>;
  readBack(step: DriverStep, call: DriverCall): Promise<ReadBack>;
  /** How far the plan's effect is, after all its steps were applied. */
  observe(plan: DriverPlan, call: DriverCall): Promise<Observation>;
  /**
   * What can be taken back of a plan that was cancelled before it was rolled out, or stopped by a step that
   * did not get through, as steps; empty when nothing can. Asked with all steps before it begins, to say so.
   *
   * @param done - ids of the steps whose effect is there
   */
  cancel?(plan: DriverPlan, done: string[]): DriverStep[];
  /** When it can ship by strategies. */
  rollouts?: RolloutDriver;
}

/**
 * One step of shipping a version.
 *
 * @public
 */
export interface RolloutStepPlan {
  id: string;
  title: string;
  kind: 'effect' | 'watch';
  /** Per cent of the traffic that the new version has after it. */
  weight?: number;
  /** Of a watch: how long. */
  seconds?: number;
  /** Of an effect. */
  step?: DriverStep;
}

/**
 * A rollout that an engine of the platform runs, as it stands.
 *
 * @public
 */
export interface ExternalRollout {
  engine: 'argo-rollouts' | 'flagger';
  target: TargetRef;
  /** The same for one rollout of one version. */
  key: string;
  strategy: StrategySpec;
  state:
    | 'running'
    | 'paused'
    | 'promoting'
    | 'aborting'
    | 'succeeded'
    | 'rolled-back'
    | 'failed'
    | 'unknown';
  version: string;
  previousVersion?: string;
  weight?: number;
  /** Index into `strategy.steps`. */
  step?: number;
  startedAt: number;
  finishedAt?: number;
  /** What the engine says. */
  text: string;
  controls: (
    | 'promote'
    | 'promote-fully'
    | 'pause'
    | 'resume'
    | 'abort'
    | 'retry'
  )[];
}

/**
 * Ships versions by strategies.
 *
 * @public
 */
export interface RolloutDriver {
  /**
   * The steps of a strategy for this target: what to make, how the traffic moves, what to clean up;
   * and those that take all of it back, for when a gate fails or somebody aborts.
   *
   * @throws InputError when the target cannot be shipped so; its message says what is missing
   */
  plan(request: {
    entity: Entity;
    target: TargetRef;
    image: string;
    strategy: Required<Pick<StrategySpec, 'type' | 'steps'>> & StrategySpec;
    signal: AbortSignal;
  }): Promise<{
    from: Revision;
    steps: RolloutStepPlan[];
    back: RolloutStepPlan[];
    /** What tells the new version's metrics from the old one's: `{track: 'canary'}`. */
    canary: Record<string, string>;
    baseline: Record<string, string>;
    refusals: Sentence[];
  }>;
  /** Whether what an effect made is up. */
  observe(step: DriverStep, call: DriverCall): Promise<Observation>;
  /** Rollouts that the platform's own engine runs or ran last. */
  external?(target: TargetRef, signal: AbortSignal): Promise<ExternalRollout[]>;
  /** The step that does what a control of an external rollout says. */
  control?(
    rollout: ExternalRollout,
    action: ExternalRollout['controls'][number],
  ): DriverStep;
}
