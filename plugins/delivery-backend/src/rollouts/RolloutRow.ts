import type {
  Comparison,
  RolloutAction,
  RolloutState,
  Sentence,
  StrategySpec,
} from '@ghostlight/plugin-delivery-common';
import type {
  ExternalRollout,
  RolloutStepPlan,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { RunState, StepState } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { CanaryTestState, Counts } from '../analysis';
import type { FullStrategy } from '../strategies';

/** A row of `rollouts`. */
export interface RolloutRow {
  id: string;
  run_id: string | null;
  engine: 'ghostlight' | ExternalRollout['engine'];
  engine_key: string | null;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  environment: string;
  target_driver: string;
  target_ref: string;
  state: RolloutState;
  version: string;
  document: string;
  progress: string;
  watching: string;
  /** Text on PostgreSQL. */
  started_at: number | string;
  finished_at: number | string | null;
  updated_at: number | string;
}

/** What was asked for and planned. Only a new attempt changes it. */
export interface OwnDocument {
  strategy: FullStrategy;
  target: TargetRef;
  image: string;
  previousVersion?: string;
  requestedBy: string;
  reason?: string;
  /** From 1. */
  attempt: number;
  steps: RolloutStepPlan[];
  back: RolloutStepPlan[];
  canary: Record<string, string>;
  baseline: Record<string, string>;
}

/** What the platform's engine says. */
export interface ExternalDocument {
  /** At the engine. */
  key: string;
  strategy: StrategySpec;
  target: TargetRef;
  previousVersion?: string;
  weight?: number;
  /** Index into the steps of the strategy. */
  step?: number;
  text: string;
  controls: RolloutAction[];
}

/** A run as far as a rollout is told of it. */
export interface RunProgress {
  runId: string;
  state: RunState;
  steps: {
    id: string;
    state: StepState;
    startedAt?: number;
    finishedAt?: number;
    progress?: string;
    error?: string;
  }[];
  /** What the end of the run decided. */
  settled?: Settled;
  cancelledBy?: string;
  /** Of a control: what was asked of the engine. */
  action?: RolloutAction;
}

/** `back`: it is taken back. `leave`: nothing is to be taken back, or nobody dares to. */
export interface Settled {
  decision: 'done' | 'back' | 'leave';
  /** A newer version came from elsewhere. */
  superseded?: boolean;
}

/** How its runs stand: forwards, backwards, and the last control of an engine. */
export interface RolloutProgress {
  forth?: RunProgress;
  back?: RunProgress;
  control?: RunProgress;
}

/** An objective in one watch step. */
export interface ObjectiveWatch {
  /** Counted since the step began. */
  canary: Counts;
  baseline: Counts;
  /** Of both versions together, where nothing tells them apart. */
  whole?: CanaryTestState;
}

/** One watch step as it goes on. */
export interface StepWatch {
  startedAt: number;
  lookedAt: number;
  /** Milliseconds that somebody held it. */
  heldMs: number;
  /** Counted since `startedAt`. */
  canary: Counts;
  baseline: Counts;
  /** By ref. */
  objectives?: Record<string, ObjectiveWatch>;
}

/** What was measured, and what people said meanwhile. */
export interface RolloutWatching {
  steps: Record<string, StepWatch>;
  test?: CanaryTestState;
  /** Of objectives, by ref. */
  tests?: Record<string, CanaryTestState>;
  analysis: Comparison[];
  /** Why it waits for a person, though nobody holds it. */
  waitsFor?: Sentence;
  /** Why a gate sent it back. */
  failed?: Sentence;
  held?: { by: string; at: number };
  /** Who let watch steps pass, by the step's id. */
  promoted: Record<string, string>;
  promotedFully?: string;
}

export const nothingWatched: RolloutWatching = {
  steps: {},
  analysis: [],
  promoted: {},
};

export function ownDocumentOf(row: RolloutRow): OwnDocument {
  return JSON.parse(row.document);
}

export function externalDocumentOf(row: RolloutRow): ExternalDocument {
  return JSON.parse(row.document);
}

export function progressOf(row: RolloutRow): RolloutProgress {
  return JSON.parse(row.progress);
}

export function watchingOf(row: RolloutRow): RolloutWatching {
  return JSON.parse(row.watching);
}

/**
 * Changes what is watched under the lock of the row.
 *
 * @returns what is watched from then on, or undefined when there is no such rollout
 */
export async function changeWatching(
  db: Knex,
  id: string,
  at: number,
  change: (watching: RolloutWatching, row: RolloutRow) => RolloutWatching,
): Promise<RolloutWatching | undefined> {
  return db.transaction(async trx => {
    const row = await lockRollout(trx, id);
    if (!row) return undefined;
    const watching = change(watchingOf(row), row);
    await trx('rollouts')
      .where({ id })
      .update({ watching: JSON.stringify(watching), updated_at: at });
    return watching;
  });
}

/** Writing first makes SQLite's transaction begin by writing, and locks the row on PostgreSQL. */
export async function lockRollout(
  trx: Knex.Transaction,
  id: string,
): Promise<RolloutRow | undefined> {
  const found = await trx('rollouts').where({ id }).update({ id });
  return found ? trx<RolloutRow>('rollouts').where({ id }).first() : undefined;
}
