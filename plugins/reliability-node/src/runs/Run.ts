import type { JsonObject } from '@backstage/types';

/**
 * Where a run stands. `unknown` is an end: an effect was begun and neither its doing nor its not
 * doing could be shown, so nothing was repeated and a human was told.
 *
 * @public
 */
export type RunState =
  | 'planned'
  | 'waiting-approval'
  | 'running'
  | 'paused'
  | 'cancelling'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'rejected'
  | 'unknown';

/** @public */
export type StepState =
  | 'pending'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'skipped'
  | 'cancelled'
  | 'unknown';

/**
 * One step as it is planned, before the run begins.
 *
 * @public
 */
export interface PlannedStep {
  /** Unique in its run: `shift-25`. */
  id: string;
  /** Names the handler. */
  type: string;
  /** For people. */
  title: string;
  /** What the handler needs; nothing that changes afterwards. */
  input: JsonObject;
  /**
   * Milliseconds from its first start, over all attempts and holders; 5 min by default, 30 days at most.
   * A step for people wants one.
   */
  timeout?: number;
  /** Whether the run goes on when it fails or times out. */
  continueOnFailure?: boolean;
  /** Runs at the end whatever became of the steps before it, also after a cancellation: `restore`. */
  always?: boolean;
  /**
   * Steps one after the other that name the same group may be in progress at once; what comes after them
   * waits for all. After a failure that stops the run, those that have begun are finished.
   */
  parallel?: string;
  /** Done only if this holds, else skipped. */
  when?: StepCondition;
  /** What happens when it fails or is refused. Never when it is not known what became of it. */
  retry?: StepRetry;
}

/**
 * Holds when the `choice` in the result of that earlier step is among `in`.
 *
 * @public
 */
export interface StepCondition {
  /** Id of a step that comes earlier, and not in the same group. */
  step: string;
  in: string[];
}

/**
 * @public
 */
export interface StepRetry {
  /** With the first one: 1 to 10. */
  attempts: number;
  /** Milliseconds until the second attempt; a day at most. */
  backoffMs: number;
  /** By which the wait grows with each attempt: 1 to 10, 2 by default. */
  factor?: number;
}

/**
 * What is asked for.
 *
 * @public
 */
export interface RunRequest {
  /** Which family's work it is: `rollback`. */
  kind: string;
  /** A second request with the same key finds the run that the first one made. At most 300 characters. */
  key: string;
  /** Runs with the same target go one after the other: `deployment:prod/shop/payments`. At most 300 characters. */
  target?: string;
  input: JsonObject;
  steps: PlannedStep[];
  requestedBy: string;
  /**
   * Waits for somebody other than `requestedBy` to approve, until then at the latest (epoch ms), which
   * may be days ahead. Who else may approve is checked before `decide`.
   */
  approval?: { until: number };
}

/** @public */
export interface RunStep {
  id: string;
  type: string;
  title: string;
  state: StepState;
  input: JsonObject;
  /** Of the effect: written with the change on the platform, and the same for every attempt. */
  actionId: string;
  attempts: number;
  parallel?: string;
  when?: StepCondition;
  retry?: StepRetry;
  startedAt?: number;
  finishedAt?: number;
  /** Epoch milliseconds after which it counts as failed. */
  deadline?: number;
  /** What the handler last said. */
  progress?: string;
  result?: JsonObject;
  error?: string;
}

/** @public */
export interface Run {
  id: string;
  kind: string;
  key: string;
  target?: string;
  state: RunState;
  input: JsonObject;
  requestedBy: string;
  requestedAt: number;
  startedAt?: number;
  finishedAt?: number;
  /** Grows with every change; what is compared and set. */
  revision: number;
  approval?: {
    until: number;
    state: 'waiting' | 'approved' | 'rejected' | 'expired';
    by?: string;
    at?: number;
    comment?: string;
  };
  cancellation?: { by: string; at: number; reason: string };
  /** One sentence about the end. */
  outcome?: string;
  steps: RunStep[];
}

/**
 * One line of what happened, append-only, in order.
 *
 * @public
 */
export interface JournalEntry {
  runId: string;
  /** From 1, without gaps in a run. */
  seq: number;
  at: number;
  /**
   * What happened: `requested`, `approved`, `step-started`, `progress`, `output`, `answered`,
   * `attempt-failed`, `step-succeeded`, … or what the family wrote down with `note`.
   */
  event: string;
  stepId?: string;
  /** Who did it: a user's ref, or the replica. */
  by?: string;
  text?: string;
  data?: JsonObject;
}

/**
 * One intended effect on the world, append-only: a row when it is intended, one when it is known what
 * became of it. Each row carries the hash of the one before it, over all runs of the plugin, so that a
 * row that was altered or taken away shows.
 *
 * @public
 */
export interface LedgerEntry {
  seq: number;
  at: number;
  actionId: string;
  runId: string;
  stepId: string;
  state: 'intended' | 'applied' | 'absent' | 'refused' | 'unknown';
  /** What the handler says it does: type, target, pinned values. */
  effect: JsonObject;
  /** Fencing token of whoever wrote it. */
  token: number;
  previousHash: string;
  hash: string;
}
